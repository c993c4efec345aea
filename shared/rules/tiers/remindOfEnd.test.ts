import { addDays, type Day } from '@shared/kernel/day'
import { settle } from '../account/settle'
import { REMINDERS_LIMIT } from '../account/tail'
import { MemberStory, settingsWith } from '../explain/memberStory'
import { tellOfTier } from '../messages/tellOfTier'
import { level, lastDays, sinceUpgrade, spend } from './exampleLevels'
import { switchedOff, type TierProgram } from './program'
import { nextTierReminder, remindOfEnd } from './remindOfEnd'

const LEVELS = [
  level('regular', null, { name: { zh: '普通会员', en: 'Regular' } }),
  level('silver', spend(1_000), { name: { zh: '白银会员', en: 'Silver' } }),
]
const lockIn = { singleOrder: true, total: true, extension: { of: 'months', months: 6 } } as const
const yearly = { levels: LEVELS, validity: { of: 'calendarYear' }, standard: sinceUpgrade } as const
const REACHED = '2026-03-01'
const END = '2027-03-01'

const silver = (tiers: Partial<TierProgram> = {}) =>
  new MemberStory(settingsWith({ tiers: { ...yearly, ...tiers } })).buy(REACHED, 'A', [100_000])

/** What is told of the level's end on each of some days, day after day. */
function toldOn(story: MemberStory, days: readonly Day[]) {
  return days.map((day) => {
    const known = story.account.outgoing.length
    story.until(day)
    return story.account.outgoing.slice(known).filter(({ kind }) => kind === 'tierEnding')
  })
}

test('30 and 7 days before the end, once each, with what keeps it and what comes otherwise', () => {
  const story = silver({ lockIn })
  const told = toldOn(story, ['2027-01-29', '2027-01-30', '2027-02-01', '2027-02-22', '2027-02-23', END])
  expect(told.map(({ length }) => length)).toEqual([0, 1, 0, 1, 0, 0])
  expect(told[1]?.[0]).toMatchObject({
    _id: `tierEnding:m1:silver:${END}:30`,
    day: '2027-01-30',
    title: { zh: '白银会员将在 30 天后到期', en: 'Silver ends in 30 days' },
    text: {
      zh: '有效期至 2027年3月1日（含当天）。到期前单笔消费满 ¥300.00，或再累计消费 ¥600.00，即可保级至 2027年9月1日。否则到期后为普通会员。',
      en: 'It is valid through 1 Mar 2027. To keep it through 1 Sep 2027: one order of ¥300.00, or ¥600.00 more in all, by that day. Otherwise your level will be Regular after that.',
    },
    link: 'tiers',
  })
  expect(told[3]?.[0]?.title.en).toBe('Silver ends in 7 days')
})

test('is due on those days, so that the timer finds the member', () => {
  const story = silver()
  const due = () => nextTierReminder(story.account, story.settings.tiers)
  expect([due(), story.until('2026-03-02').account.dueDay]).toEqual(['2027-01-30', '2027-01-30'])
  story.until('2027-01-30')
  expect(due()).toBe('2027-02-22')
  story.until('2027-02-22')
  expect([due(), story.account.dueDay]).toEqual([null, '2027-03-02'])
})

test('after days that were missed only the latest is told, with the days that are left', () => {
  expect(toldOn(silver(), ['2027-02-25'])).toMatchObject([
    [{ _id: `tierEnding:m1:silver:${END}:7`, title: { en: 'Silver ends in 4 days' } }],
  ])
})

test('a term is not told of days before it began', () => {
  const short = { validity: { of: 'days', days: 20 } } as const
  const story = silver(short)
  expect(nextTierReminder(story.account, story.settings.tiers)).toBe('2026-03-14')
  const shortest = silver({ validity: { of: 'days', days: 7 } })
  expect(nextTierReminder(shortest.account, shortest.settings.tiers)).toBeNull()
})

