import type { Account } from './account'
import type { Entry } from './entry'

/** The account document stays bounded: a command that would go past this waits for the drain. */
const TAIL_LIMIT = 32

/** From here on a command moves the tail along before it adds to it. */
const TAIL_LONG = 24

/** The same for the messages that wait. */
export const OUTGOING_LIMIT = 16
const OUTGOING_LONG = 8

/** Reminders can wait for another commit: they leave room for what must be told with the one that it is in. */
export const REMINDERS_LIMIT = OUTGOING_LIMIT - 2

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

/** True when so much waits that it is moved on before anything is added. */
export function tailIsLong({ tail, outgoing }: Account): boolean {
  return tail.length >= TAIL_LONG || outgoing.length >= OUTGOING_LONG
}

/** How many events may still leave an entry: one of them may leave a second, such as points on upgrade. */
export function roomInTail({ tail }: Account): number {
  return Math.max(0, TAIL_LIMIT - 1 - tail.length)
}

/** True when more would wait than a document may hold. */
export function tailOverflows({ tail, outgoing }: Account): boolean {
  return tail.length > TAIL_LIMIT || outgoing.length > OUTGOING_LIMIT
}

/** The account after its whole tail was put into the journal, and its messages into the outbox. */
export function trimTail(account: Account): Account {
  const moved = account.tail.map((entry) => entry._id)
  return {
    ...account,
    tail: [],
    outgoing: [],
    tailSince: null,
    recentCauses: [...account.recentCauses, ...moved].slice(-RECENT_CAUSES),
  }
}
