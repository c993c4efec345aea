import type { Account } from './account'
import type { Entry } from './entry'

/** The account document stays bounded: a command that would go past this waits for the drain. */
export const TAIL_LIMIT = 32

/** From here on a command moves the tail along before it adds to it. */
export const TAIL_LONG = 24

/** How many moved causes the account remembers. */
export const RECENT_CAUSES = 64

/** The entry of a cause while it still waits in the tail. */
export function findInTail(account: Account, cause: string): Entry | undefined {
  return account.tail.find((entry) => entry._id === cause)
}

/** True when the cause has left its entry, whether it waits or was moved lately. */
export function remembers(account: Account, cause: string): boolean {
  return findInTail(account, cause) !== undefined || account.recentCauses.includes(cause)
}

/** The account after its whole tail was put into the journal. */
export function trimTail(account: Account): Account {
  const moved = account.tail.map((entry) => entry._id)
  return {
    ...account,
    tail: [],
    tailSince: null,
    recentCauses: [...account.recentCauses, ...moved].slice(-RECENT_CAUSES),
  }
}
