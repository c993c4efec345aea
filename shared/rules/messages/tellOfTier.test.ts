import { startOfDay } from '@shared/kernel/businessDay'
import type { Day } from '@shared/kernel/day'
import type { Account } from '../account/account'
import { OUTGOING_LIMIT } from '../account/tail'
import type { Benefit, Issue, Perk } from '../benefits/benefit'
import { MemberStory, settingsWith, type SettingsPatch } from '../explain/memberStory'
import { importOrder } from '../orders/importOrder'
import { level, lastDays, spend } from '../tiers/exampleLevels'
import { switchedOff } from '../tiers/program'
import { tellOfTier } from './tellOfTier'

const TODAY = '2026-06-10'
const AT = startOfDay(TODAY) + 12 * 3_600_000
const LEVELS = [
  level('regular', null, { name: { zh: '普通会员', en: 'Regular' } }),
  level('silver', spend(1_000), { name: { zh: '白银会员', en: 'Silver' } }),
  level('gold', spend(5_000), { name: { zh: '黄金会员', en: 'Gold' } }),
]
const yearly = { levels: LEVELS, validity: { of: 'calendarYear' } } as const
const perk = (id: string, levelId: string, of: Perk): Benefit => ({
  id,
  levelId,
  for: 'everyone',
  name: { zh: id, en: id },
  description: { zh: '', en: '' },
  icon: null,
  addedOn: '2026-01-01',
  perk: of,
})

/** A member as they were before a commit, and what happened in it. */
function commit(patch: SettingsPatch, before: (s: MemberStory) => void, during: (s: MemberStory) => void) {
  const story = new MemberStory(settingsWith(patch))
  before(story)
  const then = story.account
  during(story)
  return { then, now: story.account, settings: story.settings }
}

function told(
  { then, now, settings }: { then: Account | null; now: Account; settings: MemberStory['settings'] },
  today: Day = TODAY,
) {
  const waiting = then?.outgoing.length ?? 0
  return tellOfTier(then, now, settings, today, AT).outgoing.slice(waiting)
}

const nothing = () => undefined

test('an upgrade: why, through which day, what it brings and what came with it', () => {
  const settings = {
    tiers: yearly,
    benefits: {
      version: 1,
      benefits: [
        perk('nine', 'silver', {
          of: 'discount',
          rateBp: 9_500,
          requirement: { of: 'none' },
          stacking: { withAutomatic: true, withCodes: true },
        }),
        perk('words', 'silver', { of: 'custom' }),
        perk('gift', 'silver', { of: 'pointsOnUpgrade', points: 1_200 }),
        perk('other', 'gold', { of: 'prioritySupport' }),
      ],
    },
  }
  const [message, ...more] = told(commit(settings, nothing, (s) => s.buy(TODAY, 'A', [100_000])))
  expect(more).toEqual([])
  expect(message).toEqual({
    _id: 'tierChanged:order:A:paid',
    schemaVersion: 1,
    member: 'm1',
    kind: 'tierChanged',
    at: AT,
    day: TODAY,
    title: { zh: '恭喜升级为白银会员', en: 'You have reached Silver' },
    text: {
      zh: '消费满 1000.00 元。有效期至 2027年6月10日。会员权益：9.5 折、words。已送您：1,200 积分。',
      en: 'Reached spend of ¥1000.00. Valid through 10 Jun 2027. It comes with 5% off, words. You were given 1,200 points.',
    },
    link: 'tiers',
  })
})

test('a downgrade is told by its name and reason', () => {
  const [message] = told(
    commit(
      { tiers: yearly },
      (s) => s.buy('2026-02-01', 'A', [100_000]),
      (s) => s.refund(TODAY, 'A', 100_000),
    ),
  )
  expect(message).toMatchObject({
    _id: 'tierChanged:order:A:refund:r1',
    title: { zh: '您的等级变为普通会员', en: 'Your level is now Regular' },
    text: { en: 'After a refund, its condition is no longer met.' },
  })
})

test('up and down again in one commit is told not at all', () => {
  const both = commit({ tiers: yearly }, nothing, (s) =>
    s.buy(TODAY, 'A', [100_000]).refund(TODAY, 'A', 100_000),
  )
  expect(both.now.tail.map(({ tier }) => tier?.kind).slice(1)).toEqual(['up', 'down'])
  expect(told(both)).toEqual([])
})

test('several moves are one message: to where they led, and not as if the last of them had led there', () => {
  const high = commit({ tiers: yearly }, nothing, (s) =>
    s.buy(TODAY, 'A', [100_000]).buy(TODAY, 'B', [400_000]).refund(TODAY, 'B', 400_000),
  )
  expect(told(high)).toMatchObject([
    {
      title: { en: 'You have reached Silver' },
      text: {
        en: 'It changed more than once; the last time: After a refund, its condition is no longer met. Valid through 10 Jun 2027.',
      },
    },
  ])
  const up = commit({ tiers: yearly }, nothing, (s) =>
    s.buy(TODAY, 'A', [100_000]).buy(TODAY, 'B', [400_000]),
  )
  expect(told(up)).toMatchObject([
    { _id: 'tierChanged:order:B:paid', title: { en: 'You have reached Gold' } },
  ])
})

test('a level that was kept is told with its new end', () => {
  const lockIn = { singleOrder: true, total: false, extension: { of: 'months', months: 6 } } as const
  const kept = commit(
    { tiers: { ...yearly, standard: lastDays(90), lockIn } },
    (s) => s.buy('2026-01-05', 'A', [100_000]).buy('2026-09-01', 'B', [30_000]),
    (s) => s.until('2027-01-10'),
  )
  expect(told(kept)).toMatchObject([
    {
      kind: 'tierKept',
      title: { zh: '白银会员已续期', en: 'You keep Silver' },
      text: { en: 'Kept by one order of ¥300.00 during its validity. Valid through 5 Jul 2027.' },
    },
  ])
})

