import { DEFAULT_SETTINGS, type Settings } from '../settings/settings'
import { couponOf } from '../coupons/exampleCoupon'
import { moveCoupon } from '../coupons/move'
import type { Coupon } from '../coupons/coupon'
import { line } from '../quote/exampleOrder'
import { memberWith, ON } from './exampleShopOrder'
import { orderQuote } from './orderQuote'

const NONE = { coupons: [], points: 0, balance: { of: 'none' as const } }

const codeOf = (
  coupons: readonly Coupon[],
  choices: Partial<typeof NONE | object>,
  settings: Settings = DEFAULT_SETTINGS,
) => {
  const made = orderQuote(
    memberWith({ points: 9_999 }),
    [line('pot', 400)],
    coupons,
    { ...NONE, ...choices },
    settings,
    ON,
  )
  return made.ok ? 'quoted' : made.error.code
}

test('points that are worth less than a fen are refused: they would be gone for nothing', () => {
  const toCash = { ...DEFAULT_SETTINGS.points.toCash, pointsPerYuan: 1_000, step: 1, minimum: 1 }
  const settings = { ...DEFAULT_SETTINGS, points: { ...DEFAULT_SETTINGS.points, toCash } }
  expect(codeOf([], { points: 9 }, settings)).toBe('POINTS_WORTHLESS')
  expect(codeOf([], { points: 10 }, settings)).toBe('quoted')
})

describe('a coupon without a use left says why', () => {
  const coupon = couponOf()
  const chosen = { coupons: [coupon._id] }
  const moved = (...moves: readonly Parameters<typeof moveCoupon>[1][]): Coupon =>
    moves.reduce<Coupon>((before, move) => {
      const next = moveCoupon(before, move, ON)
      if (!next.ok) throw new Error(next.error.code)
      return next.value
    }, coupon)

  test('free, held, used or void', () => {
    expect(codeOf([coupon], chosen)).toBe('quoted')
    expect(codeOf([moved({ does: 'lock', orderId: 'o' })], chosen)).toBe('COUPON_LOCKED')
    expect(codeOf([moved({ does: 'lock', orderId: 'o' }, { does: 'use', orderId: 'o' })], chosen)).toBe(
      'COUPON_USED',
    )
    expect(codeOf([moved({ does: 'void', reason: 'r', by: 'staff:s', at: 1 })], chosen)).toBe('COUPON_VOIDED')
    expect(codeOf([], chosen)).toBe('COUPON_NOT_FOUND')
  })
})
