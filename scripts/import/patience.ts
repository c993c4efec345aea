import { setTimeout as passTime } from 'node:timers/promises'
import type { ErrorCode } from '@shared/contracts/errors'
import { ShopAway, ShopRefused } from './shopDoor'

export interface Patience {
  /** How long one call may go on failing before it is given up. */
  readonly patienceMs: number
  /** Once aborted, nothing is waited for any more. */
  readonly signal?: AbortSignal
  readonly onWait?: (why: Error) => void
  readonly sleep?: (ms: number, signal?: AbortSignal) => Promise<unknown>
}

/** Ends early, and without an error, once it is stopped. */
const sleepUnlessStopped = (ms: number, signal?: AbortSignal): Promise<unknown> =>
  passTime(ms, undefined, { signal }).catch(() => undefined)

const FIRST_WAIT_MS = 200
const LONGEST_WAIT_MS = 3_000

/** Refusals that another moment may undo. All others are answers. */
const PASSING = new Set<string>(['BUSY', 'INTERNAL'] satisfies ErrorCode[])

const mayPass = (error: unknown): error is Error =>
  error instanceof ShopAway || (error instanceof ShopRefused && PASSING.has(error.code))

/** Repeats an attempt that is safe to repeat while the shop is away or busy, waiting longer each time; then throws. */
export async function withPatience<T>(attempt: () => Promise<T>, patience: Patience): Promise<T> {
  const { patienceMs, signal, onWait, sleep = sleepUnlessStopped } = patience
  let waitedMs = 0
  for (let waitMs = FIRST_WAIT_MS; ; waitMs = Math.min(waitMs * 2, LONGEST_WAIT_MS)) {
    try {
      return await attempt()
    } catch (error) {
      if (!mayPass(error) || waitedMs >= patienceMs || signal?.aborted) throw error
      onWait?.(error)
      await sleep(waitMs, signal)
      waitedMs += waitMs
    }
  }
}
