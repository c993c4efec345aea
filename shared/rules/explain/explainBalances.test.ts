import { importOrder } from '../orders/importOrder'
import { DEFAULT_SETTINGS } from '../settings/settings'
import { explainDebt } from './explainDebt'
import { explainEntry } from './explainEntry'
import { explainGrowth } from './explainGrowth'
import { explainOrder } from './explainOrder'
import { explainPending, explainPoints } from './explainPoints'
import { whatDoesNotAddUp } from './explanation'
import { MemberStory, settingsWith, written } from './memberStory'

test('points: lots, what is to come, what is owed, and all together', () => {
  const story = new MemberStory(undefined, '2025-12-01')
    .buy('2025-12-01', 'A', [50_000])
    .buy('2026-06-01', 'B', [30_000])
    .under({ earning: { releaseDays: 7, version: 2 } })
    .buy('2026-06-18', 'C', [10_000])
  const { lines, rules } = explainPoints(story.account, story.settings)
  expect(written(lines)).toEqual([
    '+ 500 Good until 31 Dec 2026',
    '+ 300 Good until 31 Dec 2027',
    '= 800 Points to use',
    '+ 100 Due on 25 Jun 2026',
    '= 100 Pending points',
    '+ 800 To use',
    '+ 100 Pending',
    '= 900 All together',
    'Points that lapse first are used first.',
  ])
  expect(rules).toEqual([
    {
      topic: 'points',
      version: 0,
      text: {
        zh: '积分有效至获得的次年年底。每 100 积分可抵 1 元，每单最多抵应付的 50%。',
        en: 'Points are good until the end of the year after they were earned. 100 points take ¥1 off, at most 50% of what is to pay.',
      },
    },
  ])
  expect(written(explainPending(story.account, story.settings).lines)).toEqual([
    '+ 100 Due on 25 Jun 2026',
    '= 100 Pending points',
  ])
})

test('many lots stay few lines, and none at all is said so', () => {
  const story = new MemberStory(settingsWith({ points: { validity: { kind: 'days', validDays: 300 } } }))
  for (let day = 10; day < 30; day += 1) story.buy(`2026-03-${day}`, `o${day}`, [1_000])
  const { lines } = explainPoints(story.account, story.settings)
  expect(lines.filter(({ role }) => role === 'part')).toHaveLength(12)
  expect(written(lines)).toContain('+ 90 9 lots that lapse later')
  expect(whatDoesNotAddUp(lines)).toBeNull()
  expect(written(explainPoints(new MemberStory().account, DEFAULT_SETTINGS).lines, 'zh')).toEqual([
    '现在没有可用的积分。',
    '使用积分时，先到期的先用。',
  ])
})

describe('growth', () => {
  const bought = (mode: object) =>
    new MemberStory(settingsWith({ growth: { version: 3, mode } as never }))
      .buy('2026-01-10', 'A', [10_000])
      .buy('2026-02-20', 'B', [5_000])
      .buy('2026-03-05', 'C', [2_000])

  test('of the last days: since when, by month, what no longer counts, what leaves next', () => {
    const story = bought({ kind: 'rolling', windowDays: 30 })
    const { lines, rules } = explainGrowth(story.account, '2026-03-05', story.settings)
    expect(written(lines)).toEqual([
      'What was gained since 4 Feb 2026 counts.',
      '+ 20 Gained in Mar 2026',
      '+ 50 Gained in Feb 2026',
      '= 70 Growth that counts',
      '· 100 Gained, but no longer counts',
      '· 50 Stops counting on 22 Mar 2026',
      'Growth is never spent; it decides the tier. Every entry is in the ledger.',
    ])
    expect(rules.map(({ topic, version }) => [topic, version])).toEqual([
      ['growth', 3],
      ['earning', 0],
    ])
  })

  test('since the last reset: all of it leaves together', () => {
    const story = bought({ kind: 'reset', everyMonths: 2, from: '2026-02-01' })
    expect(written(explainGrowth(story.account, '2026-03-05', story.settings).lines).slice(0, 6)).toEqual([
      'What was gained since 1 Feb 2026 counts.',
      '+ 20 Gained in Mar 2026',
      '+ 50 Gained in Feb 2026',
      '= 70 Growth that counts',
      '· 100 Gained, but no longer counts',
      '· 70 Stops counting on 1 Apr 2026',
    ])
  })

  test('of all time: years of it stay few lines', () => {
    const story = new MemberStory(undefined, '2024-01-01')
    for (let month = 0; month < 20; month += 1) {
      const [year, number] = [2024 + Math.floor(month / 12), String((month % 12) + 1).padStart(2, '0')]
      story.buy(`${year}-${number}-10`, `o${month}`, [1_000])
    }
    const { lines } = explainGrowth(story.account, '2025-08-10', story.settings)
    expect(written(lines).slice(10, 13)).toEqual([
      '+ 10 Gained in Oct 2024',
      '+ 90 Gained before that',
      '= 200 Growth that counts',
    ])
  })
})

