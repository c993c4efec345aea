import type { Account } from '@shared/rules/account/account'
import type { MembershipPurchase } from '@shared/rules/memberships/purchase'
import type { Payment } from '@shared/rules/payments/payment'
import type { Refund } from '@shared/rules/payments/refund'
import type { Settings } from '@shared/rules/settings/settings'
import type { Moment } from '../../database/commandOnAccount'
import { transactOnAccount, type Joint } from '../../database/transactOnAccount'
import { outRefundNoOf } from './ids'

/** What stands beside an account when a level is bought or given back. */
interface Documents {
  readonly purchase: MembershipPurchase
  readonly payment: Payment<'membership'>
  readonly refund: Refund<'membership'>
}

type Found = { readonly [Name in keyof Documents]: Documents[Name] | null }

export type PurchaseJoint<T> = Joint<Documents, T>

/** Runs a command on a purchase, its member's account, its payment and its refund in one transaction. */
export function transactOnPurchase<T>(
  moment: Moment,
  member: string,
  purchaseId: string,
  settings: Settings,
  decide: (account: Account | null, found: Found) => PurchaseJoint<T>,
  refundNo = outRefundNoOf(purchaseId),
): Promise<T> {
  const places = {
    purchase: { collection: 'memberships', id: purchaseId },
    payment: { collection: 'payments', id: purchaseId },
    refund: { collection: 'refunds', id: refundNo },
  } as const
  return transactOnAccount<{ [N in keyof Documents]: Documents[N] }, T>(
    moment,
    member,
    places,
    settings,
    decide,
  )
}
