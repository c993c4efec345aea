import fc from 'fast-check'
import { addDays } from '@shared/kernel/day'
import type { EntryKind } from '../account/entry'
import { standingOf } from '../tiers/standingOf'
import { explainDebt } from './explainDebt'
import { explainEntry } from './explainEntry'
import { explainGrowth } from './explainGrowth'
import { explainOrder } from './explainOrder'
import { explainPending, explainPoints } from './explainPoints'
import { explainTier } from './explainTier'
import { whatDoesNotAddUp, type Explanation } from './explanation'
import { MemberStory, settingsWith, written, type SettingsPatch } from './memberStory'

const explained = (story: MemberStory, kind: EntryKind) =>
  explainEntry(story.entry(kind), story.settings.tiers)
const lines = (story: MemberStory, kind: EntryKind) => written(explained(story, kind).lines)

test('joining: from when things count', () => {
  const { title, source, rules } = explained(new MemberStory(), 'memberJoined')
  expect([title.en, source?.label.en, rules]).toEqual(['Joined', 'Joined with one tap', []])
  expect(lines(new MemberStory(), 'memberJoined')).toEqual([
    'Points and growth count from this day on.',
    '· 0 Points then',
    '· 0 Growth then',
    'Now Regular.',
  ])
})

test('a check-in: the day of the cycle, and what the day’s cap cut', () => {
  const story = new MemberStory(
    settingsWith({ earning: { dailyCaps: { checkin: 8 } }, checkin: { version: 3 } }),
  )
  for (const day of ['2026-03-01', '2026-03-02', '2026-03-03']) story.checkIn(day)
  expect(lines(story, 'checkin')).toEqual([
    '· 3 Days in a row',
    '+ 10 Reward of day 3 of the cycle',
    '+ -2 No more than 8 points a day for check-ins',
    '= 8 Points earned',
    'These points are good until 31 Dec 2027, that day included.',
    '+ 10 Points before',
    '+ 8 This entry',
    '= 18 Points after',
    '+ 2 Growth before',
    '+ 1 Growth for the check-in',
    '= 3 Growth after',
  ])
  expect(explained(story, 'checkin').rules.map(({ topic, version }) => [topic, version])).toEqual([
    ['checkin', 3],
    ['points', 0],
  ])
})

describe('a refund', () => {
  const bought = () =>
    new MemberStory(settingsWith({ earning: { version: 5 } }))
      .buy('2026-06-01', 'A', [33_000], 0, 1_000)
      .under({ earning: { version: 6, pointsPerYuan: 9 } })

  test('in parts: all so far by their share, less what earlier ones took', () => {
    const story = bought().refund('2026-06-02', 'A', 10_001).refund('2026-06-03', 'A', 10_001, 500)
    // 330 × 200.02 / 330.00 = 200.02 in all, 100 of it taken before.
    expect(lines(story, 'orderRefunded')).toEqual([
      '+ 10001 For goods',
      '+ 500 For freight',
      '= 10501 Refunded',
      '· 33000 Paid for the goods of the order',
      '· 330 Points that the order earned',
      '+ 200 Share of ¥200.02 refunded in all, of ¥330.00 paid',
      '+ -100 Earlier refunds took',
      '= 100 Points taken back now',
      "+ 100 From the order's own points first (good until 31 Dec 2027)",
      '= 100 Taken back in all',
      '· 330 Growth that the order earned',
      '+ 200 Share of ¥200.02 refunded in all, of ¥330.00 paid',
      '+ -100 Earlier refunds took',
      '= 100 Growth taken off now',
      '+ 230 Points before',
      '+ -100 This entry',
      '= 130 Points after',
      '+ 230 Growth before',
      '+ -100 This entry',
      '= 130 Growth after',
      'Now Regular: After a refund, its condition is no longer met.',
    ])
    expect(explained(story, 'orderRefunded').rules).toMatchObject([{ topic: 'earning', version: 5 }])
    story.refund('2026-06-04', 'A', 12_998)
    expect(lines(story, 'orderRefunded').slice(3, 6)).toEqual([
      '+ 330 All was refunded, so all of it goes back',
      '+ -200 Earlier refunds took',
      '= 130 Points taken back now',
    ])
  })

  test('the order’s own points first, then others, and what was spent is owed', () => {
    const story = new MemberStory()
      .buy('2025-12-01', 'old', [10_000])
      .buy('2026-06-01', 'A', [50_000])
      // Takes 100 that lapse in 2026 and 300 of the order's own; 2 come in.
      .buy('2026-06-02', 'B', [800], 400)
      .checkIn('2026-06-02')
    const owing = new MemberStory()
      .buy('2026-06-01', 'A', [50_000])
      .buy('2026-06-02', 'B', [1_000], 500)
      .refund('2026-06-03', 'A', 50_000)
    story.refund('2026-06-03', 'A', 50_000)
    expect(lines(story, 'orderRefunded')).toEqual(
      expect.arrayContaining([
        "+ 209 From the order's own points first (good until 31 Dec 2027)",
        '+ 291 Spent already, so they are owed',
        '= 500 Taken back in all',
      ]),
    )
    expect(lines(owing, 'orderRefunded').slice(5, 9)).toEqual([
      "+ 5 From the order's own points first (good until 31 Dec 2027)",
      '+ 495 Spent already, so they are owed',
      '= 500 Taken back in all',
      '· 500 Growth that the order earned',
    ])
  })

  test('from other lots when its own has lapsed, and growth only as far as it still counts', () => {
    const story = new MemberStory(
      settingsWith({
        points: { validity: { kind: 'days', validDays: 30 } },
        growth: { version: 1, mode: { kind: 'rolling', windowDays: 20 } },
      }),
    )
      .buy('2026-06-01', 'A', [10_000])
      .buy('2026-06-25', 'B', [8_000])
      .refund('2026-07-05', 'A', 5_000)
    expect(lines(story, 'orderRefunded').slice(3)).toEqual([
      '+ 50 Share of ¥50.00 refunded in all, of ¥100.00 paid',
      '= 50 Points taken back now',
      '+ 50 Then from other points (good until 25 Jul 2026)',
      '= 50 Taken back in all',
      '· 100 Growth that the order earned',
      '+ 50 Share of ¥50.00 refunded in all, of ¥100.00 paid',
      '+ -50 Of it, what had stopped counting',
      '= 0 Growth taken off now',
      '+ 80 Points before',
      '+ -50 This entry',
      '= 30 Points after',
    ])
  })

  test('from pending points while they are pending', () => {
    const story = new MemberStory(settingsWith({ earning: { releaseDays: 7 } }))
      .buy('2026-06-01', 'A', [10_000])
      .refund('2026-06-03', 'A', 4_000)
    expect(lines(story, 'orderRefunded')).toContain('+ 40 From the pending points due on 8 Jun 2026')
  })
})

