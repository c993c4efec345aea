import type { Account } from '@shared/rules/account/account'
import { TAIL_LIMIT, TAIL_LONG } from '@shared/rules/account/tail'
import type { Cloud } from './cloud'
import { drain } from './drain'
import { failureOf } from './failures'
import { commitAccount, readAccount } from './members'
import { lost, untilWon } from './retry'

/** What a command wants done to the account it was shown: a new state and the answer, or only an answer. */
export interface Decision<T> {
  readonly next?: Account
  readonly answer: T
}

/**
 * Runs a command on one account: one read, a pure decision, one conditional write. Lost to another writer, or left
 * without an answer by the store: read again, decide again. So `decide` must find out from the account when its
 * cause is already in.
 */
export function commandOnAccount<T>(
  cloud: Cloud,
  memberId: string,
  at: number,
  decide: (account: Account | null) => Decision<T> | Promise<Decision<T>>,
): Promise<T> {
  return untilWon(cloud, async () => {
    const account = await readAccount(cloud, memberId)
    const { next, answer } = await decide(account)
    if (!next) return answer
    try {
      if (account && account.tail.length >= TAIL_LONG) {
        await drain(cloud, [account], at)
        return lost
      }
      if (next.tail.length > TAIL_LIMIT)
        throw new Error(`the command would leave ${next.tail.length} entries waiting`)
      return (await commitAccount(cloud, account, next)) ? answer : lost
    } catch (error) {
      if (failureOf(error) === 'unknownOutcome') return lost
      throw error
    }
  })
}
