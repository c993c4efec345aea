import type { Instant } from '@shared/kernel/businessDay'
import { ok, refuse, type Result } from '@shared/kernel/result'

/** So many wrong codes a person may try within the window. */
export const MOST_WRONG = 5
export const WINDOW_MS = 10 * 60_000

/** When a person tried codes that are wrong, or not known to be right yet: oldest first, never more than may be tried. */
export type Tries = readonly Instant[]

export interface TriesRefusal {
  readonly code: 'GIFT_CARD_TRIES'
  /** From then on another can be tried. */
  readonly until: Instant
}

/**
 * Puts a try down. It is put down before the code is looked up, so that no more are looked up than may be wrong, however
 * many come at once; `takeOff` undoes it for a code that is known. A try that is refused is not put down.
 */
export function putDown(tries: Tries, at: Instant): Result<Tries, TriesRefusal> {
  const recent = tries.filter((each) => at < each + WINDOW_MS)
  const [oldest] = recent
  if (oldest !== undefined && recent.length >= MOST_WRONG)
    return refuse({ code: 'GIFT_CARD_TRIES', until: oldest + WINDOW_MS })
  return ok([...recent, at].sort((a, b) => a - b))
}

/** The tries without the one of an instant: its code was known, whatever became of it. */
export function takeOff(tries: Tries, at: Instant): Tries {
  const place = tries.indexOf(at)
  return place < 0 ? tries : tries.filter((_, i) => i !== place)
}

/** True once nothing of it counts any more: it need not be kept. */
export function areOver(tries: Tries, at: Instant): boolean {
  return tries.every((each) => each + WINDOW_MS <= at)
}
