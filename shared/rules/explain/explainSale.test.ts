import { explainEntry } from './explainEntry'
import { whatDoesNotAddUp } from './explanation'
import { MemberStory, settingsWith, written } from './memberStory'

const DOUBLE = {
  id: 'double',
  name: { zh: '双倍日', en: 'Double day' },
  rateBp: 20_000,
  isOn: true,
  from: '2026-06-01',
  to: '2026-06-30',
  goods: { of: 'all' },
  audience: { of: 'everyone' },
} as const
const TRIPLE_TEA = {
  ...DOUBLE,
  id: 'tea',
  name: { zh: '茶叶三倍', en: 'Triple tea' },
  rateBp: 30_000,
  goods: { of: 'categories', categories: ['tea'] },
} as const
const HALF_MORE = {
  id: 'half',
  name: { zh: '老客', en: 'Regulars' },
  rateBp: 15_000,
  when: { of: 'always' },
  goods: { of: 'all' },
  audience: { of: 'everyone' },
} as const

const settings = (earning = {}) =>
  settingsWith({
    earning: { version: 4, multipliers: [HALF_MORE], ...earning },
    campaigns: { version: 7, campaigns: [DOUBLE, TRIPLE_TEA] },
    points: { version: 2 },
  })

/** ¥33.33 of tea and ¥66.66 of other goods. */
const sale = (earning = {}) =>
  new MemberStory(settings(earning)).buy('2026-06-18', 'A1', [[3_333, 'tea'], 6_666])

const explained = (story: MemberStory) => explainEntry(story.entry('orderPaid'), story.settings.tiers)
const lines = (story: MemberStory) => explained(story).lines

test('best: each part at its rate, every multiplier with why it was used or not, fractions added up', () => {
  // 33.33 × 3 = 99.99 and 66.66 × 2 = 133.32: 233.31, rounded down once; the parts alone give 99 and 133.
  expect(written(lines(sale()))).toEqual([
    '· 9999 Paid for goods',
    '· 2 Quantity',
    '+ 99 ¥33.33 × 1 point a yuan × 3',
    'Multiplier "Regulars", 1.5×: not used, only the highest counts.',
    'Campaign "Double day", 2×: not used, only the highest counts.',
    'Campaign "Triple tea", 3×: used, the highest.',
    '+ 133 ¥66.66 × 1 point a yuan × 2',
    'Multiplier "Regulars", 1.5×: not used, only the highest counts.',
    'Campaign "Double day", 2×: used, the highest.',
    '+ 1 Fractions of a point, added up',
    '= 233 Points earned',
    'These points are good until 31 Dec 2027, that day included.',
    '+ 0 Points before',
    '+ 233 This entry',
    '= 233 Points after',
    '+ 0 Growth before',
    '+ 99 ¥99.99 × 1 growth a yuan',
    '= 99 Growth after',
  ])
  expect(whatDoesNotAddUp(lines(sale()))).toBeNull()
})

test('in Chinese as well', () => {
  expect(written(lines(sale()), 'zh').slice(0, 8)).toEqual([
    '· 9999 商品实付金额',
    '· 2 件数',
    '+ 99 ¥33.33 × 每元 1 积分 × 3 倍',
    '倍数「老客」1.5 倍：未采用，只取最高的一个。',
    '活动「双倍日」2 倍：未采用，只取最高的一个。',
    '活动「茶叶三倍」3 倍：已采用，是最高的一个。',
    '+ 133 ¥66.66 × 每元 1 积分 × 2 倍',
    '倍数「老客」1.5 倍：未采用，只取最高的一个。',
  ])
})

test('sum of extras under a cap: 1 + 0.5 + 1 + 2 = 4.5, of which 4 counts', () => {
  expect(written(lines(sale({ stacking: 'sumOfExtras', capBp: 40_000 }))).slice(2, 11)).toEqual([
    '+ 133 ¥33.33 × 1 point a yuan × 4',
    'Multiplier "Regulars", 1.5×: used, added to the others.',
    'Campaign "Double day", 2×: used, added to the others.',
    'Campaign "Triple tea", 3×: used, added to the others.',
    'Extras added: 1 + 0.5 + 1 + 2 = 4.5×.',
    '4.5× is above the most that is allowed, so 4× counts.',
    '+ 166 ¥66.66 × 1 point a yuan × 2.5',
    'Multiplier "Regulars", 1.5×: used, added to the others.',
    'Campaign "Double day", 2×: used, added to the others.',
  ])
})

test('product: 1.5 × 2 × 3 = 9', () => {
  const all = written(lines(sale({ stacking: 'product' })))
  expect(all).toContain('Multiplied: 1.5 × 2 × 3 = 9×.')
  // 33.33 × 9 + 66.66 × 3 = 299.97 + 199.98 = 499.95
  expect(all).toContain('= 499 Points earned')
})

test('the day’s cap: what it cut, and what had been earned before on that day', () => {
  const story = new MemberStory(settings({ dailyCaps: { order: 300 }, multipliers: [] }))
    .buy('2026-06-18', 'A0', [10_000])
    .buy('2026-06-18', 'A1', [[10_000, 'tea']])
  // Double of ¥100 is 200; of the 300 that tea would earn, 100 are left.
  expect(written(lines(story))).toEqual(
    expect.arrayContaining([
      '+ 300 ¥100.00 × 1 point a yuan × 3',
      '+ -200 No more than 300 points a day for purchases, 200 of it earned before',
      '= 100 Points earned',
    ]),
  )
  expect(whatDoesNotAddUp(lines(story))).toBeNull()
})

