import type { Account } from '../account/account'
import type { Message } from './message'

/** The account with a message on its way out, in the same commit as what it tells. */
export function tell(account: Account, message: Message): Account {
  return {
    ...account,
    outgoing: [...account.outgoing, message],
    tailSince: account.tailSince ?? message.at,
  }
}