test('a level that is gone is told as a change, with the rules as the reason', () => {
  const silverless = [LEVELS[0]!, LEVELS[2]!]
  const moved = commit(
    { tiers: yearly },
    (s) => s.buy('2026-02-01', 'A', [100_000]),
    (s) => s.under({ tiers: { ...yearly, version: 1, levels: silverless } }).until(TODAY),
  )
  expect(told(moved)).toMatchObject([
    {
      title: { en: 'Your level is now Regular' },
      text: { en: 'The former level was removed; evaluated again.' },
    },
  ])
})

describe('benefits that come in', () => {
  const free = { requirement: { of: 'none' }, stacking: { withAutomatic: false, withCodes: false } } as const
  const voucher = (id: string, issue: Issue, validDays = 300) =>
    perk(id, 'regular', { of: 'voucher', amountFen: 2_000, validDays, issue, ...free })
  const monthly = { of: 'everyMonths', months: 1, dayOfMonth: 10 } as const
  const rules = (...benefits: Benefit[]) => ({ tiers: yearly, benefits: { version: 1, benefits } })
  const given = (patch: SettingsPatch) =>
    commit(
      rules(),
      (s) => s.until('2026-06-09'),
      (s) => s.under(patch).until(TODAY),
    )

  test('one is told by what it is', () => {
    expect(told(given(rules(voucher('v', { of: 'atOnce' }))))).toEqual([
      expect.objectContaining({
        _id: 'benefitGranted:grant:v:m1:once',
        kind: 'benefitGranted',
        title: { zh: '收到：20 元现金券', en: 'New for you: ¥20 voucher' },
        link: 'benefits',
      }),
    ])
  })

  test('several are one message, not one for each', () => {
    const both = given(rules(voucher('a', { of: 'atOnce' }), voucher('b', monthly)))
    expect(both.now.tail.filter(({ kind }) => kind === 'benefitGranted').length).toBeGreaterThan(2)
    expect(told(both)).toMatchObject([
      {
        title: { zh: '收到 2 项会员权益', en: '2 benefits for you' },
        text: { en: expect.stringMatching(/^¥20 voucher, ¥20 voucher \(6 times\)\. /) as string },
      },
    ])
  })

  test('what has lapsed before it came is not told', () => {
    const late = given(rules(voucher('b', { of: 'everyMonths', months: 12, dayOfMonth: 10 }, 5)))
    expect(late.now.tail.some(({ kind }) => kind === 'benefitGranted')).toBe(true)
    expect(told(late)).toEqual([])
  })

  test('what waits of an earlier commit is not told with a later one', () => {
    const later = commit(
      rules(voucher('v', { of: 'atOnce' })),
      (s) => s.until('2026-06-09'),
      (s) => s.checkIn(TODAY),
    )
    expect(later.then.tail.at(-1)).toMatchObject({ kind: 'benefitGranted' })
    expect(told(later)).toEqual([])
  })

  test('with a change of level they are told in its message', () => {
    const silver = { ...voucher('s', { of: 'atOnce' }), levelId: 'silver' }
    const rise = commit(rules(silver), nothing, (s) => s.buy(TODAY, 'A', [100_000]).until(TODAY))
    expect(told(rise)).toMatchObject([
      {
        kind: 'tierChanged',
        text: {
          en: 'Reached spend of ¥1000.00. Valid through 10 Jun 2027. You were given ¥20 voucher.',
        },
      },
    ])
  })
})

describe('nothing is told', () => {
  const rise = commit({ tiers: yearly }, nothing, (s) => s.buy(TODAY, 'A', [100_000]))

  test('to who had not joined before the commit', () => {
    expect(told({ ...rise, then: null })).toEqual([])
    expect(told({ ...rise, then: { ...rise.then, joined: null } })).toEqual([])
  })

  test('while the levels are off', () => {
    const { settings } = rise
    expect(told({ ...rise, settings: { ...settings, tiers: switchedOff(settings.tiers, TODAY) } })).toEqual(
      [],
    )
  })

  test('of a commit without entries, or one that left the level alone', () => {
    expect(told({ ...rise, then: rise.now })).toEqual([])
    expect(told(commit({ tiers: yearly }, nothing, (s) => s.checkIn(TODAY)))).toEqual([])
  })
})

test('a history that comes in for somebody who has joined is one message', () => {
  const story = new MemberStory(settingsWith({ tiers: yearly }), '2026-05-01')
  const rows = [
    ['2024-02-01', 120_000],
    ['2025-07-01', 150_000],
    ['2026-03-01', 400_000],
  ] as const
  const now = rows.reduce(
    (account, [placedDay, amountFen]) =>
      importOrder(
        account,
        { orderId: `old:${placedDay}`, placedDay, quantity: 1, amountFen },
        story.settings,
        AT,
        'staff:m0',
      ),
    story.account,
  )
  expect(told({ then: story.account, now, settings: story.settings })).toHaveLength(1)
})

test('the account never holds more messages than it has room for, and the newest is about the level of now', () => {
  const story = new MemberStory(settingsWith({ tiers: yearly }))
  for (let n = 0; n < 2 * OUTGOING_LIMIT; n += 1) {
    const before = story.account
    const day = TODAY
    if (n % 2 === 0) story.buy(day, `A${n}`, [100_000])
    else story.refund(day, `A${n - 1}`, 100_000)
    story.account = tellOfTier(before, story.account, story.settings, day, AT)
    expect(story.account.outgoing.length).toBe(Math.min(n + 1, OUTGOING_LIMIT))
  }
  expect(story.account.outgoing.at(-1)?.title.en).toBe('Your level is now Regular')
})
