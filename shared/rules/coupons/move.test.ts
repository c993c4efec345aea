import * as fc from 'fast-check'
import type { Coupon, CouponState } from './coupon'
import { couponOf } from './exampleCoupon'
import { MOVES, moveCoupon, type CouponMove } from './move'

const TODAY = '2026-06-18'
const LATER = '2026-07-01'
const lock = (orderId: string): CouponMove => ({ does: 'lock', orderId })
const unlock = (orderId: string): CouponMove => ({ does: 'unlock', orderId })
const use = (orderId: string): CouponMove => ({ does: 'use', orderId })
const giveBack = (orderId: string): CouponMove => ({ does: 'giveBack', orderId })
const expire: CouponMove = { does: 'expire' }
const voiding: CouponMove = { does: 'void', reason: '发错了', by: 'staff:s1', at: 5 }

function after(coupon: Coupon, moves: readonly CouponMove[], day = TODAY): Coupon {
  return moves.reduce((next, move) => {
    const moved = moveCoupon(next, move, day)
    if (!moved.ok) throw new Error(moved.error.code)
    return moved.value
  }, coupon)
}
const refusal = (coupon: Coupon, move: CouponMove, day = TODAY) => {
  const moved = moveCoupon(coupon, move, day)
  return moved.ok ? 'done' : moved.error
}

test('issued, locked, used; and back when the order is cancelled or refunded whole', () => {
  const locked = after(couponOf(), [lock('o1')])
  expect(locked).toMatchObject({ state: 'locked', heldBy: ['o1'] })
  expect(after(locked, [unlock('o1')])).toEqual(couponOf())
  const used = after(locked, [use('o1')])
  expect(used).toMatchObject({ state: 'used', heldBy: [], usedBy: [{ orderId: 'o1', day: TODAY }] })
  expect(after(used, [giveBack('o1')])).toEqual(couponOf())
})

test.each<[string, CouponMove[]]>([
  ['lock', [lock('o1')]],
  ['unlock', [lock('o1'), unlock('o1')]],
  ['use', [lock('o1'), use('o1')]],
  ['giveBack', [lock('o1'), use('o1'), giveBack('o1')]],
  ['void', [voiding]],
])('%s by the same order again changes nothing', (_, moves) => {
  const once = after(couponOf(), moves)
  const last = moves.at(-1) ?? expire
  expect(after(once, [last])).toBe(once)
})

test('another order finds a coupon locked, used, void or expired, and is told which', () => {
  const locked = after(couponOf(), [lock('o1')])
  expect(refusal(locked, lock('o2'))).toEqual({ code: 'COUPON_LOCKED' })
  expect(refusal(after(locked, [use('o1')]), lock('o2'))).toEqual({ code: 'COUPON_USED' })
  expect(refusal(after(couponOf(), [voiding]), lock('o2'))).toEqual({ code: 'COUPON_VOIDED' })
  const expired = after(couponOf(), [expire], LATER)
  expect(refusal(expired, lock('o2'))).toEqual({ code: 'COUPON_EXPIRED', validUntil: '2026-06-30' })
  expect(after(locked, [unlock('o2')])).toBe(locked)
})

test('a coupon is locked on its days alone, both included', () => {
  const coupon = couponOf({ validFrom: '2026-06-10' })
  const answers = ['2026-06-09', '2026-06-10', '2026-06-30', '2026-07-01'].map((day) =>
    refusal(coupon, lock('o1'), day),
  )
  expect(answers).toEqual([
    { code: 'COUPON_NOT_YET', validFrom: '2026-06-10' },
    'done',
    'done',
    { code: 'COUPON_EXPIRED', validUntil: '2026-06-30' },
  ])
})

test('what an order holds neither expires nor is made void, and can still be paid for past the last day', () => {
  const locked = after(couponOf(), [lock('o1')])
  expect(refusal(locked, expire, LATER)).toEqual({ code: 'COUPON_LOCKED' })
  expect(refusal(locked, voiding)).toEqual({ code: 'COUPON_LOCKED' })
  const quota = after(couponOf({ uses: 3 }), [lock('o1')])
  expect(quota.state).toBe('issued')
  expect(refusal(quota, expire, LATER)).toEqual({ code: 'COUPON_LOCKED' })
  expect(refusal(quota, voiding)).toEqual({ code: 'COUPON_LOCKED' })
  expect(after(locked, [use('o1')], LATER).state).toBe('used')
  expect(after(locked, [unlock('o1'), expire], LATER).state).toBe('expired')
})

test('a coupon is not used without a lock, nor given back past its last day', () => {
  expect(refusal(couponOf(), use('o1'))).toEqual({ code: 'COUPON_NOT_HELD' })
  const used = after(couponOf(), [lock('o1'), use('o1')])
  expect(refusal(used, giveBack('o1'), LATER)).toEqual({ code: 'COUPON_EXPIRED', validUntil: '2026-06-30' })
  expect(refusal(used, unlock('o1'))).toEqual({ code: 'COUPON_USED' })
})

test('a coupon of three uses is locked once all that is left is held, and used once all are', () => {
  const states = [lock('a'), lock('b'), lock('c'), use('a'), unlock('b'), use('c'), lock('d'), use('d')]
  let coupon = couponOf({ uses: 3 })
  const seen = states.map((move) => (coupon = after(coupon, [move])).state)
  expect(seen).toEqual(['issued', 'issued', 'locked', 'locked', 'issued', 'issued', 'locked', 'used'])
})

test('who voids it says why', () => {
  expect(after(couponOf(), [voiding])).toMatchObject({
    state: 'voided',
    voided: { reason: '发错了', by: 'staff:s1', at: 5 },
  })
})

const moves = fc.array(
  fc.record({
    move: fc.oneof(
      fc.record({
        does: fc.constantFrom('lock' as const, 'unlock' as const, 'use' as const, 'giveBack' as const),
        orderId: fc.constantFrom('a', 'b', 'c'),
      }),
      fc.constant(expire),
      fc.constant(voiding),
    ),
    day: fc.constantFrom('2026-05-31', '2026-06-18', '2026-06-30', LATER),
  }),
  { maxLength: 30 },
)

test('whatever is asked in whatever order, a coupon moves as the table says, and no use is counted twice', () => {
  fc.assert(
    fc.property(moves, fc.integer({ min: 1, max: 3 }), (asked, uses) => {
      let coupon = couponOf({ uses })
      for (const { move, day } of asked) {
        const moved = moveCoupon(coupon, move, day)
        if (!moved.ok) continue
        const next = moved.value
        if (next !== coupon) expect(MOVES[move.does][coupon.state]).toContain(next.state)
        expect(next.heldBy.length + next.usedBy.length).toBeLessThanOrEqual(uses)
        const orders = [...next.heldBy, ...next.usedBy.map(({ orderId }) => orderId)]
        expect(new Set(orders).size).toBe(orders.length)
        coupon = next
      }
    }),
  )
})

test('nothing leads out of expired and voided, and only a refund out of used', () => {
  const outOf = (state: CouponState) =>
    Object.entries(MOVES).flatMap(([does, from]) => (state in from ? [does] : []))
  expect([outOf('expired'), outOf('voided'), outOf('used')]).toEqual([[], [], ['giveBack']])
})
