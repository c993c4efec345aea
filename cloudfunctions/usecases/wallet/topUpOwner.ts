import type { Account } from '@shared/rules/account/account'
import type { Entry } from '@shared/rules/account/entry'
import { asClosed, asPaid, type Payment } from '@shared/rules/payments/payment'
import { asRefused, asReturned, type Refund } from '@shared/rules/payments/refund'
import { bookTopUp } from '@shared/rules/wallet/bookTopUp'
import { returnRefund, walletRefundCause } from '@shared/rules/wallet/bookRefund'
import type { RefundPart } from '@shared/rules/wallet/refund'
import { returnedMessage } from '@shared/rules/wallet/returnedMessage'
import { giveUpTopUp } from '@shared/rules/wallet/topUp'
import { walletOf } from '@shared/rules/wallet/wallet'
import { tell } from '@shared/rules/messages/tell'
import type { Moment } from '../../database/commandOnAccount'
import { readEntry } from '../../database/journal'
import { transactOnAccount } from '../../database/transactOnAccount'
import type { PaymentOwner } from '../payments/owners'
import { refundIdIn } from './topUpIds'

type TopUpPayment = Payment<'topUp'>
type TopUpRefund = Refund<'topUp'>

/** What becomes of a top-up when its payment comes, does not come, or cannot be given back. */
export const topUpOwner: PaymentOwner<'topUp'> = {
  paid: (moment, settings, { _id, member }, receipt) =>
    transactOnAccount<{ payment: TopUpPayment }, 'booked' | 'late'>(
      moment,
      member,
      { payment: { collection: 'payments', id: _id } },
      settings,
      (account, { payment }) => {
        if (payment?.state === 'paid') return { answer: 'booked' }
        const terms = account && waitingIn(account, _id)?.terms
        if (payment?.state !== 'open' || !terms) return { answer: 'late' }
        const paidTopUp = { id: _id, terms, paidBy: 'wechat' } as const
        return {
          next: bookTopUp(account, paidTopUp, settings, bySystem(moment, 'member')),
          documents: { payment: asPaid(payment, receipt) },
          answer: 'booked',
        }
      },
    ),

  lapsed: (moment, settings, { _id, member }) =>
    transactOnAccount<{ payment: TopUpPayment }, void>(
      moment,
      member,
      { payment: { collection: 'payments', id: _id } },
      settings,
      (account, { payment }) => {
        if (payment?.state !== 'open') return { answer: undefined }
        const next = account ? { next: withoutTopUp(account, _id) } : {}
        return { ...next, documents: { payment: asClosed(payment, moment.at) }, answer: undefined }
      },
    ),

  refundRefused: async (moment, settings, { _id, member, for: { topUpId } }, fault) => {
    const taken = partIn(await readEntry(moment.cloud, walletRefundCause(refundIdIn(_id))), topUpId)
    await transactOnAccount<{ refund: TopUpRefund }, void>(
      moment,
      member,
      { refund: { collection: 'refunds', id: _id } },
      settings,
      (account, { refund }) => {
        if (refund?.state !== 'asked' && refund?.state !== 'processing') return { answer: undefined }
        // What came too late was never in the wallet: a person sees to it.
        if (refund.why === 'late' || !taken || !account)
          return { documents: { refund: asRefused(refund, fault) }, answer: undefined }
        const returned = returnRefund(account, refundIdIn(_id), taken, settings, bySystem(moment, 'system'))
        const { at, today } = moment
        return {
          next: tell(returned, returnedMessage(member, _id, taken, today, at)),
          documents: { refund: asReturned(refund, fault) },
          answer: undefined,
        }
      },
    )
  },
}

const bySystem = ({ today, at }: Moment, by: 'member' | 'system') => ({ today, at, by })

const waitingIn = (account: Account, topUpId: string) =>
  walletOf(account).waiting.find(({ id }) => id === topUpId)

/** The account once nobody waits for a top-up any more. */
export const withoutTopUp = (account: Account, topUpId: string): Account =>
  waitingIn(account, topUpId) ? { ...account, wallet: giveUpTopUp(walletOf(account), topUpId) } : account

/** What a refund of the wallet took out of one top-up. */
function partIn(entry: Entry | null, topUpId: string): RefundPart | undefined {
  return entry?.basis.of === 'walletRefund'
    ? entry.basis.parts.find(({ lotId }) => lotId === topUpId)
    : undefined
}
