import * as fc from 'fast-check'
import { addDays } from '@shared/kernel/day'
import { goTo, withProgram, type MemberWalk } from '../tiers/memberWalk'
import { runningPaid } from '../tiers/paid'
import { switchedOff, switchedOn } from '../tiers/program'
import { pays, START, start } from './exampleMembership'
import { refundOffer, type MembershipRefundOffer, type PaidDays, type TakenOff } from './refund'
import { refundWords } from './words'

const bought = (id: string, levelId: string, paidOn: string, more: Partial<PaidDays> = {}): PaidDays => ({
  id,
  levelId,
  validDays: 30,
  paidFen: 3_000,
  paidAt: Date.parse(paidOn),
  paidOn,
  ...more,
})

function refund(
  { standing, program, today }: MemberWalk,
  purchases: readonly PaidDays[],
  id: string,
  taken: readonly TakenOff[] = [],
): MembershipRefundOffer {
  const offer = refundOffer(standing.tier, purchases, id, taken, program, today)
  if (!offer.ok) throw new Error(offer.error.code)
  return offer.value
}

const plus = bought('a', 'plus', START)
const onDay = (day: string) => goTo(pays(start(), 'plus'), day)

test.each([
  [START, 0, 3_000],
  ['2026-01-02', 1, 2_900],
  ['2026-01-11', 10, 2_000],
  ['2026-01-30', 29, 100],
])('on %s %i days are used and %i fen go back', (day, usedDays, backFen) => {
  expect(refund(onDay(day), [plus], 'a')).toMatchObject({ usedDays, backFen, usedFen: 3_000 - backFen })
})

test('on its last day nothing is left, and what is not there is not refunded', () => {
  const { standing, program, today } = onDay('2026-01-31')
  const code = (id: string) => {
    const offer = refundOffer(standing.tier, [plus], id, [], program, today)
    return offer.ok ? null : offer.error.code
  }
  expect([code('a'), code('b')]).toEqual(['MEMBERSHIP_USED_UP', 'MEMBERSHIP_UNKNOWN'])
})

test('the refund ends the level at once, and what waited under it goes on', () => {
  expect(refund(onDay('2026-01-11'), [plus], 'a').tier.paid).toBeNull()
  const both = goTo(pays(onDay('2026-01-21'), 'gold'), '2026-01-25')
  const gold = bought('g', 'gold', '2026-01-21', { paidFen: 6_000 })
  const offer = refund(both, [plus, gold], 'g')
  expect(offer).toMatchObject({ usedDays: 4, backFen: 5_200 })
  expect([offer.tier.paid, offer.tier.paused]).toEqual([
    { levelId: 'plus', since: '2026-01-25', until: '2026-02-04' },
    [],
  ])
})

test('a level that waits gives back the days it has left, and the one above goes on', () => {
  const both = goTo(pays(onDay('2026-01-21'), 'gold'), '2026-01-25')
  const offer = refund(both, [plus, bought('g', 'gold', '2026-01-21')], 'a')
  expect(offer).toMatchObject({ unusedDays: 11, usedDays: 19, backFen: 1_100 })
  expect(offer.tier.paused).toEqual([])
  expect(offer.tier.paid).toEqual(both.standing.tier.paid)
})

describe('a level that was renewed', () => {
  const renewed = goTo(pays(onDay('2026-01-11'), 'plus'), '2026-01-21')
  const purchases = [plus, bought('b', 'plus', '2026-01-11')]

  test('the days to come are those of the renewal, which goes back whole', () => {
    const offer = refund(renewed, purchases, 'b')
    expect(offer).toMatchObject({ usedDays: 0, backFen: 3_000 })
    expect(offer.tier.paid?.until).toBe('2026-01-31')
  })

  test('the first goes back by its own days, and the renewal begins now', () => {
    const offer = refund(renewed, purchases, 'a')
    expect(offer).toMatchObject({ usedDays: 20, backFen: 1_000 })
    expect(offer.tier.paid?.until).toBe('2026-02-20')
  })

  test('days that points were redeemed for take their part of what is left, and are worth nothing', () => {
    const redeemed = bought('b', 'plus', '2026-01-11', { paidFen: 0 })
    expect(refund(renewed, [plus, redeemed], 'a')).toMatchObject({ unusedDays: 10, backFen: 1_000 })
    expect(refund(renewed, [plus, redeemed], 'b')).toMatchObject({ unusedDays: 30, backFen: 0 })
  })
})

