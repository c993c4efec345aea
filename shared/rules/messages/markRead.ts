import type { Account } from '../account/account'

/**
 * The member has seen the messages up to an instant. Never moves back, and never beyond now: what comes later has not
 * been seen. Null when it was known already.
 */
export function markRead(account: Account, upTo: number, at: number): Account | null {
  const inboxReadAt = Math.min(upTo, at)
  return inboxReadAt > account.inboxReadAt ? { ...account, inboxReadAt } : null
}
