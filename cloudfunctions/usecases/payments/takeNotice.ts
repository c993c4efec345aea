import { readPayment } from '../../database/payments'
import { readRefund } from '../../database/refunds'
import type { NoticeOutcome, TakeNotice } from '../../runtime/answerNotice'
import type { PayNotice } from '../../wechat/pay/payments'
import { bookReceipt } from './bookReceipt'
import type { PayDesk } from './desk'
import { takeRefundState } from './refundAnswer'

/** Acts on what WeChat Pay says of a payment or a refund; the same again, late and in any order, has the same end. */
export const takeNotice: TakeNotice = (call, notice) =>
  notice.kind === 'paid' ? takePaid(call, notice) : takeRefunded(call, notice)

type Of<Kind extends PayNotice['kind']> = Extract<PayNotice, { readonly kind: Kind }>

async function takePaid(desk: PayDesk, { outTradeNo, ...receipt }: Of<'paid'>): Promise<NoticeOutcome> {
  const payment = await readPayment(desk.cloud, outTradeNo)
  return payment ? bookReceipt(desk, payment, receipt) : 'unknown'
}

async function takeRefunded(desk: PayDesk, notice: Of<'refunded'>): Promise<NoticeOutcome> {
  const refund = await readRefund(desk.cloud, notice.outRefundNo)
  return refund ? takeRefundState(desk, refund, notice) : 'unknown'
}
