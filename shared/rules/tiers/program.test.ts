import type { Day } from '@shared/kernel/day'
import type { Condition } from './conditions'
import { impossible } from './impossible'
import { keeping } from './keeping'
import { buy, goTo, refund, startWalk, withProgram, withTier, type MemberWalk } from './memberWalk'
import { buyLevel, priceFen } from './paid'
import { DEFAULT_PROGRAM, switchedOff, switchedOn, type Level, type TierProgram } from './program'
import { nextLevel } from './waysUp'

const YUAN = 100
const START = '2026-03-15'

const spend = (yuan: number): Condition => ({ measure: 'spend', atLeast: yuan * YUAN })

function level(id: string, condition: Condition | null, more: Partial<Level> = {}): Level {
  return {
    id,
    name: { zh: id, en: id },
    material: 'paper',
    icon: null,
    color: null,
    kind: 'basic',
    condition,
    keep: { singleOrderFen: 300 * YUAN, totalFen: 600 * YUAN },
    paid: null,
    ...more,
  }
}

const LEVELS = [level('regular', null), level('silver', spend(1_000)), level('gold', spend(5_000))]
const program = (settings: Partial<TierProgram> = {}): TierProgram => ({
  ...DEFAULT_PROGRAM,
  levels: LEVELS,
  ...settings,
})
const sinceUpgrade = { of: 'total', period: { of: 'sinceUpgrade' } } as const
const lastDays = (days: number) =>
  ({ of: 'total', period: { of: 'window', length: { of: 'days', days } } }) as const
const history = (imported: boolean) => ({ of: 'total', period: { of: 'history', imported } }) as const

const start = (settings: Partial<TierProgram> = {}, day: Day = START): MemberWalk =>
  startWalk(program(settings), day)
const spends = (walk: MemberWalk, yuan: number, id = `${walk.orders.size}`): MemberWalk =>
  buy(walk, id, yuan * YUAN)
const levelOf = ({ standing }: MemberWalk): string => standing.tier.id
const untilOf = ({ standing }: MemberWalk): Day | null => standing.tier.earned.until
const codesOf = (settings: Partial<TierProgram>): readonly string[] =>
  impossible(program(settings)).map(({ code }) => code)

