import { startOfDay } from '@shared/kernel/businessDay'
import { addDays } from '@shared/kernel/day'
import {
  codesOf,
  lastDays,
  level,
  levelOf,
  LEVELS,
  program,
  sinceUpgrade,
  spend,
  spends,
  START,
  start,
  YUAN,
} from './exampleLevels'
import { judge } from './judge'
import { buy, goTo, refund, startWalk, withProgram, withTier } from './memberWalk'
import { buyLevel, priceFen } from './paid'
import { switchedOff, switchedOn } from './program'
import { nextLevel } from './waysUp'

describe('Paid level settings', () => {
  const paid = { priceFen: 29_900, priceFenByLevel: { silver: 19_900 }, validDays: 365 }
  const vip = level('vip', null, { kind: 'paid', paid })
  const levels = [...LEVELS, vip]

  test('Unified pricing: all customers pay the same price to upgrade', () => {
    expect(priceFen(vip, program({ levels }), 'silver')).toBe(29_900)
  })

  test('Custom pricing for different membership levels', () => {
    const byLevel = program({ levels, paidPricing: 'byLevel' })
    expect([priceFen(vip, byLevel, 'silver'), priceFen(vip, byLevel, 'regular')]).toEqual([19_900, 29_900])
    expect(priceFen(LEVELS[1]!, byLevel, 'regular')).toBeNull()
  })

  test('Only a level that was created can be given a price of its own', () => {
    const unknown = level('vip', null, { kind: 'paid', paid: { ...paid, priceFenByLevel: { platinum: 1 } } })
    expect(codesOf({ levels: [...LEVELS, unknown] })).toEqual(['priceOfUnknownLevel'])
  })

  test('Paid member: upgrades instantly by paying, and the membership ends when it is not renewed', () => {
    const before = startWalk(program({ levels }), START)
    const bought = buyLevel(before.standing.tier, 'vip', before.program, START)
    if (!bought.ok) throw new Error(bought.error.code)
    const member = withTier(before, bought.value)
    expect(member.decisions.at(-1)).toMatchObject({
      kind: 'up',
      to: 'vip',
      until: '2027-03-15',
      cause: { of: 'paid' },
    })
    expect(levelOf(goTo(member, '2027-03-15'))).toBe('vip')
    const over = goTo(spends(member, 1_000), '2027-03-16')
    expect(over.decisions.at(-1)).toMatchObject({
      kind: 'down',
      from: 'vip',
      to: 'silver',
      cause: { of: 'paidEnded' },
    })
  })

  test('Dual member: through spending or by paying a fee', () => {
    const dual = [LEVELS[0]!, level('gold', spend(5_000), { kind: 'dual', paid })]
    const member = start({ levels: dual })
    expect(levelOf(spends(member, 5_000))).toBe('gold')
    const bought = buyLevel(member.standing.tier, 'gold', member.program, START)
    expect(bought.ok && levelOf(withTier(member, bought.value))).toBe('gold')
    expect(nextLevel(member.standing, member.program, START)?.ways).toMatchObject([
      { of: 'earned', parts: [{ measure: 'spend', missing: 500_000 }] },
      { of: 'paid', priceFen: 29_900, validDays: 365 },
    ])
  })

  test('A paid level is not reached by spending, and one that is sold needs its price', () => {
    expect(levelOf(spends(start({ levels }), 90_000))).toBe('gold')
    expect(codesOf({ levels: [...LEVELS, level('vip', null, { kind: 'paid' })] })).toEqual(['noPrice'])
    expect(codesOf({ levels: [...LEVELS, level('vip', spend(9_000), { kind: 'paid', paid })] })).toEqual([
      'conditionOnPaid',
    ])
    expect(codesOf({ levels: [...LEVELS, level('top', spend(9_000), { paid })] })).toEqual(['priceOnBasic'])
  })
})

