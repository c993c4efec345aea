import * as fc from 'fast-check'
import {
  act,
  after,
  AT,
  cancel,
  COUPON,
  CREDIT,
  DAYS,
  deliver,
  handOver,
  MUG,
  pay,
  receive,
  redeem,
  redemptionOf,
  SERVICE,
  ship,
  takeReturn,
  TODAY,
} from './exampleItem'
import { MOVES, moveRedemption, returnUntil, type RedemptionMove } from './move'
import type { Redemption, RedemptionState } from './redemption'

const refusal = (redemption: Redemption, move: RedemptionMove, today = TODAY) => {
  const moved = moveRedemption(redemption, move, today)
  return moved.ok ? 'done' : moved.error
}
const states = (redemption: Redemption, moves: readonly RedemptionMove[]) =>
  moves.map((_, i) => after(redemption, moves.slice(0, i + 1)).state)

test.each<[string, Redemption, RedemptionMove[], RedemptionState[]]>([
  ['goods that are brought', redemptionOf(), [pay, ship, receive], ['paid', 'shipped', 'received']],
  ['goods that are fetched', redemptionOf(MUG, 'pickUp'), [pay, handOver], ['paid', 'claimed']],
  ['a coupon', redemptionOf(COUPON), [pay, deliver], ['paid', 'claimed']],
  ['wallet credit', redemptionOf(CREDIT), [pay, deliver], ['paid', 'redeemed']],
  ['days of membership', redemptionOf(DAYS), [pay, deliver], ['paid', 'redeemed']],
  ['a service', redemptionOf(SERVICE), [pay, redeem], ['paid', 'redeemed']],
])('the way of %s', (_, redemption, moves, expected) => {
  expect(states(redemption, moves)).toEqual(expected)
  const done = after(redemption, moves)
  for (const move of moves) expect(after(done, [move])).toBe(done)
})

test('each thing goes its own way', () => {
  const paid = (of = MUG, way: 'ship' | 'pickUp' | null = 'ship') => after(redemptionOf(of, way), [pay])
  expect(refusal(paid(), handOver)).toEqual({ code: 'REDEMPTION_OTHER_WAY', way: 'ship' })
  expect(refusal(paid(MUG, 'pickUp'), ship)).toEqual({ code: 'REDEMPTION_OTHER_WAY', way: 'pickUp' })
  expect(refusal(paid(SERVICE), deliver)).toEqual({ code: 'REDEMPTION_OTHER_WAY', way: 'code' })
  expect(refusal(after(paid(COUPON), [deliver]), handOver)).toEqual({
    code: 'REDEMPTION_OTHER_WAY',
    way: 'atOnce',
  })
  expect(() => redemptionOf(MUG, null)).toThrow('no way is none of ship,pickUp')
})

test('nothing is got before it is paid for, and a code is used once', () => {
  expect(refusal(redemptionOf(SERVICE), redeem)).toEqual({ code: 'REDEMPTION_STATE', state: 'unpaid' })
  const used = after(redemptionOf(SERVICE), [pay, redeem])
  expect(after(used, [{ does: 'redeem', got: act('staff:s2') }])).toBe(used)
  expect(refusal(used, cancel)).toEqual({ code: 'REDEMPTION_STATE', state: 'redeemed' })
})

test('cancelled until it is on its way, and money that comes late finds it so', () => {
  const cancelled = after(redemptionOf(), [cancel])
  expect(refusal(cancelled, pay)).toEqual({ code: 'REDEMPTION_STATE', state: 'cancelled' })
  const afterPaying = after(redemptionOf(), [pay, cancel])
  expect(afterPaying).toMatchObject({ state: 'cancelled', paidAt: AT })
  expect(refusal(afterPaying, pay)).toEqual({ code: 'REDEMPTION_STATE', state: 'cancelled' })
  expect(after(cancelled, [cancel])).toBe(cancelled)
  expect(refusal(after(redemptionOf(), [pay, ship]), cancel)).toEqual({
    code: 'REDEMPTION_STATE',
    state: 'shipped',
  })
})

test('the number of a parcel can be put right', () => {
  const shipment = { at: 1, day: TODAY, carrier: '顺丰', trackingNo: 'SF2' }
  const again = after(redemptionOf(), [pay, ship, { does: 'ship', shipment }])
  expect(again).toMatchObject({ state: 'shipped', shipment })
})

describe('goods that are brought back', () => {
  const received = after(redemptionOf(), [pay, ship, receive])

  test('within their days, the last included', () => {
    expect(returnUntil(received)).toBe('2026-06-25')
    expect(after(received, [takeReturn], '2026-06-25')).toMatchObject({
      state: 'returned',
      got: { day: TODAY },
      end: { reason: '破损' },
    })
    expect(refusal(received, takeReturn, '2026-06-26')).toEqual({
      code: 'REDEMPTION_RETURN_OVER',
      lastDay: '2026-06-25',
    })
    const fetched = after(redemptionOf(MUG, 'pickUp'), [pay, handOver])
    expect(after(fetched, [takeReturn]).state).toBe('returned')
  })

  test('what never arrived comes back at any time', () => {
    expect(after(redemptionOf(), [pay, ship, takeReturn], '2027-01-01').state).toBe('returned')
  })

  test('not where the item has no returns, nor anything but goods', () => {
    const final = after(redemptionOf({ ...MUG, returnDays: 0 }), [pay, ship, receive])
    expect(refusal(final, takeReturn)).toEqual({ code: 'REDEMPTION_NO_RETURNS' })
    expect(refusal(after(redemptionOf(COUPON), [pay, deliver]), takeReturn)).toEqual({
      code: 'REDEMPTION_NO_GOODS',
    })
  })
})

const moves = fc.array(
  fc.record({
    move: fc.constantFrom(pay, ship, receive, handOver, deliver, redeem, cancel, takeReturn),
    today: fc.constantFrom(TODAY, '2026-07-30'),
  }),
  { maxLength: 20 },
)
const made = fc.constantFrom(
  redemptionOf(),
  redemptionOf(MUG, 'pickUp'),
  redemptionOf(COUPON),
  redemptionOf(SERVICE),
  redemptionOf(CREDIT),
)

test('whatever is asked in whatever order, it moves as the table says, and is got or cancelled, never both', () => {
  fc.assert(
    fc.property(moves, made, (asked, first) => {
      let redemption = first
      const seen: RedemptionState[] = [first.state]
      for (const { move, today } of asked) {
        const moved = moveRedemption(redemption, move, today)
        if (!moved.ok) continue
        if (moved.value !== redemption) {
          expect(MOVES[move.does][redemption.state]).toContain(moved.value.state)
          seen.push(moved.value.state)
        }
        redemption = moved.value
      }
      const wasGot = seen.some((state) => ['received', 'claimed', 'redeemed'].includes(state))
      expect(seen.includes('cancelled') && wasGot).toBe(false)
      expect(
        seen.filter((state) => state === 'cancelled' || state === 'returned').length,
      ).toBeLessThanOrEqual(1)
    }),
  )
})

test('nothing leads out of redeemed, cancelled and returned', () => {
  const outOf = (state: RedemptionState) => Object.values(MOVES).some((from) => state in from)
  expect(['redeemed', 'cancelled', 'returned'].map((state) => outOf(state as RedemptionState))).toEqual([
    false,
    false,
    false,
  ])
})