describe('Membership level settings', () => {
  test('Active time: by default orders of any day count, and the day can be adjusted', () => {
    expect(DEFAULT_PROGRAM.activeFrom).toBeNull()
    expect(levelOf(buy(start(), 'past', 1_000 * YUAN, '2019-01-01'))).toBe('silver')
    expect(codesOf({ activeFrom: '2026-02-30' })).toEqual(['notADay'])
  })

  test('Orders placed before the set activation time will not be included in calculations', () => {
    const active = start({ activeFrom: START })
    expect(levelOf(buy(active, 'before', 1_000 * YUAN, '2026-03-14'))).toBe('regular')
    expect(levelOf(buy(active, 'on the day', 1_000 * YUAN, START))).toBe('silver')
  })

  test('Standards for upgrading: amount spent each time', () => {
    const each = spends(spends(start({ standard: { of: 'eachOrder' } }), 600), 600)
    expect(levelOf(each)).toBe('regular')
    expect(levelOf(spends(each, 1_000))).toBe('silver')
  })

  test('Standards for upgrading: total spending', () => {
    expect(levelOf(spends(spends(start({ standard: sinceUpgrade }), 600), 600))).toBe('silver')
  })

  test('Accumulated in history (default): based on the total spending', () => {
    expect(DEFAULT_PROGRAM.standard).toEqual(history(true))
    const silver = spends(start(), 1_000)
    expect(levelOf(spends(goTo(silver, '2031-03-15'), 4_000))).toBe('gold')
  })

  test('You can choose to include imported order data', () => {
    const imported = (included: boolean) =>
      buy(start({ standard: history(included) }), 'past', 1_000 * YUAN, '2025-12-01')
    expect([levelOf(imported(true)), levelOf(imported(false))]).toEqual(['silver', 'regular'])
  })

  test('Due to the need to calculate all historical spending, downgrade rules cannot be set in this mode', () => {
    expect(codesOf({ standard: history(false), validity: { of: 'calendarYear' } })).toEqual([
      'historyNeverEnds',
    ])
    expect(codesOf({ standard: history(true), spendingDowngrade: true })).toEqual(['historyFollowsTotal'])
    expect(impossible(program({ spendingDowngrade: true }))[0]?.reason).toEqual({
      zh: '按历史累计消费升级时，等级随累计金额而定，不能另设消费降级规则',
      en: 'With all of the history the level goes by the total itself, so there is no downgrade rule to set',
    })
    expect(
      codesOf({ standard: sinceUpgrade, validity: { of: 'calendarYear' }, spendingDowngrade: true }),
    ).toEqual([])
  })

  test('From last upgrade till now: spending since the last upgrade', () => {
    const silver = spends(start({ standard: sinceUpgrade }), 1_000)
    const almost = spends(goTo(silver, '2026-04-01'), 4_999)
    expect(levelOf(almost)).toBe('silver')
    expect(levelOf(spends(almost, 1))).toBe('gold')
  })

  test('From last upgrade till now: an order of the day of the upgrade counts when it comes after it', () => {
    const sameDay = spends(spends(start({ standard: sinceUpgrade }), 1_000), 4_000)
    expect(levelOf(sameDay)).toBe('silver')
    expect(levelOf(spends(sameDay, 1_000))).toBe('gold')
  })

  test('Within specific time period: spending within a defined time frame', () => {
    const first = spends(start({ standard: lastDays(30) }), 600)
    expect(levelOf(spends(goTo(first, '2026-04-13'), 400))).toBe('silver')
    expect(levelOf(spends(goTo(first, '2026-04-14'), 400))).toBe('regular')
    const months = { of: 'total', period: { of: 'window', length: { of: 'months', months: 1 } } } as const
    const inMonths = spends(start({ standard: months }), 600)
    expect(levelOf(spends(goTo(inMonths, '2026-04-14'), 400))).toBe('silver')
    expect(levelOf(spends(goTo(inMonths, '2026-04-15'), 400))).toBe('regular')
  })

  test.each([
    ['Amount spent each time', { of: 'eachOrder' } as const],
    ['From last upgrade till now', sinceUpgrade],
    ['Within specific time period', lastDays(90)],
  ])('Downgrade rules can be set with %s', (_, standard) => {
    expect(codesOf({ standard, validity: { of: 'days', days: 180 }, spendingDowngrade: true })).toEqual([])
  })

  test('Downgrade validity: level is permanently valid', () => {
    const silver = spends(start({ standard: lastDays(30), validity: { of: 'permanent' } }), 1_000)
    expect([untilOf(silver), levelOf(goTo(silver, '2046-01-01'))]).toEqual([null, 'silver'])
  })

  test('Downgrade after 1 calendar year: the level is maintained for 1 year from the acquisition date', () => {
    const silver = spends(start({ standard: sinceUpgrade, validity: { of: 'calendarYear' } }), 1_000)
    expect(untilOf(silver)).toBe('2027-03-15')
    expect(levelOf(goTo(silver, '2027-03-15'))).toBe('silver')
    const after = goTo(silver, '2027-03-16')
    expect(levelOf(after)).toBe('regular')
    expect(after.decisions.at(-1)).toMatchObject({
      day: '2027-03-16',
      kind: 'down',
      cause: { of: 'validityEnded', lastDay: '2027-03-15' },
      reason: {
        zh: '等级有效期至 2027年3月15日，未达到保级条件',
        en: 'Valid through 15 Mar 2027; not earned again by then',
      },
    })
  })

  test('A year from 29 February ends on 28 February', () => {
    const settings = { standard: sinceUpgrade, validity: { of: 'calendarYear' } } as const
    expect(untilOf(spends(start(settings, '2028-02-29'), 1_000))).toBe('2029-02-28')
  })

  test.each([
    [{ of: 'days', days: 10 } as const, '2026-03-25', '2026-03-26'],
    [{ of: 'months', months: 3 } as const, '2026-06-15', '2026-06-16'],
  ])('Custom validity period: %j', (validity, last, next) => {
    const silver = spends(start({ standard: { of: 'eachOrder' }, validity }), 1_000)
    expect([levelOf(goTo(silver, last)), levelOf(goTo(silver, next))]).toEqual(['silver', 'regular'])
  })

  test('Downgrade goes to the level for which the member qualifies now, not simply one lower', () => {
    const settings = { standard: sinceUpgrade, validity: { of: 'calendarYear' } } as const
    const gold = spends(start(settings), 5_000)
    expect(levelOf(goTo(gold, '2027-03-16'))).toBe('regular')
    expect(levelOf(goTo(spends(goTo(gold, '2026-09-01'), 1_200), '2027-03-16'))).toBe('silver')
  })

  test('A level that was earned again in its term goes on for another', () => {
    const settings = { standard: sinceUpgrade, validity: { of: 'calendarYear' } } as const
    const again = goTo(spends(goTo(spends(start(settings), 1_000), '2026-09-01'), 1_000), '2027-03-16')
    expect([levelOf(again), untilOf(again), again.standing.tier.since]).toEqual([
      'silver',
      '2028-03-16',
      START,
    ])
    expect(again.decisions.at(-1)).toMatchObject({ kind: 'keep', cause: { of: 'earnedAgain' } })
    expect(levelOf(goTo(again, '2028-03-17'))).toBe('regular')
  })

  test('Spending downgrade: insufficient due to refunds, the member will be downgraded automatically', () => {
    const settings = { standard: sinceUpgrade, validity: { of: 'calendarYear' } } as const
    const lowered = (spendingDowngrade: boolean) =>
      refund(spends(start({ ...settings, spendingDowngrade }), 5_000, 'a'), 'a', 1_000 * YUAN)
    expect(levelOf(lowered(true))).toBe('silver')
    expect(lowered(true).decisions.at(-1)).toMatchObject({ kind: 'down', cause: { of: 'refund' } })
    expect(levelOf(lowered(false))).toBe('gold')
    expect(levelOf(goTo(lowered(false), '2027-03-16'))).toBe('regular')
  })

  test('Spending downgrade: a refund that leaves the ground of the level as it was takes nothing', () => {
    const settings = {
      standard: lastDays(30),
      validity: { of: 'calendarYear' },
      spendingDowngrade: true,
    } as const
    const later = spends(goTo(spends(start(settings), 5_000), '2026-09-01'), 100, 'small')
    expect(levelOf(refund(later, 'small', 100 * YUAN))).toBe('gold')
  })

  test('Spending downgrade: after the refund of an upgrade the level before it comes back, with all spend since then', () => {
    const climbed = spends(
      spends(start({ standard: sinceUpgrade, spendingDowngrade: true }), 1_000),
      5_000,
      'big',
    )
    const more = spends(goTo(climbed, '2026-05-01'), 3_000)
    const back = refund(more, 'big', 3_001 * YUAN)
    expect([levelOf(more), levelOf(back)]).toEqual(['gold', 'silver'])
    expect(levelOf(spends(back, 1))).toBe('gold')
  })

  test('Lock-in: can be enabled with a validity of one year or of your own, and not without', () => {
    const lockIn = { singleOrder: true, total: false, extension: { of: 'months', months: 6 } } as const
    expect(codesOf({ standard: sinceUpgrade, validity: { of: 'calendarYear' }, lockIn })).toEqual([])
    expect(codesOf({ standard: sinceUpgrade, validity: { of: 'months', months: 3 }, lockIn })).toEqual([])
    expect(codesOf({ standard: sinceUpgrade, lockIn })).toEqual(['lockInWithoutEnd'])
    expect(
      codesOf({
        standard: sinceUpgrade,
        validity: { of: 'calendarYear' },
        lockIn: { ...lockIn, singleOrder: false },
      }),
    ).toEqual(['lockInWithoutCriterion'])
  })

  const locked = (by: 'singleOrder' | 'total') =>
    start({
      standard: sinceUpgrade,
      validity: { of: 'calendarYear' },
      lockIn: { singleOrder: false, total: false, [by]: true, extension: { of: 'months', months: 6 } },
    })

  test('Lock-in: one order of the amount keeps the level', () => {
    const silver = goTo(spends(locked('singleOrder'), 1_000), '2026-06-01')
    const two = goTo(spends(spends(silver, 299), 299), '2027-03-16')
    const one = goTo(spends(silver, 300), '2027-03-16')
    expect([levelOf(two), levelOf(one), untilOf(one)]).toEqual(['regular', 'silver', '2027-09-15'])
  })

  test('Lock-in: the total during the downgrade period keeps the level', () => {
    const silver = goTo(spends(locked('total'), 1_000), '2026-06-01')
    expect(levelOf(goTo(spends(silver, 599), '2027-03-16'))).toBe('regular')
    const kept = goTo(spends(spends(silver, 300), 300), '2027-03-16')
    expect([levelOf(kept), kept.standing.tier.since]).toEqual(['silver', START])
    expect(kept.decisions.at(-1)).toMatchObject({
      kind: 'keep',
      until: '2027-09-15',
      cause: { of: 'lockIn', way: { by: 'total', haveFen: 60_000, needFen: 60_000 } },
      reason: { en: 'Kept by ¥600.00 spent during its validity' },
    })
  })

  test('Lock-in: the order that reached the level does not keep it', () => {
    expect(levelOf(goTo(spends(locked('total'), 1_000), '2027-03-16'))).toBe('regular')
  })

  test('Extended length: once locked the validity is extended for the defined period, and what is bought in it counts anew', () => {
    const kept = goTo(spends(goTo(spends(locked('total'), 1_000), '2026-06-01'), 600), '2027-03-16')
    expect(levelOf(goTo(kept, '2027-09-15'))).toBe('silver')
    expect(levelOf(goTo(kept, '2027-09-16'))).toBe('regular')
    const again = goTo(spends(goTo(kept, '2027-09-15'), 600), '2027-09-16')
    expect([levelOf(again), untilOf(again)]).toEqual(['silver', '2028-03-15'])
  })

  test('Once the lock-in rules are set, the amount must be set for each level', () => {
    const lockIn = { singleOrder: true, total: true, extension: { of: 'days', days: 90 } } as const
    const levels = [
      LEVELS[0]!,
      level('silver', spend(1_000), { keep: { singleOrderFen: null, totalFen: 1 } }),
    ]
    expect(
      impossible(program({ standard: sinceUpgrade, validity: { of: 'calendarYear' }, lockIn, levels })),
    ).toEqual([
      {
        code: 'noKeepAmount',
        levelId: 'silver',
        reason: {
          zh: '已开启保级规则，请设置该等级的保级消费金额',
          en: 'Lock-in is on: set the amount that keeps this level',
        },
      },
    ])
  })

  test('What keeps the level is told: how much more, until when, and what comes otherwise', () => {
    const silver = spends(goTo(spends(locked('total'), 1_000), '2026-06-01'), 200)
    expect(keeping(silver.standing, silver.program)).toEqual({
      levelId: 'silver',
      until: '2027-03-15',
      ways: [{ by: 'total', haveFen: 20_000, needFen: 60_000, missingFen: 40_000 }],
      keptUntil: '2027-09-15',
      otherwise: 'regular',
    })
    const kept = spends(silver, 400)
    expect(keeping(kept.standing, kept.program)).toMatchObject({
      ways: [{ missingFen: 0 }],
      otherwise: 'silver',
    })
    const forEver = spends(start(), 1_000)
    expect(keeping(forEver.standing, forEver.program)).toBeNull()
  })
})

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
})
