import type { Account } from '@shared/rules/account/account'
import { membershipOf } from '@shared/rules/memberships/holding'
import type { MembershipPurchase } from '@shared/rules/memberships/purchase'
import type { TakenOff } from '@shared/rules/memberships/refund'
import { takenOffBy } from '@shared/rules/memberships/taken'
import type { Settings } from '@shared/rules/settings/settings'
import type { Day } from '@shared/kernel/day'
import type { BoughtOrder } from '../../database/memberships'

/** What the level of a purchase took off what was bought in the shop's own pages. */
export function takenOff(
  { terms }: MembershipPurchase,
  bought: readonly BoughtOrder[],
  { tier }: Pick<Account, 'tier'>,
  { benefits }: Settings,
): readonly TakenOff[] {
  return bought.flatMap(({ placed }) =>
    placed ? [takenOffBy(terms.levelId, placed, tier, benefits.benefits)] : [],
  )
}

/** From when orders matter to what could be refunded; null where nothing could be. */
export function refundableSince(account: Account): Day | null {
  return membershipOf(account)
    .bought.map(({ paidOn }) => paidOn)
    .reduce<Day | null>((first, day) => (first === null || day < first ? day : first), null)
}