describe('Levels', () => {
  test('The number of levels is limited by a setting', () => {
    expect(codesOf({ mostLevels: 3 })).toEqual([])
    expect(codesOf({ mostLevels: 2 })).toEqual(['tooManyLevels'])
  })

  test('If a customer requests a refund, the level is recalculated based on their adjusted spending', () => {
    const gold = spends(start(), 5_000, 'a')
    expect(levelOf(refund(gold, 'a', 1 * YUAN))).toBe('silver')
    expect(levelOf(refund(gold, 'a', 5_000 * YUAN))).toBe('regular')
  })

  test('After modifying the thresholds all are recalculated; those who do not meet the new requirements are downgraded', () => {
    const silver = spends(start({ standard: lastDays(30) }), 1_500)
    const months = goTo(silver, '2026-09-01')
    const stricter = withProgram(months, { levels: [LEVELS[0]!, level('silver', spend(2_000))] })
    expect(levelOf(stricter)).toBe('regular')
    expect(stricter.decisions.at(-1)).toMatchObject({ cause: { of: 'settings', version: 1 } })
    const milder = withProgram(months, {
      levels: [LEVELS[0]!, level('silver', spend(1_000)), level('gold', spend(1_500))],
    })
    expect(levelOf(milder)).toBe('gold')
  })

  test('A change of settings that has nothing to do with what a level was reached by moves nobody', () => {
    const silver = goTo(spends(start({ standard: lastDays(30) }), 1_000), '2026-09-01')
    expect(levelOf(withProgram(silver, { mostLevels: 9 }))).toBe('silver')
  })

  test('Once the order of levels is modified, it impacts upgrades and downgrades', () => {
    const levels = [LEVELS[0]!, level('silver', spend(1_000)), level('bronze', spend(200))]
    expect(levelOf(spends(start(), 1_000))).toBe('silver')
    expect(levelOf(spends(start({ levels }), 1_000))).toBe('bronze')
    expect(levelOf(withProgram(spends(start(), 1_000), { levels }))).toBe('bronze')
  })

  test('After deleting a level, all members within it are reassigned to other levels by evaluation', () => {
    const gold = spends(start(), 5_000)
    const without = withProgram(gold, { levels: LEVELS.slice(0, 2) })
    expect(without.decisions.at(-1)).toMatchObject({
      kind: 'reassign',
      from: 'gold',
      to: 'silver',
      cause: { of: 'levelDeleted' },
    })
  })

  test('When membership levels are disabled, all levels become inactive; enabling brings them back unharmed', () => {
    const settings = { standard: sinceUpgrade, validity: { of: 'calendarYear' } } as const
    const gold = goTo(spends(start(settings), 5_000), '2026-09-15')
    const off = withProgram(gold, switchedOff(gold.program, gold.today))
    const bought = spends(goTo(off, '2028-01-15'), 10_000)
    expect(bought.standing.tier).toEqual(gold.standing.tier)
    expect(nextLevel(bought.standing, bought.program, bought.today)).toBeNull()
    const later = goTo(off, '2028-01-15')
    const on = withProgram(later, switchedOn(later.program, later.today))
    expect([levelOf(on), on.standing.tier.since]).toEqual(['gold', START])
    // 181 days of it were left, and are left.
    expect(levelOf(goTo(on, '2028-07-14'))).toBe('gold')
    expect(levelOf(goTo(on, '2028-07-15'))).toBe('regular')
  })

  test('Ground so old that its days are not told apart any more is taken as sound', () => {
    let walk = spends(start({ standard: lastDays(30), spendingDowngrade: true }), 5_000)
    for (let day = 1; day <= 735; day += 1) walk = buy(goTo(walk, addDays(START, day)), `day${day}`, 1)
    expect(walk.standing.bought[0]).toMatchObject({ firstDay: START, day: '2026-03-19' })
    expect(levelOf(refund(walk, 'day735', 1))).toBe('gold')
  })

  test('A past order that comes in late is judged as of the last day known, not among orders that came after it', () => {
    const twice = spends(goTo(spends(start({ standard: lastDays(30) }), 600), '2026-06-15'), 600)
    const then = { today: START, at: startOfDay(START) }
    expect(judge(twice.standing, twice.program, then).decision).toEqual({ kind: 'stay' })
    const stricter = { ...twice.program, version: 1, levels: [LEVELS[0]!, level('silver', spend(500))] }
    expect(judge(twice.standing, stricter, then).tier.since).toBe('2026-06-15')
  })
})
