import type { Instant } from '@shared/kernel/businessDay'
import { sumOf } from '@shared/kernel/sumOf'
import { WINDOW_MS } from './tries'

const MINUTE_MS = 60_000

/** So many wrong codes of all people within the window are no mistakes of typing any more. */
export const ALARM_AT = 100

/** The wrong codes of all people in one minute: a count for each minute, so that nobody waits for a count of all. */
export interface WrongMinute {
  readonly minute: number
  readonly wrong: number
}

export interface WrongCodesAlarm {
  readonly wrong: number
  /** Since when they were counted. */
  readonly since: Instant
}

/** The minute in whose count an instant falls. */
export const minuteOf = (at: Instant): number => Math.floor(at / MINUTE_MS)

/** The first of the minutes that an alarm looks at. */
export const firstMinute = (at: Instant): number => minuteOf(at) - WINDOW_MS / MINUTE_MS + 1

/** The alarm that is to be raised now; null when there is none, or one was raised within the window. */
export function alarmOf(
  minutes: readonly WrongMinute[],
  lastAlarmAt: Instant | null,
  at: Instant,
): WrongCodesAlarm | null {
  if (lastAlarmAt !== null && at < lastAlarmAt + WINDOW_MS) return null
  const first = firstMinute(at)
  const recent = minutes.filter(({ minute }) => first <= minute && minute <= minuteOf(at))
  const wrong = sumOf(recent, (each) => each.wrong)
  return wrong >= ALARM_AT ? { wrong, since: first * MINUTE_MS } : null
}
