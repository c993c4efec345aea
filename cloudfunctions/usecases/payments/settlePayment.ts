import type { Payment } from '@shared/rules/payments/payment'
import { readPayment } from '../../database/payments'
import type { PaymentState as WeChatState } from '../../wechat/pay/payments'
import { bookReceipt } from './bookReceipt'
import type { PayDesk } from './desk'
import { ownerOf } from './owners'
import { tellOdd } from './tellOdd'

/**
 * Asks WeChat how a payment stands and books what it says; answers the payment as it is then, null when there is none.
 * What WeChat does not know, or does not say, changes nothing.
 */
export async function settlePayment(desk: PayDesk, outTradeNo: string): Promise<Payment | null> {
  const payment = await readPayment(desk.cloud, outTradeNo)
  if (payment?.state !== 'open' && payment?.state !== 'closed') return payment
  const payments = desk.payments(payment.kind, payment.way)
  if (!payments) return payment
  const asked = await payments.query(outTradeNo)
  if (asked.ok) await take(desk, payment, asked.value)
  else tellOdd(desk, outTradeNo, asked.error)
  return readPayment(desk.cloud, outTradeNo)
}

async function take(desk: PayDesk, payment: Payment, said: WeChatState): Promise<void> {
  if (said.state === 'paid') {
    const { transactionId, amountFen, paidAt } = said
    await bookReceipt(desk, payment, { transactionId, amountFen, paidAt: paidAt ?? desk.at })
  } else if (said.state === 'closed' && payment.state === 'open') {
    await ownerOf(payment).lapsed(desk, await desk.settings(), payment, 'closedAtWeChat')
  }
}
