import { cancelMembership, payMembership } from '@shared/rules/memberships/book'
import type { MembershipPurchase } from '@shared/rules/memberships/purchase'
import { asClosed, asPaid, type Payment, type Receipt } from '@shared/rules/payments/payment'
import { asRefused } from '@shared/rules/payments/refund'
import type { Settings } from '@shared/rules/settings/settings'
import type { Moment } from '../../database/commandOnAccount'
import { readPurchase } from '../../database/memberships'
import type { PaymentOwner } from '../payments/owners'
import { freshSettings } from './freshSettings'
import { transactOnPurchase } from './transactOnPurchase'

/** What payments mean to the memberships that they are made for. */
export const membershipPayments: PaymentOwner<'membership'> = {
  paid: bookPayment,
  async lapsed(moment, settings, { for: { purchaseId } }) {
    const purchase = await readPurchase(moment.cloud, purchaseId)
    if (!purchase) throw new Error(`membership ${purchaseId} is gone`)
    await endPurchase(moment, settings, purchase)
  },
  /** The level is given back all the same: what WeChat does not pay a person has to, so it waits for one. */
  async refundRefused(moment, settings, { _id, member, for: { purchaseId } }, fault) {
    await transactOnPurchase<null>(
      moment,
      member,
      purchaseId,
      settings,
      (_account, { refund }) => {
        const isAsked = refund?.state === 'asked' || refund?.state === 'processing'
        return { ...(isAsked ? { documents: { refund: asRefused(refund, fault) } } : {}), answer: null }
      },
      _id,
    )
  },
}

/** What can't be had any more is not booked: the purchase ends, and all of the money goes back. */
async function bookPayment(
  moment: Moment,
  known: Settings,
  { member, for: { purchaseId } }: Payment<'membership'>,
  receipt: Receipt,
): Promise<'booked' | 'late'> {
  const settings = await freshSettings({ cloud: moment.cloud, settings: () => Promise.resolve(known) })
  const occasion = { today: moment.today, at: moment.at, by: 'member' } as const
  return transactOnPurchase<'booked' | 'late'>(
    moment,
    member,
    purchaseId,
    settings,
    (account, { purchase, payment }) => {
      if (!account || !purchase || !payment)
        throw new Error(`membership ${purchaseId} was paid and is not there`)
      if (purchase.state === 'cancelled') return { answer: 'late' }
      if (purchase.state !== 'unpaid') return { answer: 'booked' }
      const paid = payMembership(account, purchase, settings, occasion)
      if (!paid.ok) {
        const ended = cancelMembership(account, purchase)
        return { next: ended.account, documents: { purchase: ended.purchase }, answer: 'late' }
      }
      const documents = { purchase: paid.value.purchase, payment: asPaid(payment, receipt) }
      return { next: paid.value.account, documents, answer: 'booked' }
    },
  )
}

/**
 * Ends a purchase that nobody paid: what it holds of stored value is free again, and its payment is closed. Answers the
 * purchase as it is: one that was paid meanwhile stays so.
 */
export function endPurchase(
  moment: Moment,
  settings: Settings,
  { _id, member }: MembershipPurchase,
): Promise<MembershipPurchase> {
  return transactOnPurchase<MembershipPurchase>(
    moment,
    member,
    _id,
    settings,
    (account, { purchase, payment }) => {
      if (!account || !purchase) throw new Error(`membership ${_id} is gone`)
      const closed = payment?.state === 'open' ? { payment: asClosed(payment, moment.at) } : {}
      if (purchase.state === 'cancelled') return { documents: closed, answer: purchase }
      if (purchase.state !== 'unpaid') return { answer: purchase }
      const ended = cancelMembership(account, purchase)
      const documents = { ...closed, purchase: ended.purchase }
      return { next: ended.account, documents, answer: ended.purchase }
    },
  )
}
