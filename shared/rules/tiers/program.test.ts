import {
  codesOf,
  history,
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
  untilOf,
  YUAN,
} from './exampleLevels'
import { impossible } from './impossible'
import { keeping } from './keeping'
import { buy, goTo, refund, withFacts } from './memberWalk'
import { DEFAULT_PROGRAM } from './program'

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

  test('From last upgrade till now: an order of the very instant of the upgrade comes after it, and is refunded so', () => {
    const after = (spendingDowngrade: boolean) => {
      const silver = spends(start({ standard: sinceUpgrade, spendingDowngrade }), 1_000)
      return spends({ ...silver, at: silver.at - 1 }, 5_000, 'same instant')
    }
    expect(levelOf(after(false))).toBe('gold')
    expect(levelOf(refund(after(true), 'same instant', 500_000))).toBe('silver')
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
    expect(again.standing.tier.earned.since).toBe(START)
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

  test('Spending downgrade: growth that left its window since is part of the ground; growth that was taken back is not', () => {
    const levels = [level('regular', null), level('silver', { measure: 'growth', atLeast: 1_000 })]
    const grown = (gained: number, counted: number) => ({
      growthMode: { kind: 'rolling' as const, windowDays: 30 },
      growthDays: [{ day: START, gained, counted }],
    })
    const silver = withFacts(
      start({ standard: lastDays(30), spendingDowngrade: true, levels }),
      grown(1_000, 1_000),
    )
    const lapsed = goTo(silver, '2026-09-01')
    expect([levelOf(silver), levelOf(withFacts(lapsed, grown(1_000, 0)))]).toEqual(['silver', 'silver'])
    expect(levelOf(withFacts(lapsed, grown(999, 0)))).toBe('regular')
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
