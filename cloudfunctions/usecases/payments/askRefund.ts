import type { Refund } from '@shared/rules/payments/refund'
import { readRefund } from '../../database/refunds'
import type { Payments } from '../../wechat/pay/payments'
import type { PayRefusal } from '../../wechat/pay/payRefusal'
import type { PayDesk } from './desk'
import { giveUp, takeRefundState, tryLater } from './refundAnswer'
import { tellOdd } from './tellOdd'

/** The merchant has as long as this to fill the account that WeChat gives back from. */
const ACCOUNT_EMPTY_MS = 24 * 3_600_000

/**
 * Asks WeChat to give money back, or how far it has come; answers the refund as it is then, null when there is none. The
 * same number every time: however often and by how many it is asked for, the payer gets it once.
 */
export async function askRefund(desk: PayDesk, outRefundNo: string): Promise<Refund | null> {
  const refund = await readRefund(desk.cloud, outRefundNo)
  if (refund?.state !== 'asked' && refund?.state !== 'processing') return refund
  const payments = desk.payments(refund.kind, refund.way)
  if (payments) await ask(desk, payments, refund)
  else await tryLater(desk, refund, NOT_SET_UP)
  return readRefund(desk.cloud, outRefundNo)
}

const NOT_SET_UP = { code: 'NOT_SET_UP', message: 'WeChat Pay is not set up' }

async function ask(desk: PayDesk, payments: Payments, refund: Refund): Promise<void> {
  const { _id, payment, refundFen, paidFen, reason, state } = refund
  const order = { outTradeNo: payment, outRefundNo: _id, refundFen, paidFen, reason }
  const said = await (state === 'asked' ? payments.refund(order) : payments.queryRefund(_id))
  if (said.ok) return void (await takeRefundState(desk, refund, said.value))
  if (isForGood(desk, refund, said.error)) return reject(desk, payments, refund, said.error)
  tellOdd(desk, _id, said.error)
  await tryLater(desk, refund, said.error)
}

const FOR_GOOD: readonly PayRefusal['reason'][] = [
  'invalid',
  'notFound',
  'closed',
  'numberUsed',
  'alreadyPaid',
]

function isForGood({ at }: PayDesk, { state, createdAt }: Refund, { reason }: PayRefusal): boolean {
  // What WeChat has taken up once it knows: that it does not is a fault somewhere, and no word on the money.
  if (state === 'processing') return false
  return reason === 'notEnough' ? at >= createdAt + ACCOUNT_EMPTY_MS : FOR_GOOD.includes(reason)
}

/** An earlier try may have been carried out and its answer lost: only what WeChat does not know was not done. */
async function reject(desk: PayDesk, payments: Payments, refund: Refund, refusal: PayRefusal): Promise<void> {
  const known = await payments.queryRefund(refund._id)
  if (known.ok) return void (await takeRefundState(desk, refund, known.value))
  if (known.error.reason !== 'notFound') return tryLater(desk, refund, known.error)
  const { code, message } = refusal
  await giveUp(desk, refund, { kind: 'rejected', code, message, at: desk.at })
}
