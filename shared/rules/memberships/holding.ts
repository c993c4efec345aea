import type { Day } from '@shared/kernel/day'
import { ok, type Result } from '@shared/kernel/result'
import type { Account } from '../account/account'
import type { PaidRefusal } from '../tiers/paid'
import type { TierProgram } from '../tiers/program'
import { withPaidDays } from './offer'
import { withDaysLeft, type PaidDays } from './refund'
import type { RenewalReminder } from './remind'

/** What an account knows of paid memberships beside its level: what no two commands may decide at once. */
export interface MembershipHolding {
  /** The purchase that waits to be paid: one at a time, since the next would be offered what this one changes. */
  readonly waiting: string | null
  /** What was paid for, or redeemed, of which days are left. */
  readonly bought: readonly PaidDays[]
  readonly reminder: RenewalReminder | null
}

const NOTHING_HELD: MembershipHolding = { waiting: null, bought: [], reminder: null }

export const membershipOf = ({ membership = NOTHING_HELD }: Pick<Account, 'membership'>): MembershipHolding =>
  membership

export const withMembership = (account: Account, change: Partial<MembershipHolding>): Account => ({
  ...account,
  membership: { ...membershipOf(account), ...change },
})

/**
 * The account with days of a level that were paid for or redeemed, to be posted with its entry. Refuses what can't be had
 * any more.
 */
export function withBought(
  account: Account,
  days: PaidDays,
  program: TierProgram,
  today: Day,
): Result<Account, PaidRefusal> {
  const bought = withPaidDays(account.tier, days, program, today)
  if (!bought.ok) return bought
  const all = [...membershipOf(account).bought, days]
  const left = withDaysLeft(bought.value, all, program, today)
  return ok(withMembership({ ...account, tier: bought.value }, { bought: left }))
}
