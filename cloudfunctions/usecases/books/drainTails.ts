import { accountsToDrain, drain } from '../../database/drain'
import type { TimerWork } from '../../runtime/serveTimer'

const ACCOUNTS_A_SLICE = 50

/** Moves waiting entries into the journal and messages into the outbox, the longest waiting first. */
export const drainTails: TimerWork = async ({ cloud, at, hasTime }) => {
  let drained = 0
  while (hasTime()) {
    const accounts = await accountsToDrain(cloud, ACCOUNTS_A_SLICE)
    const trimmed = await drain(cloud, accounts, at)
    drained += trimmed
    // A full slice of which nothing could be trimmed is being written to right now: next minute will do.
    if (accounts.length < ACCOUNTS_A_SLICE || trimmed === 0) break
  }
  return { drained }
}
