import { addDays, daysBetween, type Day } from '@shared/kernel/day'
import type { Account } from '../account/account'
import { REMINDERS_LIMIT } from '../account/tail'
import { tell } from '../messages/tell'
import { expiryReminder } from './expiryReminder'
import type { Lot } from './lots'

/** How many days before points lapse the member is told of them. */
export const REMIND_DAYS_BEFORE = [30, 7, 1] as const

/** The last reminder that a lot needs no more: it was sent, or its day had passed when the lot was made. */
export interface ExpiryReminder {
  readonly validUntil: Day
  readonly daysBefore: number
}

/** More than this in one commit wait for the next; so do those that the account has no room for. */
const REMINDERS_AT_ONCE = 8

/** The first day on which a member is to be told of points that lapse; null when there are none, or nobody to tell. */
export function nextReminder(account: Account): Day | null {
  if (!account.joined) return null
  const days = account.lots.flatMap((lot) => reminderDay(account, lot) ?? [])
  return days.reduce<Day | null>((first, day) => (first && first < day ? first : day), null)
}

/**
 * Tells the member of points that lapse soon, once for each of the days before: after days that were missed only the
 * latest. The message waits in the account with what it tells.
 */
export function remind(account: Account, today: Day, at: number): Account {
  if (!account.joined) return account
  const due = account.lots.flatMap(({ validUntil, points }) => {
    const daysBefore = validUntil && dueReminder(account, validUntil, today)
    return validUntil && daysBefore ? [{ validUntil, points, daysBefore }] : []
  })
  const room = Math.max(0, Math.min(REMINDERS_AT_ONCE, REMINDERS_LIMIT - account.outgoing.length))
  return due.slice(0, room).reduce((next, { validUntil, points, daysBefore }) => {
    const message = expiryReminder(account._id, validUntil, daysBefore, points, at, today)
    return tell({ ...next, expiryReminders: reminded(next.expiryReminders, validUntil, daysBefore) }, message)
  }, account)
}

/** The reminders as they stand after lots have come and gone: a new lot is not told of days that passed before it. */
export function remindersOf(
  before: readonly Lot[],
  after: readonly Lot[],
  reminders: readonly ExpiryReminder[],
  today: Day,
): readonly ExpiryReminder[] {
  const known = reminders.filter(({ validUntil }) => after.some((lot) => lot.validUntil === validUntil))
  const passed = after.flatMap(({ validUntil }) => {
    if (validUntil === null || before.some((lot) => lot.validUntil === validUntil)) return []
    const daysBefore = lastPassed(validUntil, today)
    return daysBefore === null ? [] : [{ validUntil, daysBefore }]
  })
  return known.length === reminders.length && passed.length === 0 ? reminders : [...known, ...passed]
}

function reminded(reminders: readonly ExpiryReminder[], validUntil: Day, daysBefore: number) {
  return [...reminders.filter((each) => each.validUntil !== validUntil), { validUntil, daysBefore }]
}

function reminderDay(account: Account, { validUntil }: Lot): Day | null {
  if (validUntil === null) return null
  const last = lastReminder(account, validUntil)
  const next = REMIND_DAYS_BEFORE.find((daysBefore) => daysBefore < last)
  return next === undefined ? null : addDays(validUntil, -next)
}

function dueReminder(account: Account, validUntil: Day, today: Day): number | null {
  const passed = lastPassed(validUntil, today)
  return passed !== null && passed < lastReminder(account, validUntil) ? passed : null
}

function lastReminder(account: Account, validUntil: Day): number {
  return account.expiryReminders.find((each) => each.validUntil === validUntil)?.daysBefore ?? Infinity
}

/** The latest of the days to remind on that has come for a lot; null before the first. */
function lastPassed(validUntil: Day, today: Day): number | null {
  const left = daysBetween(today, validUntil)
  return REMIND_DAYS_BEFORE.findLast((daysBefore) => left <= daysBefore) ?? null
}