describe('what its benefits took off orders', () => {
  const taken = [
    { day: '2025-12-31', fen: 99_999 },
    { day: START, fen: 700 },
    { day: '2026-01-03', fen: 800 },
  ]

  test('is what was used, where it is more than the days', () => {
    expect(refund(onDay('2026-01-04'), [plus], 'a', taken)).toMatchObject({
      byDaysFen: 300,
      savedFen: 1_500,
      usedFen: 1_500,
      backFen: 1_500,
    })
    expect(refund(onDay('2026-01-26'), [plus], 'a', taken)).toMatchObject({ usedFen: 2_500, backFen: 500 })
  })

  test('is never more than was paid', () => {
    const much = [{ day: START, fen: 9_000 }]
    expect(refund(onDay(START), [plus], 'a', much)).toMatchObject({ usedFen: 3_000, backFen: 0 })
  })

  test('is not counted of a renewal that has not begun', () => {
    const renewed = pays(onDay('2026-01-11'), 'plus')
    const purchases = [plus, bought('b', 'plus', '2026-01-11')]
    const today = [{ day: '2026-01-11', fen: 1_000 }]
    expect(refund(renewed, purchases, 'b', today)).toMatchObject({ savedFen: 0, backFen: 3_000 })
    expect(refund(renewed, purchases, 'a', today)).toMatchObject({ savedFen: 1_000 })
  })
})

test('while the levels are off no day is used, and what waited goes on when they are on again', () => {
  const both = goTo(pays(onDay('2026-01-21'), 'gold'), '2026-01-26')
  const off = goTo(withProgram(both, switchedOff(both.program, both.today)), '2026-03-26')
  const offer = refund(off, [plus, bought('g', 'gold', '2026-01-21')], 'g')
  expect(offer).toMatchObject({ usedDays: 4, backFen: 2_600 })
  const on = switchedOn(off.program, off.today)
  const after = goTo(
    withProgram({ ...off, standing: { ...off.standing, tier: offer.tier } }, on),
    '2026-04-05',
  )
  expect(after.standing.tier.id).toBe('plus')
  expect(goTo(after, '2026-04-06').standing.tier.id).toBe('regular')
})

const steps = fc.array(
  fc.record({
    does: fc.constantFrom(
      'plus' as const,
      'gold' as const,
      'premium' as const,
      'wait' as const,
      'refund' as const,
    ),
    days: fc.integer({ min: 0, max: 40 }),
    which: fc.nat(9),
    savedFen: fc.nat(20_000),
  }),
  { maxLength: 14 },
)

test('whatever is bought, waited for and refunded, no refund is negative or above what was paid, and no day pays twice', () => {
  fc.assert(
    fc.property(steps, fc.constantFrom('pauses' as const, 'ends' as const), (asked, lowerPaid) => {
      let walk = start({ lowerPaid })
      let purchases: PaidDays[] = []
      const priceOf = { plus: 3_001, gold: 6_007, premium: 29_989 }
      asked.forEach(({ does, days, which, savedFen }, i) => {
        if (does === 'wait') {
          walk = goTo(walk, addDays(walk.today, days))
        } else if (does === 'refund') {
          const purchase = purchases[which % Math.max(1, purchases.length)]
          if (!purchase) return
          const { standing, program, today } = walk
          const offer = refundOffer(
            standing.tier,
            purchases,
            purchase.id,
            [{ day: today, fen: savedFen }],
            program,
            today,
          )
          if (!offer.ok) return
          const { backFen, usedFen, unusedDays, usedDays } = offer.value
          expect([backFen >= 0, usedFen >= 0, backFen + usedFen]).toEqual([true, true, purchase.paidFen])
          expect([unusedDays > 0, usedDays >= 0, unusedDays + usedDays]).toEqual([
            true,
            true,
            purchase.validDays,
          ])
          walk = { ...walk, standing: { ...standing, tier: offer.value.tier } }
          purchases = purchases.filter((each) => each !== purchase)
        } else {
          const before = walk
          try {
            walk = pays(walk, does)
          } catch {
            walk = before
            return
          }
          const validDays = does === 'premium' ? 365 : 30
          const id = `${i}`.padStart(2, '0')
          purchases = [...purchases, { ...bought(id, does, walk.today), validDays, paidFen: priceOf[does] }]
        }
        const running = runningPaid(walk.standing.tier, walk.program, walk.today)
        for (const levelId of new Set([
          running.paid?.levelId,
          ...running.paused.map((each) => each.levelId),
        ])) {
          if (levelId !== undefined) expect(purchases.some((each) => each.levelId === levelId)).toBe(true)
        }
      })
    }),
    { numRuns: 300 },
  )
})

test('the sum in words', () => {
  expect(refundWords(refund(onDay('2026-01-11'), [plus], 'a'))).toEqual({
    zh: '付款 ¥30.00，30 天中已用 10 天，折合 ¥10.00；退回 ¥20.00。',
    en: 'You paid ¥30.00. 10 of 30 days are used, worth ¥10.00. ¥20.00 go back.',
  })
  expect(refundWords(refund(onDay('2026-01-11'), [plus], 'a', [{ day: START, fen: 1_234 }])).en).toBe(
    'You paid ¥30.00. 10 of 30 days are used, worth ¥10.00. It has saved you ¥12.34, so ¥12.34 count as used. ¥17.66 go back.',
  )
})