test('points used: lot by lot, earliest first; and back to their lots, with grace for what lapsed', () => {
  const story = new MemberStory(settingsWith({ points: { version: 8 } }), '2025-12-01')
    .buy('2025-12-01', 'old', [20_000])
    .buy('2026-06-01', 'new', [30_000])
    .buy('2026-12-30', 'A', [1_000], 300)
  expect(lines(story, 'pointsSpent').slice(0, 5)).toEqual([
    '+ 200 Of the points that are good until 31 Dec 2026',
    '+ 100 Of the points that are good until 31 Dec 2027',
    '= 300 Points used',
    '· 300 Taken off the order',
    'Points that lapse first are used first.',
  ])
  expect(explained(story, 'pointsSpent').rules).toMatchObject([
    {
      topic: 'points',
      version: 8,
      text: { en: '100 points take ¥1 off; points that lapse first are used first.' },
    },
  ])
  story.refund('2027-01-05', 'A', 700)
  expect(lines(story, 'pointsReturned').slice(0, 4)).toEqual([
    '+ 100 Back where they came from, good until 31 Dec 2027',
    '+ 200 Had lapsed meanwhile: 30 days more, good until 4 Feb 2027',
    '= 300 Points that came back',
    '· 300 What they had taken off',
  ])
})

test('points that lapsed', () => {
  const story = new MemberStory().checkIn('2026-03-01').until('2028-01-01')
  expect(lines(story, 'pointsExpired')).toEqual([
    'The last day of these points was 31 Dec 2027; they lapsed when it ended.',
    '+ 5 Points before',
    '+ -5 Points that lapsed',
    '= 0 Points after',
  ])
})

test('growth that left its window, and growth counted again: by month, with the mode and its version', () => {
  const rolling = { growth: { version: 2, mode: { kind: 'rolling', windowDays: 30 } } } as const
  const story = new MemberStory(settingsWith(rolling))
    .buy('2026-01-10', 'A', [10_000])
    .buy('2026-02-02', 'B', [5_000])
    .until('2026-03-20')
  expect(lines(story, 'growthLapsed')).toEqual([
    'This growth no longer counts; its entries stay.',
    '+ -50 Gained in Feb 2026',
    '= -50 Growth that stopped counting',
    '+ 50 Growth before',
    '+ -50 This entry',
    '= 0 Growth after',
  ])
  expect(explained(story, 'growthLapsed').rules).toMatchObject([
    {
      topic: 'growth',
      version: 2,
      text: { en: 'Growth of the last 30 days counts, the day itself included.' },
    },
  ])
  story
    .under({ growth: { version: 3, mode: { kind: 'reset', everyMonths: 12, from: '2026-02-01' } } })
    .until('2026-03-21')
  expect(lines(story, 'growthRecounted').slice(1)).toEqual([
    '+ 50 Gained in Feb 2026',
    '= 50 Change of growth',
    '+ 0 Growth before',
    '+ 50 This entry',
    '= 50 Growth after',
  ])
})

