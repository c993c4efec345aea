import type { Day } from '@shared/kernel/day'
import type { Account } from '@shared/rules/account/account'
import { join } from '@shared/rules/member/join'
import { DEFAULT_SETTINGS } from '@shared/rules/settings/settings'

/** The account that joining with one tap leaves, as it lies in the store. */
export function freshMember(memberId: string, today: Day, at: number): Account {
  const account = join(null, memberId, today, at, '1', DEFAULT_SETTINGS)
  if (!account) throw new Error('somebody new could not join')
  return { ...account, version: 1 }
}
