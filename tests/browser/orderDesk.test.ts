import type { OutputOf } from '@shared/contracts'
import type { Browser } from 'playwright-core'
import { launchBrowser } from '../support/browser'
import { AppPage } from './appPage'
import { CAKES, startBuyingShop, type BuyingShop } from './buying'
import { looks, named } from './looks'

const DESK = 'features/merchant/shopOrders/index'
const ADDRESS = { name: '林小雨', phone: '13800000000', region: '浙江省杭州市西湖区', street: '龙井路 1 号' }

// A person's way through the app, on a machine that does other things too.
jest.setTimeout(180_000)

let shop: BuyingShop
let browser: Browser

beforeAll(async () => {
  shop = await startBuyingShop(named(looks).flatMap(({ name }) => [`posts-${name}`, `asks-${name}`]))
  await shop.stack.post('/local/staff', { openid: 'clerk', role: 'clerk' })
  browser = await launchBrowser()
})

afterAll(async () => {
  await browser?.close()
  await shop?.stack.stop()
})

/** Three boxes of cakes with freight, paid by the balance as far as it reaches and by WeChat Pay. */
async function paid(openid: string): Promise<string> {
  const lines = [{ sku: CAKES, quantity: 3 }]
  const choices = { coupons: [], points: 0, balance: { of: 'all' } }
  const input = { lines, choices }
  const { seen } = await shop.shopper<OutputOf<'shopOrders.quote'>>(openid, 'shopOrders.quote', input)
  const placing = { ...input, seen, address: ADDRESS, note: '请包好' }
  const { order } = await shop.shopper<OutputOf<'shopOrders.place'>>(openid, 'shopOrders.place', placing)
  if (order.state === 'paid') return order.id
  await shop.inSheet(openid, 'success')
  await shop.shopper(openid, 'shopOrders.checkPayment', { orderId: order.id })
  return order.id
}

const type = (app: AppPage, id: string, text: string) => app.at(id).locator('input').fill(text)

describe.each(named(looks))('the orders of the shop, $name', ({ look, name }) => {
  it('one is shipped by its number, WeChat is told, and some of its goods are refunded', async () => {
    const openid = `posts-${name}`
    const id = await paid(openid)
    const app = await AppPage.open(browser, { stackUrl: shop.stack.url, openid: 'clerk', look, at: DESK })
    await app.seeId(`order-${id}`)
    await app.picture('desk-orders')
    await app.tap(`order-${id}`)
    await app.arrive('shop-order-page')
    await app.seeId('ship-card')
    await app.picture('desk-order')
    await app.tap('carrier-ZTO')
    await type(app, 'tracking-number', 'ZT0012345')
    await app.tap('ship')
    await app.seeId('shipping')
    await app.toastGone()
    await app.picture('desk-shipped')
    await shop.later(1)
    const { body } = await shop.stack.get(`/local/wechat/shipments?openid=${openid}`)
    expect(body).toMatchObject({
      shipments: [{ outTradeNo: id, parcels: [{ carrier: 'ZTO', trackingNumber: 'ZT0012345' }] }],
    })
    await app.tap('refund-way-lines')
    await app.tap('pieces-0-more')
    await app.tap('with-freight')
    await type(app, 'refund-reason', '有一盒碎了')
    await app.seeId('refund')
    await app.at('refund').scrollIntoViewIfNeeded()
    await app.picture('desk-refund')
    await app.tap('refund')
    await app.seeId('order-refunds')
    await app.toastGone()
    await app.at('order-refunds').scrollIntoViewIfNeeded()
    await app.picture('desk-refunded')
    await app.leave()
  })

  it('a refund that is asked for is declined with a reason, which the member reads', async () => {
    const openid = `asks-${name}`
    const orderId = await paid(openid)
    const asked = { orderId, request: { of: 'rest' }, reason: '不想要了' }
    await shop.shopper(openid, 'shopOrders.askRefund', asked)
    const app = await AppPage.open(browser, { stackUrl: shop.stack.url, openid: 'clerk', look, at: DESK })
    await app.tap('which-refundAsked')
    await app.seeId(`order-${orderId}`)
    await app.tap(`order-${orderId}`)
    await app.arrive('shop-order-page')
    await app.seeId('asked-refund')
    await app.picture('desk-asked')
    await app.tap('decline-refund')
    await type(app, 'decline-reason', '已经发出')
    await app.tap('decline-refund')
    await app.page.waitForFunction(() => !document.querySelector('#asked-refund'))
    const { order } = await shop.shopper<OutputOf<'shopOrders.read'>>(openid, 'shopOrders.read', { orderId })
    expect(order.refundAsked).toMatchObject({ state: 'declined', answer: '已经发出' })
    await app.leave()
  })
})

it('a list without orders says so, and leads to all of them', async () => {
  const [look] = looks
  if (!look) throw new Error('there is no look')
  const app = await AppPage.open(browser, { stackUrl: shop.stack.url, openid: 'clerk', look, at: DESK })
  await app.tap('which-cancelled')
  await app.seeId('no-shop-orders')
  await app.picture('desk-none')
  await app.tap('see-all-orders')
  await app.seeId('shop-orders')
  await app.leave()
})
