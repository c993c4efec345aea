import fc from 'fast-check'
import { giveBack } from './giveBack'
import { applyLots, totalOf, type Lot } from './lots'
import { takeEarliest } from './take'
import { refundedShare, repay, takeBack } from './takeBack'

const TODAY = '2027-01-15'
const anyDay = fc.integer({ min: 1, max: 28 }).map((d) => `2027-01-${String(d).padStart(2, '0')}`)
const anyLots = fc
  .array(fc.record({ validUntil: fc.option(anyDay), points: fc.integer({ min: 1, max: 1_000 }) }), {
    maxLength: 12,
  })
  .map((lots) => applyLots([], lots))

const lot = (validUntil: string | null, points: number): Lot => ({ validUntil, points })

describe('spending', () => {
  test('takes the earliest expiry first, and what never lapses last', () => {
    const lots = [lot('2026-12-31', 30), lot('2027-12-31', 50), lot(null, 20)]
    expect(takeEarliest(lots, 90)).toEqual({
      ok: true,
      value: [lot('2026-12-31', -30), lot('2027-12-31', -50), lot(null, -10)],
    })
  })

  test('refuses whole what is not there', () => {
    expect(takeEarliest([lot(null, 20)], 21)).toEqual({ ok: false, error: { missing: 1 } })
  })

  test('leaves nothing that lapses earlier than what it took', () => {
    fc.assert(
      fc.property(anyLots, fc.nat(6_000), (lots, points) => {
        const taken = takeEarliest(lots, points)
        expect(taken.ok).toBe(points <= totalOf(lots))
        if (!taken.ok) return
        const left = applyLots(lots, taken.value)
        expect(totalOf(left)).toBe(totalOf(lots) - points)
        const lastTaken = taken.value.at(-1)
        if (!lastTaken) return
        const earlier = left.filter(
          (kept) => kept.validUntil !== null && (lastTaken.validUntil ?? '9') > kept.validUntil,
        )
        expect(earlier).toEqual([])
      }),
    )
  })
})

describe('giving back', () => {
  test('goes to the lots that it came from', () => {
    expect(giveBack([lot('2027-12-31', -50), lot(null, -10)], TODAY)).toEqual([
      lot('2027-12-31', 50),
      lot(null, 10),
    ])
  })

  test('gives thirty days to what lapsed meanwhile; its last day is not over yet', () => {
    expect(giveBack([lot('2027-01-14', -5), lot('2026-12-31', -7), lot(TODAY, -1)], TODAY)).toEqual([
      lot('2027-02-14', 12),
      lot(TODAY, 1),
    ])
  })

  test('loses and makes nothing', () => {
    fc.assert(
      fc.property(anyLots, fc.nat(3_000), (lots, points) => {
        const taken = takeEarliest(lots, Math.min(points, totalOf(lots)))
        if (!taken.ok) throw new Error('refused')
        const back = applyLots(applyLots(lots, taken.value), giveBack(taken.value, TODAY))
        expect(totalOf(back)).toBe(totalOf(lots))
        expect(giveBack(taken.value, '2027-01-01').every(({ points: given }) => given > 0)).toBe(true)
      }),
    )
  })
})

describe('taking back what an order earned', () => {
  test('comes from the order’s own lots first, though others lapse earlier', () => {
    const lots = [lot('2026-12-31', 30), lot('2027-12-31', 50)]
    expect(takeBack(lots, [lot('2027-12-31', 40)], 40)).toEqual({
      changes: [lot('2027-12-31', -40)],
      debt: 0,
    })
  })

  test('goes on with others, and leaves what is spent as a debt', () => {
    const lots = [lot('2026-12-31', 30), lot('2027-12-31', 10)]
    expect(takeBack(lots, [lot('2027-12-31', 60)], 60)).toEqual({
      changes: [lot('2027-12-31', -10), lot('2026-12-31', -30)],
      debt: 20,
    })
  })

  test('takes and owes exactly what is asked, and never more of a lot than it holds', () => {
    fc.assert(
      fc.property(anyLots, anyLots, fc.nat(5_000), (lots, own, points) => {
        const { changes, debt } = takeBack(lots, own, points)
        expect(-totalOf(changes) + debt).toBe(points)
        expect(debt === 0 || totalOf(applyLots(lots, changes)) === 0).toBe(true)
      }),
    )
  })

  test('the next points earned repay a debt first', () => {
    expect(repay(50, 20)).toEqual({ repaid: 20, kept: 30 })
    expect(repay(15, 20)).toEqual({ repaid: 15, kept: 0 })
  })

  test('any sequence of partial refunds takes what one full refund takes', () => {
    const parts = fc.array(fc.integer({ min: 1, max: 50_000 }), { minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(fc.nat(1_000_000), parts, (earned, refunds) => {
        const paidFen = refunds.reduce((sum, part) => sum + part, 0)
        let refundedFen = 0
        let taken = 0
        for (const part of refunds) {
          refundedFen += part
          const share = refundedShare(earned, paidFen, refundedFen, taken)
          expect(share).toBeGreaterThanOrEqual(0)
          taken += share
        }
        expect(taken).toBe(earned)
      }),
    )
  })
})