test('a new end is told anew, and the same end only once', () => {
  const story = silver({ lockIn })
  story.until('2027-01-30')
  const told = story.account.outgoing.length
  story.buy('2027-02-01', 'B', [30_000]).until('2027-03-05')
  expect(story.account.tier.earned).toMatchObject({ levelId: 'silver', until: '2027-09-01' })
  expect(story.account.outgoing.slice(told).filter(({ kind }) => kind === 'tierEnding')).toEqual([])
  expect(toldOn(story, [addDays('2027-09-01', -30)])).toMatchObject([
    [{ _id: 'tierEnding:m1:silver:2027-09-01:30' }],
  ])
})

test('who keeps the level as things stand is left alone', () => {
  const kept = silver({ lockIn }).buy('2026-06-01', 'B', [30_000])
  expect(toldOn(kept, ['2027-01-30', '2027-02-22']).flat()).toEqual([])
  const again = silver({ standard: lastDays(400) })
  expect(toldOn(again, ['2027-01-30', '2027-02-22']).flat()).toEqual([])
})

test('without lock-in it says by what the level is worked out anew', () => {
  expect(toldOn(silver(), ['2027-01-30'])[0]?.[0]?.text).toEqual({
    zh: '有效期至 2027年3月1日（含当天）。到期时重新评定，条件是：消费满 1000.00 元。按目前的情况，到期后为普通会员。',
    en: 'It is valid through 1 Mar 2027. It is then worked out anew, by: spend of ¥1000.00. As things stand, your level will be Regular after that.',
  })
})

test('a level that the store gave is told of too, and not where the same one is earned', () => {
  const manual = (levelId: string) => ({ levelId, since: REACHED, until: '2026-12-31' })
  const story = new MemberStory(settingsWith({ tiers: yearly }), REACHED)
  const given = { ...story.account.tier, id: 'silver', by: 'manual', manual: manual('silver') } as const
  story.account = { ...story.account, tier: given }
  expect(toldOn(story, ['2026-12-01'])).toMatchObject([
    [
      {
        text: {
          en: 'It is valid through 31 Dec 2026. As things stand, your level will be Regular after that.',
        },
      },
    ],
  ])
  const earned = silver()
  earned.account = {
    ...earned.account,
    tier: { ...earned.account.tier, by: 'manual', manual: manual('silver') },
  }
  expect(toldOn(earned, ['2026-12-01']).flat()).toEqual([])
})

test('nobody is told who has not joined, or while the levels are off or known only by older rules', () => {
  const { account, settings } = silver()
  const { tiers } = settings
  expect(nextTierReminder(account, tiers)).not.toBeNull()
  expect(nextTierReminder({ ...account, joined: null }, tiers)).toBeNull()
  expect(nextTierReminder(account, switchedOff(tiers, '2026-05-01'))).toBeNull()
  expect(nextTierReminder({ ...account, tier: { ...account.tier, version: 1 } }, tiers)).toBeNull()
})

test('waits where there is no room for it, and stays due', () => {
  const story = silver()
  const { outgoing } = story.until('2027-01-30').account
  const [message] = outgoing.filter(({ kind }) => kind === 'tierEnding')
  const full = { ...silver().account, outgoing: Array.from({ length: REMINDERS_LIMIT }, () => message!) }
  expect(remindOfEnd(full, '2027-01-30', story.settings, 1)).toBe(full)
})

test('the word that the level has changed takes the place of a reminder from the same commit', () => {
  const story = silver()
  const before = { ...story.account, tier: { ...story.account.tier, id: 'regular' } }
  const settled = settle(story.account, '2027-01-30', story.settings, 1)
  const unsettled = { ...before, seq: before.seq - 1 }
  expect(settled.outgoing.map(({ kind }) => kind)).toEqual(['tierEnding'])
  const kinds = tellOfTier(unsettled, settled, story.settings, '2027-01-30', 1).outgoing.map(
    ({ kind }) => kind,
  )
  expect(kinds).toEqual(['tierChanged'])
})
