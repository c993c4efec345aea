import { asClosed, asPaid, type Payment } from '@shared/rules/payments/payment'
import { asRefused, type Refund } from '@shared/rules/payments/refund'
import type { Settings } from '@shared/rules/settings/settings'
import type { Moment } from '../../cloudfunctions/database/commandOnAccount'
import { transactOnAccount } from '../../cloudfunctions/database/transactOnAccount'
import type { PaymentOwner } from '../../cloudfunctions/usecases/payments/owners'

/** Whom payments are made for, with nothing of their own: what is booked is the payment. */
export const plainOwner: PaymentOwner<'shopOrder'> = {
  paid: (moment, settings, { _id, member }, receipt) =>
    onPayment(moment, settings, member, _id, (payment) => {
      if (payment.state === 'paid') return { answer: 'booked' }
      if (payment.state !== 'open') return { answer: 'late' }
      return { documents: { payment: asPaid(payment, receipt) }, answer: 'booked' }
    }),
  lapsed: (moment, settings, { _id, member }) =>
    onPayment(moment, settings, member, _id, (payment) => ({
      documents: payment.state === 'open' ? { payment: asClosed(payment, moment.at) } : {},
      answer: undefined,
    })),
  refundRefused: (moment, settings, { _id, member }, fault) =>
    transactOnAccount<{ refund: Refund }, void>(
      moment,
      member,
      { refund: { collection: 'refunds', id: _id } },
      settings,
      (_, { refund }) =>
        refund?.state === 'asked' || refund?.state === 'processing'
          ? { documents: { refund: asRefused(refund, fault) }, answer: undefined }
          : { answer: undefined },
    ),
}

type Decided<T> = { readonly documents?: { payment?: Payment }; readonly answer: T }

function onPayment<T>(
  moment: Moment,
  settings: Settings,
  member: string,
  id: string,
  decide: (payment: Payment) => Decided<T>,
): Promise<T> {
  return transactOnAccount<{ payment: Payment }, T>(
    moment,
    member,
    { payment: { collection: 'payments', id } },
    settings,
    (_, { payment }) => decide(payment!),
  )
}
