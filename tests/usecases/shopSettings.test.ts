import type { InputOf } from '@shared/contracts'
import { must } from '../support/couponShop'
import { openOrderShop, type OrderShop } from '../support/orderShop'

type ShopValue = Extract<InputOf<'settings.save'>, { topic: 'shop' }>['value']

// Opening a shop with all that it sells takes its time on a busy machine.
jest.setTimeout(60_000)

let shop: OrderShop

beforeEach(async () => {
  shop = await openOrderShop()
})
afterEach(async () => {
  await shop.close()
  jest.useRealTimers()
  jest.resetModules()
})

const POT = [{ sku: '茶壶', quantity: 1 }]

/** A tenth off on the 18th of each month, on everything, for everybody. */
const MEMBER_DAY: ShopValue['discounts'][number] = {
  kind: 'memberDay',
  id: 'eighteenth',
  name: { zh: '会员日', en: 'Member day' },
  rateBp: 9_000,
  goods: { of: 'all' },
  audience: { of: 'everyone' },
  requirement: { of: 'none' },
  stacking: { withAutomatic: false, withCodes: true },
  when: { of: 'dayOfMonth', dayOfMonth: 18 },
}

const VALUE: ShopValue = {
  freightFen: 800,
  freeFromFen: 50_000,
  memberPrice: { withAutomatic: false, withCodes: true },
  discounts: [MEMBER_DAY],
}

const save = (value: ShopValue, expectedVersion = 1) =>
  shop.merchant('manager', 'settings.save', { topic: 'shop', expectedVersion, value })

test('freight and discounts are saved, read back and quoted; a day later the member day is over', async () => {
  await shop.buyer('buyer')
  expect(must(await save(VALUE)).version).toBe(2)
  shop.pass(6_000)
  const read = must(await shop.merchant('manager', 'settings.read', { topic: 'shop' }))
  expect(read).toMatchObject({ version: 2, value: VALUE, changed: { role: 'manager', isMe: true } })
  const today = await shop.quote('buyer', POT)
  expect(today.quote).toMatchObject({ goodsFen: 36_000, freightFen: 800 })
  expect(today.quote.explanation.map(({ label }) => label.en)).toContain('Member day "Member day", 10% off')
  shop.pass(86_400_000)
  const tomorrow = await shop.quote('buyer', POT)
  expect(tomorrow.quote.goodsFen).toBe(40_000)
})

test('what somebody else saved meanwhile is not overwritten, and two discounts have no one id', async () => {
  must(await save(VALUE))
  expect(await save({ ...VALUE, freightFen: 900 })).toMatchObject({ error: { code: 'SETTINGS_CHANGED' } })
  const twice = { ...VALUE, discounts: [MEMBER_DAY, MEMBER_DAY] }
  expect(await save(twice, 2)).toMatchObject({ error: { code: 'INVALID_INPUT' } })
  expect(await shop.merchant('clerk', 'settings.read', { topic: 'shop' })).toMatchObject({
    error: { code: 'FORBIDDEN' },
  })
})

test('the categories of goods come with it', async () => {
  const read = must(await shop.merchant('manager', 'settings.read', { topic: 'shop' }))
  expect(read).toMatchObject({ categories: [{ id: '茶具', name: { zh: '茶具', en: 'Tea ware' } }] })
})

test('a discount for a level or a category that is gone is refused in words that name it', async () => {
  const forGone: ShopValue = {
    ...VALUE,
    discounts: [
      { ...MEMBER_DAY, audience: { of: 'tiers', tiers: ['gold'] } },
      {
        ...MEMBER_DAY,
        id: 'gone',
        name: { zh: '老会员日', en: 'Old day' },
        audience: { of: 'tiers', tiers: ['gold', 'black'] },
        goods: { of: 'categories', categories: ['茶具', '咖啡'] },
      },
    ],
  }
  expect(await save(forGone)).toMatchObject({
    error: {
      code: 'IMPOSSIBLE_SETTINGS',
      data: {
        why: {
          zh: '“老会员日”：有等级已不存在，请重新选择会员；“老会员日”：有分类已不存在，请重新选择商品',
          en: '"Old day": a level that it is for is gone; choose again whom it is for; "Old day": a category that it is for is gone; choose its goods again',
        },
      },
    },
  })
  const monthly: ShopValue = { ...VALUE, discounts: [{ ...MEMBER_DAY, kind: 'campaign' }] }
  expect(await save(monthly)).toMatchObject({ error: { code: 'IMPOSSIBLE_SETTINGS' } })
  expect(must(await shop.merchant('manager', 'settings.read', { topic: 'shop' })).version).toBe(1)
})

test('what was saved is answered again as the first time, though a category went since', async () => {
  const value: ShopValue = {
    ...VALUE,
    discounts: [{ ...MEMBER_DAY, goods: { of: 'categories', categories: ['茶叶'] } }],
  }
  const tea = { id: '茶叶', name: { zh: '茶叶', en: 'Tea' } }
  const ware = { id: '茶具', name: { zh: '茶具', en: 'Tea ware' } }
  const saveCategories = (categories: (typeof tea)[], expectedVersion: number) =>
    shop.merchant('manager', 'categories.save', { expectedVersion, categories })
  must(await saveCategories([ware, tea], 1))
  const first = must(await save(value))
  must(await saveCategories([ware], 2))
  expect(must(await save(value))).toEqual(first)
  expect(await save(value, 2)).toMatchObject({ error: { code: 'IMPOSSIBLE_SETTINGS' } })
})
