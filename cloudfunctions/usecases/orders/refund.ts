import type { OutputOf } from '@shared/contracts'
import type { Refusal } from '@shared/contracts/errors'
import { yuanText } from '@shared/kernel/fen'
import { ok, refuse, type Result } from '@shared/kernel/result'
import type { OrderDocument, Refund, SaleDocument } from '@shared/rules/orders/order'
import { refundSale, type RefundOrder, type RefundRefusal } from '@shared/rules/orders/refundSale'
import { transactOnAccount } from '../../database/transactOnAccount'
import type { UseCase } from '../../runtime/call'

type Code = RefundRefusal['code'] | 'ORDER_NOT_FOUND' | 'REFUND_NUMBER_TAKEN'
type Outcome = Result<OutputOf<'orders.refund'>, Refusal<Code>>

export const refund: UseCase<'orders.refund'> = async (call, input) => {
  const { member, orderId, refundId, amountFen, freightFen = 0 } = input
  const settings = await call.settings()
  const asked = { refundId, amountFen, freightFen }
  const occasion = { today: call.today, at: call.at, by: `staff:${call.memberId}` } as const
  return transactOnAccount<{ order: OrderDocument }, Outcome>(
    call,
    member,
    { order: { collection: 'orders', id: orderId } },
    settings,
    (account, { order }) => {
      if (!account || order?.kind !== 'sale' || order.member !== member)
        return { answer: refuse({ code: 'ORDER_NOT_FOUND', data: { orderId } }) }
      const earlier = order.refunds.find(({ id }) => id === refundId)
      if (earlier) return { answer: answerAgain(order, earlier, asked) }
      const refunded = refundSale(account, order, asked, settings, occasion)
      if (!refunded.ok) return { answer: refuse(inYuan(refunded.error)) }
      const { value } = refunded
      return {
        next: value.account,
        documents: { order: value.order },
        answer: ok(answerOf(value.order, value.refund)),
      }
    },
  )
}

/** The refund is in already: the same one is answered as the first time. */
function answerAgain(order: SaleDocument, earlier: Refund, asked: RefundOrder): Outcome {
  const isSame = earlier.amountFen === asked.amountFen && earlier.freightFen === asked.freightFen
  return isSame
    ? ok(answerOf(order, earlier))
    : refuse({ code: 'REFUND_NUMBER_TAKEN', data: { refundId: asked.refundId } })
}

function inYuan(error: RefundRefusal): Refusal<RefundRefusal['code']> {
  if (error.code === 'REFUND_NOTHING') return error
  const { code, leftFen, leftFreightFen } = error
  return {
    code,
    data: { left: yuanText(leftFen), leftFreight: yuanText(leftFreightFen), leftFen, leftFreightFen },
  }
}

/** What was left after this refund: later ones don't change its answer. */
function answerOf(order: SaleDocument, refund: Refund): OutputOf<'orders.refund'> {
  const until = order.refunds.slice(0, order.refunds.findIndex(({ id }) => id === refund.id) + 1)
  return {
    orderId: order._id,
    refundId: refund.id,
    takenBackPoints: refund.takenBackPoints,
    takenBackGrowth: refund.takenBackGrowth,
    debt: refund.debt,
    returnedPoints: refund.returnedPoints,
    leftFen: order.amountFen - until.reduce((sum, { amountFen }) => sum + amountFen, 0),
  }
}
