import { asLate, type Payment, type Receipt } from '@shared/rules/payments/payment'
import { newRefund, type Refund } from '@shared/rules/payments/refund'
import { transactOnAccount } from '../../database/transactOnAccount'
import { askRefund } from './askRefund'
import type { PayDesk } from './desk'
import { ownerOf } from './owners'

/**
 * Books what WeChat says was paid, once however often it says so; what came when nobody waited for it any more goes
 * back whole. `refused`: it is not what was asked for, nothing is booked, and a person must look.
 */
export async function bookReceipt(
  desk: PayDesk,
  payment: Payment,
  receipt: Receipt,
): Promise<'taken' | 'refused'> {
  const odd = whatIsOdd(payment, receipt)
  if (odd) {
    desk.alert(new Error(`payment ${payment._id}: ${odd}; nothing was booked`))
    return 'refused'
  }
  if (payment.state === 'paid' || payment.state === 'late') return 'taken'
  const settings = await desk.settings()
  const outcome = await ownerOf(payment).paid(desk, settings, payment, receipt)
  if (outcome === 'late') await giveBackLate(desk, payment, receipt)
  return 'taken'
}

function whatIsOdd(payment: Payment, { amountFen, transactionId }: Receipt): string | null {
  if (amountFen !== payment.amountFen)
    return `WeChat says that ${amountFen} fen were paid, and ${payment.amountFen} were asked for`
  const isKnown = payment.state === 'paid' || payment.state === 'late'
  return isKnown && payment.transactionId !== transactionId
    ? 'it was paid as another transaction before'
    : null
}

/** The refund is made with what it is for, then WeChat is asked; should that fail, the timer asks. */
async function giveBackLate(desk: PayDesk, { _id, member }: Payment, receipt: Receipt): Promise<void> {
  const outRefundNo = `${_id}-late`
  await transactOnAccount<{ payment: Payment; refund: Refund }, void>(
    desk,
    member,
    { payment: { collection: 'payments', id: _id }, refund: { collection: 'refunds', id: outRefundNo } },
    await desk.settings(),
    (_, { payment }) => {
      if (!payment) throw new Error(`payment ${_id} is gone`)
      if (payment.state === 'late') return { answer: undefined }
      const late = asLate(payment, receipt, outRefundNo)
      const asked = { outRefundNo, refundFen: payment.amountFen, reason: REASON, why: 'late' } as const
      return { documents: { payment: late, refund: newRefund(late, asked, desk.at) }, answer: undefined }
    },
  )
  await askRefund(desk, outRefundNo)
}

/** The payer reads it, in the language of WeChat Pay in China. */
const REASON = '已取消，款项原路退回'
