import type { Day } from '@shared/kernel/day'
import type { Account } from '../account/account'
import { explainEntry } from '../explain/explainEntry'
import { MemberStory, settingsWith, written } from '../explain/memberStory'
import { level, spend } from './exampleLevels'
import { giveTier, givingCause, takeTierBack, type GivingOccasion } from './giveTier'
import { switchedOff } from './program'

const LEVELS = [
  level('regular', null, { name: { zh: '普通会员', en: 'Regular' } }),
  level('silver', spend(1_000), { name: { zh: '白银会员', en: 'Silver' } }),
  level('gold', spend(5_000), { name: { zh: '黄金会员', en: 'Gold' } }),
]
const RULES = { tiers: { levels: LEVELS, validity: { of: 'calendarYear' } } } as const
const TODAY = '2026-06-10'
const WHY = '老顾客关怀'

const on = (today: Day, request = today): GivingOccasion => ({
  cause: givingCause('m1', request),
  today,
  at: 1,
  by: 'staff:boss',
})

function given(story: MemberStory, levelId: string, until: Day | null, today: Day = TODAY): MemberStory {
  const result = giveTier(story.account, { levelId, until, reason: WHY }, story.settings, on(today))
  if (!result.ok) throw new Error(result.error.code)
  story.account = result.value
  return story
}

const newStory = () => new MemberStory(settingsWith(RULES))
const lastEntry = ({ tail }: Account) => tail.at(-1)!
const explained = (story: MemberStory) => explainEntry(lastEntry(story.account), story.settings.tiers)

test('a level that is given holds at once and through its last day, whatever is earned meanwhile', () => {
  const story = given(newStory(), 'silver', '2026-12-31')
  expect(lastEntry(story.account)).toMatchObject({
    _id: `tierGiven:m1:${TODAY}`,
    kind: 'tierGiven',
    by: 'staff:boss',
    legs: [],
    reason: {
      zh: '商家给予白银会员，至 2026年12月31日：老顾客关怀',
      en: 'Silver given by the store through 31 Dec 2026: 老顾客关怀',
    },
    basis: { of: 'tierGiven', levelId: 'silver', until: '2026-12-31', text: WHY },
    tier: { kind: 'up', from: 'regular', to: 'silver', cause: { of: 'manualGiven' }, until: '2026-12-31' },
    rule: { topic: 'tiers', version: 0 },
  })
  story.buy('2026-07-01', 'A', [600_000]).until('2026-12-31')
  expect(story.account.tier).toMatchObject({ id: 'silver', by: 'manual', earned: { levelId: 'gold' } })
  story.until('2027-01-01')
  expect(story.account.tier).toMatchObject({ id: 'gold', by: 'earned', manual: null })
  expect(lastEntry(story.account)).toMatchObject({
    kind: 'tierJudged',
    tier: { kind: 'up', from: 'silver', to: 'gold', cause: { of: 'manualEnded' } },
  })
})

test('a lower one can be given, and another one in its place', () => {
  const story = given(newStory().buy('2026-02-01', 'A', [600_000]), 'silver', null)
  expect(lastEntry(story.account).tier).toMatchObject({
    kind: 'down',
    from: 'gold',
    to: 'silver',
    until: null,
  })
  given(story, 'regular', null, '2026-06-11')
  expect(story.account.tier).toMatchObject({
    id: 'regular',
    manual: { levelId: 'regular', since: '2026-06-11' },
  })
})

test('giving the level that holds already moves nobody, and is kept all the same', () => {
  const story = given(newStory(), 'regular', '2026-12-31')
  expect(lastEntry(story.account)).toMatchObject({ kind: 'tierGiven', tier: null })
  expect(story.account.tier).toMatchObject({ id: 'regular', since: '2026-01-01', by: 'manual' })
  expect(written(explained(story).lines)).toEqual([
    'Given: Regular, through 31 Dec 2026.',
    'Why: 老顾客关怀',
    'The level did not change by it.',
  ])
})

test('taking it back leaves what was earned, and says whose doing it was', () => {
  const story = given(newStory(), 'gold', null)
  const taken = takeTierBack(story.account, '录入有误', story.settings, on('2026-06-12'))
  if (!taken.ok) throw new Error(taken.error.code)
  story.account = taken.value
  expect(story.account.tier).toMatchObject({ id: 'regular', by: 'earned', manual: null, since: '2026-06-12' })
  expect(lastEntry(story.account)).toMatchObject({
    kind: 'tierTakenBack',
    basis: { of: 'tierTakenBack', levelId: 'gold', until: null, text: '录入有误' },
    tier: { kind: 'down', from: 'gold', to: 'regular', cause: { of: 'manualEnded' } },
  })
  expect(explained(story)).toMatchObject({
    title: { zh: '商家收回给予的等级：录入有误' },
    source: { label: { en: 'A level given by the store' } },
    rules: [{ topic: 'tiers', version: 0 }],
  })
  expect(written(explained(story).lines, 'zh')).toEqual([
    '收回商家给予的黄金会员。',
    '原因：录入有误',
    '商家给予的等级结束，变为普通会员。',
  ])
})

test('refused for a level that is not there, a day that is over, levels that are off, and nothing to take back', () => {
  const { account, settings } = newStory()
  const off = { ...settings, tiers: switchedOff(settings.tiers, TODAY) }
  const give = (levelId: string, until: Day | null, rules = settings) =>
    giveTier(account, { levelId, until, reason: WHY }, rules, on(TODAY))
  expect(give('platinum', null)).toEqual({
    ok: false,
    error: { code: 'LEVEL_NOT_FOUND', levelId: 'platinum' },
  })
  expect(give('gold', '2026-06-09')).toEqual({ ok: false, error: { code: 'DAY_PASSED', day: '2026-06-09' } })
  expect(give('gold', TODAY).ok).toBe(true)
  expect(give('gold', null, off)).toEqual({ ok: false, error: { code: 'LEVELS_OFF' } })
  const takeBack = (rules: typeof settings) => takeTierBack(account, WHY, rules, on(TODAY))
  expect(takeBack(settings)).toEqual({ ok: false, error: { code: 'NO_LEVEL_GIVEN' } })
  expect(takeBack(off)).toEqual({ ok: false, error: { code: 'LEVELS_OFF' } })
})
