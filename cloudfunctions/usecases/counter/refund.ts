import { createHash } from 'node:crypto'
import type { OutputOf } from '@shared/contracts'
import type { Refusal } from '@shared/contracts/errors'
import { ok, refuse, type Result } from '@shared/kernel/result'
import { wholeFace } from '@shared/rules/counter/face'
import { isSameRefund } from '@shared/rules/shopOrders/refund'
import { readCounterSale } from '../../database/counterSales'
import { transactOnCounter } from '../../database/transactOnCounter'
import type { UseCase } from '../../runtime/call'
import { refundOf, requestOf } from './refundSale'

type Answer = OutputOf<'counter.refund'>
type RefundRefusal = Extract<ReturnType<typeof refundOf>, { ok: false }>['error']
type Outcome = Result<Answer, RefundRefusal | Refusal<'REFUND_CHANGED'>>

export const refund: UseCase<'counter.refund'> = async (call, { id, request, reason, seen }) => {
  const [known, settings] = await Promise.all([readCounterSale(call.cloud, id), call.settings()])
  if (!known) return refuse({ code: 'COUNTER_SALE_NOT_FOUND' })
  const refundId = refundIdOf(call.memberId, call.requestId)
  const wish = { refundId, request: requestOf(request), reason, by: `staff:${call.memberId}` } as const
  const places = { saleId: id, coupons: known.choices.coupons }
  return transactOnCounter<Outcome>(call, known.member, places, settings, (account, found) => {
    const { sale, order, coupons } = found
    const isDone = sale?.state === 'charged' && sale.refunds.some((each) => each.id === refundId)
    if (isDone && order?.kind === 'sale')
      return { answer: ok({ ...wholeFace(sale, order, call.at), refundId }) }
    const done = refundOf(call, account, sale, order, coupons, wish, settings)
    if (!done.ok) return { answer: done }
    const { value } = done
    if (!isSameRefund(seen, value.split)) return { answer: refuse({ code: 'REFUND_CHANGED' }) }
    const answer = ok({ ...wholeFace(value.sale, value.order, call.at), refundId })
    return { next: value.account, sale: value.sale, order: value.order, coupons: value.coupons, answer }
  })
}

/** The number of the refund that a request makes, among those of its purchase: the same request makes the same. */
function refundIdOf(memberId: string, requestId: string): string {
  const digest = createHash('sha256').update(`counter refund\n${memberId}\n${requestId}`).digest('hex')
  return `R${digest.slice(0, 16).toUpperCase()}`
}
