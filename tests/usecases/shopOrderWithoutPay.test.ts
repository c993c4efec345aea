import type { InputOf } from '@shared/contracts'
import { must, openCouponShop } from '../support/couponShop'
import { ADDRESS, addProduct, NOTHING_CHOSEN } from '../support/orderShop'
import type { Shop } from '../support/shop'

let shop: Shop

beforeAll(async () => {
  shop = await openCouponShop()
  await shop.staff('manager', 'manager')
  const categories = [{ id: '茶具', name: { zh: '茶具', en: 'Tea ware' } }]
  must(await shop.merchant('owner', 'categories.save', { expectedVersion: 0, categories }))
  await addProduct(shop, '茶杯', 30)
  await shop.join('buyer')
})
afterAll(async () => {
  await shop.close()
  jest.useRealTimers()
})

test('a shop that takes no WeChat Pay quotes, and places nothing that it could not be paid for', async () => {
  const asked: InputOf<'shopOrders.quote'> = {
    lines: [{ sku: '茶杯', quantity: 1 }],
    choices: NOTHING_CHOSEN,
  }
  const { seen } = must(await shop.shopper('buyer', 'shopOrders.quote', asked))
  const wish = { ...asked, seen, address: ADDRESS }
  expect(await shop.shopper('buyer', 'shopOrders.place', wish)).toMatchObject({
    error: { code: 'PAYMENT_NOT_OFFERED' },
  })
  for (const collection of ['shopOrders', 'reservations', 'payments']) {
    const { total } = (await shop.cloud.db.collection(collection).count()) as { total: number }
    expect([collection, total]).toEqual([collection, 0])
  }
})
