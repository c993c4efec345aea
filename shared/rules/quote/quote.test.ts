import { DEFAULT_CAMPAIGNS } from '../campaigns/settings'
import { earnOrder } from '../earning/earnOrder'
import { DEFAULT_EARNING } from '../earning/settings'
import { amountOf } from './deduction'
import { BUYER, WORKED_EXAMPLE, YUAN, coupon, line, quoteOf, refusalOf, TODAY } from './exampleOrder'

test('the worked example: 400 → 380 → 360 → 330, freight free, 100 + 20 from the wallet, 210 by WeChat Pay', () => {
  const quote = quoteOf(WORKED_EXAMPLE)
  expect(quote.deductions.map((each) => [each.step, each.id, amountOf(each)])).toEqual([
    ['price', 'gold', 20 * YUAN],
    ['coupons', 'c20', 20 * YUAN],
    ['points', 'points', 30 * YUAN],
    ['freight', 'ship', 10 * YUAN],
  ])
  expect(quote.lines).toMatchObject([
    {
      listFen: 40_000,
      priceOffFen: 2_000,
      couponsOffFen: 2_000,
      pointsOffFen: 3_000,
      points: 3_000,
      paidFen: 33_000,
      paid: { principal: 10_000, bonus: 2_000, wechat: 21_000 },
    },
  ])
  expect(quote.freight).toEqual({
    listFen: 1_000,
    offFen: 1_000,
    paidFen: 0,
    paid: { principal: 0, bonus: 0, wechat: 0 },
  })
  expect(quote).toMatchObject({
    payableFen: 33_000,
    paid: { principal: 10_000, bonus: 2_000, wechat: 21_000 },
    points: { used: 3_000, most: 5_000 },
    isPaidAtOnce: false,
  })
})

test('the worked example earns floor(330 × 1.5) = 495: stored value counts, points and coupons do not', () => {
  const gold = {
    id: 'benefit:gold15',
    name: { zh: '金卡', en: 'Gold' },
    rateBp: 15_000,
    source: { topic: 'benefits', version: 1 },
  } as const
  const { lines } = quoteOf(WORKED_EXAMPLE)
  const facts = { ...BUYER.facts, ofLevel: [gold] }
  expect(earnOrder(lines, facts, TODAY, DEFAULT_EARNING, DEFAULT_CAMPAIGNS).points).toBe(495)
})

test('zero left is paid at once: by stored value alone, or where nothing costs anything', () => {
  const balance = { principalFen: 300 * YUAN, bonusFen: 30 * YUAN }
  const { buyer } = WORKED_EXAMPLE
  expect(quoteOf({ ...WORKED_EXAMPLE, buyer: { ...buyer, balance } })).toMatchObject({
    paid: { wechat: 0, principal: 300 * YUAN, bonus: 30 * YUAN },
    isPaidAtOnce: true,
  })
  expect(quoteOf({ lines: [line('sample', 0)] })).toMatchObject({ payableFen: 0, isPaidAtOnce: true })
})

test('freight is paid like goods, after the stored value was shared over both', () => {
  const quote = quoteOf({
    lines: [line('cup', 30)],
    freightFen: 10 * YUAN,
    buyer: { balance: { principalFen: 20 * YUAN, bonusFen: 0 } },
    choices: { balance: { of: 'all' } },
  })
  expect(quote.lines[0]?.paid).toEqual({ bonus: 0, principal: 1_500, wechat: 1_500 })
  expect(quote.freight.paid).toEqual({ bonus: 0, principal: 500, wechat: 500 })
})

test('free shipping takes the freight and nothing of the goods; coupons of goods take nothing of the freight', () => {
  const coupons = [
    coupon('ship', { kind: 'freeShipping' }),
    coupon('c50', { kind: 'cashOff', amountFen: 50 * YUAN }),
  ]
  const quote = quoteOf({
    lines: [line('cup', 30)],
    freightFen: 10 * YUAN,
    buyer: { coupons },
    choices: { coupons: ['ship', 'c50'] },
  })
  expect(quote.freight.offFen).toBe(10 * YUAN)
  expect(quote.lines[0]).toMatchObject({ couponsOffFen: 30 * YUAN, paidFen: 0 })
})

test('an empty cart has no quote', () => {
  expect(refusalOf({ lines: [] })).toEqual({ code: 'CART_EMPTY' })
})

test('the coupons of a quote say until when they may come back', () => {
  expect(quoteOf(WORKED_EXAMPLE).coupons.map(({ id, validUntil }) => [id, validUntil])).toEqual([
    ['c20', '2026-12-31'],
    ['ship', '2026-12-31'],
  ])
})