describe('whatever a member does', () => {
  const step = fc.record({
    days: fc.integer({ min: 0, max: 45 }),
    does: fc.constantFrom('checkIn', 'buy', 'refund', 'rules'),
    fen: fc.integer({ min: 1, max: 90_000 }),
    more: fc.nat(50_000),
    points: fc.integer({ min: 0, max: 6 }),
    pick: fc.nat(5),
  })
  const RULES: readonly SettingsPatch[] = [
    {},
    { earning: { stacking: 'product', multipliers: multipliers(), capBp: 50_000 } },
    {
      earning: { stacking: 'sumOfExtras', multipliers: multipliers(), dailyCaps: { order: 400, checkin: 7 } },
    },
    { earning: { releaseDays: 9, multipliers: multipliers() } },
    { points: { validity: { kind: 'days', validDays: 40 } } },
    { points: { validity: { kind: 'never' } } },
  ]
  const MODES = [
    { kind: 'allTime' },
    { kind: 'rolling', windowDays: 60 },
    { kind: 'reset', everyMonths: 1, from: '2026-01-15' },
  ] as const

  test('every entry, balance and order adds up, in words of both languages', () => {
    const seen = new Set<string>()
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 14 }), (steps) => {
        const story = new MemberStory()
        let day = '2026-01-01'
        for (const [i, { days, does, fen, more, points, pick }] of steps.entries()) {
          day = addDays(day, days)
          const ids = [...story.orders.keys()]
          const order = story.orders.get(ids[pick % Math.max(1, ids.length)] ?? '')
          if (does === 'checkIn') story.checkIn(day)
          if (does === 'rules')
            story
              .under({ ...RULES[pick], growth: { version: i + 1, mode: MODES[i % 3] ?? MODES[0] } })
              .until(day)
          if (does === 'buy') {
            story.until(day)
            const most = Math.min(points * 100, Math.floor(story.account.balances.points / 100) * 100)
            const isTaken = most / 100 <= (fen + more) / 200
            story.buy(day, `o${i}`, [[fen, 'tea'], more], isTaken ? most : 0, pick * 100)
          }
          if (does === 'refund' && order?.state === 'completed')
            story.refund(day, order._id, points > 4 ? order.netFen : Math.min(order.netFen, fen))
          else if (does === 'refund') story.until(day)
        }
        for (const explanation of everything(story, day)) {
          const wordless = explanation.lines.filter(({ label }) => !label.zh || !label.en)
          expect([whatDoesNotAddUp(explanation.lines), wordless]).toEqual([null, []])
        }
        story.account.tail.forEach(({ kind }) => seen.add(kind))
      }),
      { numRuns: 100, seed: 7 },
    )
    expect([...seen].sort()).toEqual([
      'checkin',
      'growthLapsed',
      'growthRecounted',
      'memberJoined',
      'orderPaid',
      'orderRefunded',
      'pointsExpired',
      'pointsReleased',
      'pointsReturned',
      'pointsSpent',
    ])
  })
})

function multipliers() {
  const rule = {
    when: { of: 'always' },
    audience: { of: 'everyone' },
    name: { zh: '倍', en: 'times' },
  } as const
  return [
    { ...rule, id: 'a', rateBp: 15_000, goods: { of: 'all' } },
    { ...rule, id: 'b', rateBp: 33_333, goods: { of: 'categories', categories: ['tea'] } },
    { ...rule, id: 'c', rateBp: 8_000, goods: { of: 'all' } },
  ] as const
}

function everything({ account, settings, orders }: MemberStory, today: string): Explanation[] {
  const debts = account.tail.filter(({ change }) => change.pointsDebt < 0).reverse()
  return [
    ...account.tail.map((entry) => explainEntry(entry, settings.tiers)),
    ...[...orders.values()].map(explainOrder),
    explainPoints(account, settings),
    explainPending(account, settings),
    explainDebt(account, debts),
    explainGrowth(account, today, settings),
    explainTier(standingOf(account, settings), settings.tiers, today),
  ]
}