test('a debt: the newest refunds that left one, less what was repaid since', () => {
  const story = new MemberStory()
    .buy('2026-06-01', 'A', [50_000])
    .buy('2026-06-01', 'B', [30_000])
    // All 800 are spent; 8 come in.
    .buy('2026-06-02', 'C', [1_600], 800)
    .refund('2026-06-03', 'A', 50_000)
    .refund('2026-06-04', 'B', 30_000)
  const debts = story.account.tail.filter(({ change }) => change.pointsDebt < 0).reverse()
  const owed = (refunds = debts) => written(explainDebt(story.account, refunds).lines).slice(0, -1)
  expect(owed()).toEqual([
    '+ -300 Refund of 4 Jun 2026, order B',
    '+ -492 Refund of 3 Jun 2026, order A',
    '= -792 Points still owed',
  ])
  expect(owed(debts.slice(0, 1))).toEqual([
    '+ -300 Refund of 4 Jun 2026, order B',
    '+ -492 Earlier refunds',
    '= -792 Points still owed',
  ])
  story.buy('2026-06-05', 'D', [50_000])
  expect(owed()).toEqual([
    '+ -300 Refund of 4 Jun 2026, order B',
    '+ 8 Repaid by points earned since',
    '= -292 Points still owed',
  ])
  expect(written(explainPoints(story.account, story.settings).lines)).toEqual(
    expect.arrayContaining(['+ 0 To use', '+ -292 Owed', '= -292 All together']),
  )
  story.buy('2026-06-06', 'E', [50_000])
  expect(owed()).toEqual([])
  expect(written(explainDebt(story.account, debts).lines)).toEqual(['No points are owed.'])
})

test('an order: what was paid, used and earned, what was refunded, and what is left', () => {
  const story = new MemberStory()
    .buy('2026-05-01', 'before', [80_000])
    .buy('2026-06-01', 'A', [20_000, 7_000], 700, 1_000)
    .refund('2026-06-03', 'A', 10_000, 1_000)
    .refund('2026-06-09', 'A', 300)
  const { lines, rules, source } = explainOrder(story.order('A'))
  // Of ¥263.00 paid, 100.00 take back 100 of 263 points, and 103.00 take back 103; of 700 used 266 and 274 come back.
  expect(written(lines)).toEqual([
    '· 2 Quantity',
    '+ 27000 Goods',
    '+ -700 Taken off by points',
    '+ 1000 Freight',
    '= 27300 Paid',
    '+ 27300 Paid',
    '+ -11000 3 Jun 2026, refund',
    '+ -300 9 Jun 2026, refund',
    '= 16000 Left after refunds',
    '+ 263 Points earned',
    '+ -100 3 Jun 2026, taken back',
    '+ -3 9 Jun 2026, taken back',
    '= 160 Points left of it',
    '+ 263 Growth earned',
    '+ -100 3 Jun 2026, taken back',
    '+ -3 9 Jun 2026, taken back',
    '= 160 Growth left of it',
    '+ 700 Points used',
    '+ -266 3 Jun 2026, came back',
    '+ -8 9 Jun 2026, came back',
    '= 426 Points that stay used',
  ])
  expect([rules[0]?.topic, rules[0]?.version, source?.day]).toEqual(['earning', 0, '2026-06-01'])
  expect(written(explainOrder(story.order('before')).lines)).toEqual([
    '· 1 Quantity',
    '+ 80000 Goods',
    '= 80000 Paid',
    '· 800 Points earned',
    '· 800 Growth earned',
  ])
})

test('a past order earned at the base rate', () => {
  const settings = settingsWith({ earning: { version: 2, pointsPerYuan: 3 } })
  const order = { orderId: 'old:7', placedDay: '2026-02-01', quantity: 2, amountFen: 12_345 }
  const account = importOrder(new MemberStory(settings).account, order, settings, 1, 'staff:m0')
  const entry = account.tail.at(-1)
  if (!entry) throw new Error('nothing was booked')
  const { lines, rules } = explainEntry(entry, settings.tiers)
  expect(written(lines).slice(0, 4)).toEqual([
    '· 12345 Paid for goods',
    '· 2 Quantity',
    '+ 370 ¥123.45 × 3 points a yuan',
    '= 370 Points earned',
  ])
  expect(whatDoesNotAddUp(lines)).toBeNull()
  expect(rules.map(({ topic, version }) => [topic, version])).toEqual([
    ['earning', 2],
    ['points', 0],
  ])
})