test('a debt is repaid first', () => {
  const story = new MemberStory()
    .buy('2026-06-01', 'A', [50_000])
    .buy('2026-06-02', 'B', [1_000], 500)
    .refund('2026-06-03', 'A', 50_000)
    .buy('2026-06-04', 'C', [60_000])
  expect(written(lines(story)).slice(2)).toEqual([
    '+ 600 ¥600.00 × 1 point a yuan',
    '= 600 Points earned',
    '+ 495 Repays points owed first',
    '+ 105 The rest can be used',
    '= 600 In all',
    'These points are good until 31 Dec 2027, that day included.',
    '+ 0 Points before',
    '+ 105 This entry',
    '= 105 Points after',
    '+ 5 Growth before',
    '+ 600 ¥600.00 × 1 growth a yuan',
    '= 605 Growth after',
    '+ -495 Points owed before',
    '+ 495 This entry',
    '= 0 Points owed after',
    'Now Bronze: Reached 200 growth points and spend of ¥200.00.',
  ])
})

test('pending: until when, and how long they are good then', () => {
  const story = new MemberStory(settingsWith({ earning: { releaseDays: 7 } })).buy(
    '2026-06-18',
    'A',
    [10_000],
  )
  const all = written(lines(story))
  expect(all).toContain('Pending until 25 Jun 2026; then they can be used, good until 31 Dec 2027.')
  expect(all).toEqual(expect.arrayContaining(['+ 0 Pending points before', '= 100 Pending points after']))
  story.until('2026-06-25')
  const released = explainEntry(story.entry('pointsReleased'), story.settings.tiers)
  expect(written(released.lines)).toEqual([
    'Pending points came in on 25 Jun 2026 and can be used since.',
    'These points are good until 31 Dec 2027, that day included.',
    '+ 0 Points before',
    '+ 100 This entry',
    '= 100 Points after',
    '+ 100 Pending points before',
    '+ -100 This entry',
    '= 0 Pending points after',
  ])
})

test('the rules are named with the versions that held: earning, campaigns, points', () => {
  const { rules } = explained(sale({ stacking: 'sumOfExtras', capBp: 40_000, dailyCaps: { order: 500 } }))
  expect(rules).toEqual([
    {
      topic: 'earning',
      version: 4,
      text: {
        zh: '每实付 1 元得 1 积分、1 成长值，运费不计；整单最后不足 1 的部分舍去。多个倍数同时成立时，把超出 1 倍的部分相加。倍数最高 4 倍。消费积分每天最多 500。',
        en: 'Each yuan paid in the end earns 1 point and 1 growth, freight left out; the order is rounded down once. Of several multipliers the extras are added. No more than 4× in all. Purchases earn no more than 500 points a day.',
      },
    },
    {
      topic: 'campaigns',
      version: 7,
      text: {
        zh: '当时适用的活动：双倍日、茶叶三倍。',
        en: 'Campaigns that held for it: Double day, Triple tea.',
      },
    },
    {
      topic: 'points',
      version: 2,
      text: { zh: '这笔积分有效期至 2027年12月31日。', en: 'What this earned is good until 31 Dec 2027.' },
    },
  ])
})

test('a multiplier of the tier is named as its benefit, with the version that it stood in', () => {
  const more = {
    id: 'more',
    levelId: 'regular',
    for: 'everyone',
    name: { zh: '积分加倍', en: 'More points' },
    description: { zh: '', en: '' },
    icon: null,
    addedOn: '2026-01-01',
    perk: { of: 'pointsMultiplier', rateBp: 25_000 },
  } as const
  const story = new MemberStory(settingsWith({ benefits: { version: 5, benefits: [more] } }))
  const { rules, lines: said } = explained(story.buy('2026-06-18', 'A1', [10_000]))
  expect(written(said)).toContain('Benefit "More points", 2.5×: used, the highest.')
  expect(written(said, 'zh')).toContain('等级权益「积分加倍」2.5 倍：已采用，是最高的一个。')
  expect(rules.filter(({ topic }) => topic === 'benefits')).toEqual([
    {
      topic: 'benefits',
      version: 5,
      text: {
        zh: '下单时的等级有积分倍数权益「积分加倍」。',
        en: 'The tier held at the time of the order multiplies points: "More points".',
      },
    },
  ])
})

test('a refund takes back what the order earned with it, whatever the tier gives by then', () => {
  const perk = { of: 'pointsMultiplier', rateBp: 20_000 } as const
  const words = { zh: '积分加倍', en: 'More points' }
  const benefit = {
    id: 'more',
    levelId: 'regular',
    for: 'everyone',
    name: words,
    description: words,
  } as const
  const benefits = [{ ...benefit, icon: null, addedOn: '2026-01-01', perk }]
  const story = new MemberStory(settingsWith({ benefits: { version: 1, benefits } }))
  story.buy('2026-06-18', 'A1', [10_000])
  expect(story.account.balances.points).toBe(200)
  story.under({ benefits: { version: 2, benefits: [] } }).refund('2026-06-19', 'A1', 5_000)
  expect(story.account.balances.points).toBe(100)
})
