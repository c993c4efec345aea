import type { Entry, EntryKind } from '../account/entry'
import { level, lastDays, spend } from '../tiers/exampleLevels'
import type { TierProgram } from '../tiers/program'
import { explainEntry } from './explainEntry'
import { whatDoesNotAddUp } from './explanation'
import { MemberStory, settingsWith, written } from './memberStory'

const LEVELS = [
  level('regular', null, { name: { zh: '普通会员', en: 'Regular' } }),
  level('silver', spend(1_000), { name: { zh: '白银会员', en: 'Silver' } }),
]
const lockIn = { singleOrder: true, total: true, extension: { of: 'months', months: 6 } } as const
const rules = (more: Partial<TierProgram> = {}) =>
  settingsWith({
    tiers: { levels: LEVELS, validity: { of: 'calendarYear' }, standard: lastDays(90), lockIn, ...more },
    benefits: {
      version: 3,
      benefits: [
        {
          id: 'gift',
          levelId: 'silver',
          for: 'everyone',
          name: { zh: '礼', en: 'gift' },
          description: { zh: '', en: '' },
          icon: null,
          addedOn: '2026-01-01',
          perk: { of: 'pointsOnUpgrade', points: 120 },
        },
      ],
    },
  })

const story = (more?: Partial<TierProgram>) => new MemberStory(rules(more)).buy('2026-03-01', 'A', [100_000])

function opened(
  { account, settings }: MemberStory,
  kind: EntryKind,
  which: (e: Entry) => boolean = () => true,
) {
  const entry = account.tail.findLast((each) => each.kind === kind && which(each))
  if (!entry) throw new Error(`there is no ${kind}`)
  const explanation = explainEntry(entry, settings.tiers)
  expect(whatDoesNotAddUp(explanation.lines)).toBeNull()
  return explanation
}

test('an order that brought a level says so, and until when it holds', () => {
  const { lines } = opened(story(), 'orderPaid')
  expect(written(lines).slice(-2)).toEqual([
    'Now Silver: Reached spend of ¥1000.00.',
    'Valid through 1 Mar 2027.',
  ])
})

test('points that came with it name the level and the benefits that gave them', () => {
  const { lines, rules } = opened(story(), 'upgradePoints')
  expect(written(lines)[0]).toBe('· 120 Points of the upgrade to Silver')
  expect(rules.map(({ topic, version }) => [topic, version])).toEqual([
    ['benefits', 3],
    ['points', 0],
  ])
})

test('a level that was kept shows what kept it beside what that took', () => {
  const kept = story().buy('2026-12-01', 'B', [42_000]).until('2027-03-02')
  const { title, lines, rules, source } = opened(kept, 'tierJudged')
  expect(title.zh).toBe('有效期内单笔消费满 300.00 元，保级成功')
  expect(written(lines)).toEqual([
    'Still Silver: Kept by one order of ¥300.00 during its validity.',
    '· 42000 Largest order of the term',
    '· 30000 Needed to keep it',
    'Valid through 1 Sep 2027.',
  ])
  expect(rules).toMatchObject([{ topic: 'tiers' }])
  expect(source?.label.en).toBe('Rules of tiers')
  const inAll = story({ lockIn: { ...lockIn, singleOrder: false } })
  inAll.buy('2026-08-01', 'B', [42_000]).buy('2026-10-01', 'C', [20_000]).until('2027-03-02')
  expect(written(opened(inAll, 'tierJudged').lines).slice(1, 3)).toEqual([
    '· 62000 Spent in the term',
    '· 60000 Needed to keep it',
  ])
})

test('a level that ended says which came instead', () => {
  expect(written(opened(story().until('2027-03-02'), 'tierJudged').lines, 'zh')).toEqual([
    '等级有效期至 2027年3月1日，未达到保级条件，变为普通会员。',
  ])
})

test('a level that is no longer there is not called by the name of another', () => {
  const { account, settings } = story()
  const entry = account.tail.find(({ kind }) => kind === 'orderPaid')!
  const { lines } = explainEntry(entry, { ...settings.tiers, levels: [LEVELS[0]!] })
  expect(written(lines).at(-2)).toBe('Now a level since removed: Reached spend of ¥1000.00.')
})
