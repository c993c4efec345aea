import type { InputOf } from '@shared/contracts'
import type { Refusal } from '@shared/contracts/errors'
import { ok, refuse, type Result } from '@shared/kernel/result'
import { tell } from '@shared/rules/messages/tell'
import type { Payment } from '@shared/rules/payments/payment'
import { newRefund, type Refund } from '@shared/rules/payments/refund'
import type { Settings } from '@shared/rules/settings/settings'
import { isSameRefund, refundOrder } from '@shared/rules/shopOrders/refund'
import { notNow, type ShopOrder, type ShopOrderRefund } from '@shared/rules/shopOrders/shopOrder'
import { refundedMessage } from '@shared/rules/shopOrders/tell'
import { readShopOrder } from '../../database/shopOrders'
import { transactOnOrder } from '../../database/transactOnOrder'
import type { Call, UseCase } from '../../runtime/call'
import { askRefund } from '../payments/askRefund'
import { merchantFace } from './faces'
import { refundIdOf } from './ids'
import { saleIn } from './refundContext'
import { inState, NOT_FOUND, splitRefusal } from './refusals'
import { requestOf } from './requests'

type Input = InputOf<'shopOrders.refund'>
type Code = ReturnType<typeof splitRefusal>['code'] | 'REFUND_CHANGED' | 'REFUNDS_TOO_MANY'
type Outcome = Result<ShopOrder, Refusal<Code>>

/**
 * Everything that is ours goes back in one transaction, in which WeChat's part is written down to be asked for: the
 * value is out of our books before WeChat gives anything back.
 */
export const refund: UseCase<'shopOrders.refund'> = async (call, input) => {
  const [there, settings] = await Promise.all([readShopOrder(call.cloud, input.orderId), call.settings()])
  if (!there) return refuse(NOT_FOUND)
  const refundId = refundIdOf(call.memberId, call.requestId)
  const outcome = await commit(call, there, refundId, input, settings)
  if (!outcome.ok) return outcome
  const made = outcome.value.refunds.find(({ id }) => id === refundId)
  if (made?.outRefundNo) await askRefund(call, made.outRefundNo)
  return ok({ ...(await merchantFace(call.cloud, outcome.value, settings, call.at)), refundId })
}

function commit(
  call: Call,
  { _id: orderId, member, choices }: ShopOrder,
  refundId: string,
  { request, reason, seen }: Input,
  settings: Settings,
): Promise<Outcome> {
  const by = `staff:${call.memberId}` as const
  const occasion = { today: call.today, at: call.at, by }
  const wanted = requestOf(request)
  return transactOnOrder<Outcome>(
    call,
    member,
    { orderId, with: ['sale', 'payment'], refund: `${orderId}-${refundId}`, coupons: choices.coupons },
    settings,
    (account, { order, sale, payment, coupons }) => {
      if (!account || !order) throw new Error(`order ${orderId} is gone`)
      if (order.refunds.some(({ id }) => id === refundId)) return { answer: ok(order) }
      if (!sale) return { answer: refuse(inState(notNow(order))) }
      const wish = { refundId, request: wanted, reason, by }
      const done = refundOrder(account, order, saleIn(sale), coupons, wish, settings, occasion)
      if (!done.ok) return { answer: refuse(refusalOf(done.error, order, wanted)) }
      const { value } = done
      if (!isSameRefund(seen, value.split)) return { answer: refuse({ code: 'REFUND_CHANGED' }) }
      return {
        next: tell(value.account, refundedMessage(order, value.refund, occasion)),
        order: value.order,
        sale: value.sale,
        coupons: value.coupons,
        ...atWeChat(payment, value.refund, call.at),
        answer: ok(value.order),
      }
    },
  )
}

function refusalOf(
  error: Extract<ReturnType<typeof refundOrder>, { ok: false }>['error'],
  order: ShopOrder,
  request: ReturnType<typeof requestOf>,
): Refusal<Code> {
  if (error.code === 'REFUNDS_TOO_MANY') return { code: error.code, data: { most: error.most } }
  return splitRefusal(error, order, request)
}

function atWeChat(
  payment: Payment<'shopOrder'> | null,
  { outRefundNo, split, reason }: ShopOrderRefund,
  at: number,
): { refund?: Refund<'shopOrder'> } {
  if (outRefundNo === null) return {}
  if (!payment) throw new Error(`refund ${outRefundNo} is of a payment that is not there`)
  return { refund: newRefund(payment, { outRefundNo, refundFen: split.back.wechat, reason }, at) }
}
