import { program } from '../memberships/exampleMembership'
import {
  after,
  cancel,
  COUPON,
  CREDIT,
  DAYS,
  deliver,
  MUG,
  pay,
  receive,
  redeem,
  redemptionOf,
  SERVICE,
  ship,
  takeReturn,
} from './exampleItem'
import { productOf } from '../shop/product'
import { skuOfItem } from './item'
import { needsCode, payUntil, receivedFrom } from './redemption'
import { givesWords, limitWords, priceWords, standingWords } from './words'

test('prices, what a piece brings, and limits', () => {
  expect([priceWords({ points: 1_500, fen: 0 }), priceWords({ points: 1, fen: 990 })]).toEqual([
    { zh: '1,500 积分', en: '1,500 points' },
    { zh: '1 积分 + ¥9.90', en: '1 point + ¥9.90' },
  ])
  expect([CREDIT, DAYS, MUG].map(({ gives }) => givesWords(gives, program())?.en ?? null)).toEqual([
    '¥10.00 of bonus in your balance',
    '30 days of plus',
    null,
  ])
  expect(limitWords({ ever: null, perMonth: null })).toBeNull()
  expect(limitWords({ ever: 5, perMonth: 1 })).toEqual({
    zh: '每人每月限兑 1 件，每人限兑 5 件',
    en: 'For each member 1 a month, 5 in all',
  })
})

test('how each stands, and what comes next', () => {
  const each = [
    redemptionOf(),
    after(redemptionOf(), [pay]),
    after(redemptionOf(MUG, 'pickUp'), [pay]),
    after(redemptionOf(SERVICE), [pay]),
    after(redemptionOf(), [pay, ship]),
    after(redemptionOf(), [pay, ship, receive]),
    after(redemptionOf(COUPON), [pay, deliver]),
    after(redemptionOf(SERVICE), [pay, redeem]),
    after(redemptionOf(), [cancel]),
    after(redemptionOf(), [pay, ship, receive, takeReturn]),
  ]
  expect(each.map((redemption) => standingWords(redemption).zh)).toEqual([
    '待支付，逾期自动取消，积分退回',
    '等待发货',
    '到店出示 K7QM-3XTP 领取',
    '到店出示 K7QM-3XTP 使用',
    '已发货：顺丰 SF1',
    '2026年6月18日已收货，可在 2026年6月25日（含当天）前退货',
    '2026年6月18日已领取',
    '2026年6月18日已兑换',
    '已取消，积分已退回',
    '已退货，积分已退回：破损',
  ])
})

test('what is shown at the shop has a code, and money is waited for a quarter of an hour', () => {
  expect((['ship', 'pickUp', 'code', 'atOnce'] as const).map(needsCode)).toEqual([false, true, true, false])
  const redemption = redemptionOf()
  expect(payUntil(redemption) - redemption.createdAt).toBe(15 * 60_000)
})

test('a parcel of which nobody says anything counts as received after fifteen days', () => {
  expect(receivedFrom({ at: 1, day: '2026-06-18', carrier: '', trackingNo: '' })).toBe('2026-07-03')
})

test('the stock of an item is that of no product', () => {
  expect([skuOfItem('mug'), productOf(skuOfItem('mug'))]).toEqual([':mall:mug', ''])
})
