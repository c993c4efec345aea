import * as fc from 'fast-check'
import { addDays } from '@shared/kernel/day'
import { buy, goTo, withProgram, type MemberWalk } from '../tiers/memberWalk'
import { switchedOff } from '../tiers/program'
import { pays, start } from './exampleMembership'
import { offerOf } from './offer'
import { nextRenewalReminder, renewalReminderDue, type RenewalReminder } from './remind'
import { renewalSaid } from './words'

const plus = pays(start(), 'plus')
const due = ({ standing, program, today }: MemberWalk, last: RenewalReminder | null = null) =>
  renewalReminderDue(standing.tier, last, program, today)

/** The days on which somebody is reminded who is looked at every so many days. */
function told(walk: MemberWalk, days: number, every = 1): readonly string[] {
  let last: RenewalReminder | null = null
  const said: string[] = []
  for (let day = walk.today; day <= addDays(walk.today, days); day = addDays(day, every)) {
    const reminder: RenewalReminder | null = due(goTo(walk, day), last)
    if (reminder) {
      said.push(`${day}:${reminder.daysBefore}`)
      last = reminder
    }
  }
  return said
}

test('14 and 3 days before, and on the last day', () => {
  expect(told(plus, 60)).toEqual(['2026-01-17:14', '2026-01-28:3', '2026-01-31:0'])
})

test('of days that were missed only the latest, and none past its end', () => {
  expect(told(goTo(plus, '2026-01-29'), 60)).toEqual(['2026-01-29:3', '2026-01-31:0'])
  expect(due(goTo(plus, '2026-01-31'))).toEqual({ until: '2026-01-31', daysBefore: 0 })
  expect(due(goTo(plus, '2026-02-01'))).toBeNull()
})

test('none of days on which the term had not begun', () => {
  expect(told(pays(start(), 'plus', 7), 20)).toEqual(['2026-01-05:3', '2026-01-08:0'])
  expect(told(pays(start(), 'plus', 14), 20)[0]).toBe('2026-01-12:3')
})

test('who renews is reminded of the new end alone', () => {
  const renewed = pays(goTo(plus, '2026-01-20'), 'plus')
  expect(due(renewed, { until: '2026-01-31', daysBefore: 14 })).toBeNull()
  expect(told(renewed, 60)).toEqual(['2026-02-16:14', '2026-02-27:3', '2026-03-02:0'])
})

test('nobody is reminded without a paid level, or while the levels are off', () => {
  expect(due(start())).toBeNull()
  const late = goTo(plus, '2026-01-20')
  expect(due(withProgram(late, switchedOff(late.program, late.today)))).toBeNull()
})

test('the next day to look is never later than the reminder, whatever the days and however often it is looked', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 20 }), (days, every) => {
      const walk = pays(start(), 'plus', days)
      const { standing, program } = walk
      const first = nextRenewalReminder(standing.tier, null, program)
      const said = told(walk, 80)
      expect(said[0]?.slice(0, 10) ?? null).toBe(first)
      expect(new Set(said).size).toBe(said.length)
      expect(told(walk, 80, every).length).toBeLessThanOrEqual(said.length)
    }),
  )
})

test('it says when it ends, what renewing costs, and what comes otherwise', () => {
  const said = (walk: MemberWalk, withRenewal = true) => {
    const { standing, program, today } = walk
    const offer = offerOf(standing.tier, 'plus', program, today)
    const renewal = withRenewal && offer.ok ? offer.value : null
    return renewalSaid({ until: '2026-01-31', daysBefore: 14 }, standing.tier, renewal, program, today)
  }
  expect(said(goTo(plus, '2026-01-17'))).toEqual({
    title: { zh: 'plus将在 14 天后到期', en: 'plus ends in 14 days' },
    text: {
      zh: '有效期至 2026年1月31日（含当天）。现在续费 ¥30.00，加 30 天，有效期至 2026年3月2日。到期后为regular。',
      en: 'It is valid through 31 Jan 2026. Renew for ¥30.00: 30 days more, through 2 Mar 2026. Your level will be regular after that.',
    },
  })
  expect(said(buy(goTo(plus, '2026-01-31'), 'a', 500_000), false)).toEqual({
    title: { zh: 'plus今天到期', en: 'plus ends today' },
    text: {
      zh: '有效期至 2026年1月31日（含当天）。到期后您仍是gold。',
      en: 'It is valid through 31 Jan 2026. You will still be gold after that.',
    },
  })
})
