import type { Day } from '@shared/kernel/day'
import type { Account } from '@shared/rules/account/account'
import { isSettled, settle } from '@shared/rules/account/settle'
import { roomInTail, tailIsLong, tailOverflows } from '@shared/rules/account/tail'
import { tellOfTier } from '@shared/rules/messages/tellOfTier'
import type { Settings } from '@shared/rules/settings/settings'
import type { Cloud } from './cloud'
import { drain } from './drain'
import { failureOf } from './failures'
import { commitAccount, readAccount } from './members'
import { lost, untilWon } from './retry'

/** The store, and when a command runs. */
export interface Moment {
  readonly cloud: Cloud
  readonly at: number
  readonly today: Day
}

/** What a command wants done to the account it was shown: a new state and the answer, or only an answer. */
export interface Decision<T> {
  readonly next?: Account
  readonly answer: T
}

/** Fewer than a tail has room for: a member for whom much fell due is caught up in several commits. */
const SETTLED_AT_ONCE = 6

/**
 * Runs a command on one account: one read, a pure decision, one conditional write. `decide` is shown the account with
 * all that has fallen due by today done. Lost to another writer, or left without an answer by the store: read again,
 * decide again. So `decide` must find out from the account when its cause is already in. An account that the caller has
 * just read (`known`) is not read again unless somebody else wrote to it.
 */
export function commandOnAccount<T>(
  moment: Moment,
  memberId: string,
  settings: Settings,
  decide: (account: Account | null) => Decision<T> | Promise<Decision<T>>,
  known?: Account,
): Promise<T> {
  let first = known
  return untilWon(moment.cloud, async () => {
    const read = await readSettled(moment, memberId, settings, first)
    first = undefined
    if (read === lost) return lost
    const { next, answer } = await decide(read.settled)
    if (!next) return answer
    // What the command brought about is due at once, as a benefit of the level that it reached; the timer does the rest.
    const most = Math.min(SETTLED_AT_ONCE, roomInTail(next))
    const done = settle(next, moment.today, settings, moment.at, most)
    return (await commit(moment, read.account, done, settings)) === 'done' ? answer : lost
  })
}

interface Read {
  readonly account: Account | null
  /** The same with what has fallen due: not yet written, unless it was more than one commit holds. */
  readonly settled: Account | null
}

async function readSettled(
  moment: Moment,
  memberId: string,
  settings: Settings,
  known: Account | undefined,
): Promise<Read | typeof lost> {
  let first = known
  for (;;) {
    const account = first ?? (await readAccount(moment.cloud, memberId))
    first = undefined
    if (!account) return { account, settled: null }
    const settled = settle(account, moment.today, settings, moment.at, SETTLED_AT_ONCE)
    if (isSettled(settled, moment.today, settings)) return { account, settled }
    // Moving the tail on is no race lost: who has years to catch up comes to it again and again.
    if ((await commit(moment, account, settled, settings)) === lost) return lost
  }
}

/** Unless done it must be decided again: the tail had to be moved on, somebody wrote first, or no answer came. */
async function commit(
  { cloud, at, today }: Moment,
  account: Account | null,
  changed: Account,
  settings: Settings,
): Promise<'done' | 'movedOn' | typeof lost> {
  const next = tellOfTier(account, changed, settings, today, at)
  try {
    if (account && tailIsLong(account)) return (await drain(cloud, [account], at)) > 0 ? 'movedOn' : lost
    if (tailOverflows(next))
      throw new Error(
        `the command would leave ${next.tail.length} entries and ${next.outgoing.length} messages waiting`,
      )
    return (await commitAccount(cloud, account, next)) ? 'done' : lost
  } catch (error) {
    if (failureOf(error) === 'unknownOutcome') return lost
    throw error
  }
}
