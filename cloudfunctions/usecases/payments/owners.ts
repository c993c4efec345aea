import type { Moment } from '../../database/commandOnAccount'
import type { Payment, PaymentOwnerKind, Receipt } from '@shared/rules/payments/payment'
import type { Refund, RefundFault } from '@shared/rules/payments/refund'
import type { Settings } from '@shared/rules/settings/settings'
import { membershipPayments } from '../memberships/bookPayment'
import { cardOwner } from '../giftCards/cardOwner'
import { shopOrderPayments } from '../shopOrders/bookPayment'
import { topUpOwner } from '../wallet/topUpOwner'

/** Why nobody will pay any more: its time is over, or the payment was closed in WeChat Pay's own pages. */
export type LapseReason = 'expired' | 'closedAtWeChat'

/**
 * Whoever a payment is made for. Each of these is called again and again, at the same time and in any order, and has
 * its effect once: the payment or the refund is one of the documents of the commit, and is looked at first.
 */
export interface PaymentOwner<Of extends PaymentOwnerKind> {
  /**
   * The money came: books it, and moves the payment on by `asPaid`. `late`: nobody waits for it any more, nothing is
   * booked and the payment is left as it is; the payer then gets it all back.
   */
  paid(moment: Moment, settings: Settings, payment: Payment<Of>, receipt: Receipt): Promise<'booked' | 'late'>
  /** Nobody paid in time: gives back what is held for it, and moves the payment on by `asClosed`. */
  lapsed(moment: Moment, settings: Settings, payment: Payment<Of>, why: LapseReason): Promise<void>
  /**
   * WeChat gives nothing back, for certain. Puts back what was taken out for it and moves the refund on by `asReturned`;
   * or leaves what is owed to a person, by `asRefused`. Never called for what WeChat may still pay.
   */
  refundRefused(moment: Moment, settings: Settings, refund: Refund<Of>, fault: RefundFault): Promise<void>
}

type Owners = { readonly [Of in PaymentOwnerKind]: PaymentOwner<Of> }

const OWNERS: Owners = {
  shopOrder: shopOrderPayments,
  topUp: topUpOwner,
  membership: membershipPayments,
  giftCards: cardOwner,
}

export function ownerOf(owned: {
  readonly for: { readonly of: PaymentOwnerKind }
}): PaymentOwner<PaymentOwnerKind> {
  return OWNERS[owned.for.of] as PaymentOwner<PaymentOwnerKind>
}
