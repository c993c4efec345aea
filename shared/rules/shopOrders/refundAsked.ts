import type { Instant } from '@shared/kernel/businessDay'
import type { Day } from '@shared/kernel/day'
import { ok, refuse, type Result } from '@shared/kernel/result'
import type { RefundRequest } from '../quote/refundRequest'
import { refundSplit, type SplitRefusal } from '../quote/refundSplit'
import { changed, may, notNow, type NotNow, type ShopOrder } from './shopOrder'

export type AskRefusal = NotNow | SplitRefusal | { readonly code: 'REFUND_ASKED' }

/** The member asks for a refund of what is there to be refunded. The same once more changes nothing. */
export function askRefund(
  order: ShopOrder,
  request: RefundRequest,
  reason: string,
  moment: { readonly at: Instant; readonly today: Day },
): Result<ShopOrder, AskRefusal> {
  if (!may(order, 'refundAll')) return refuse(notNow(order))
  const { refundAsked } = order
  if (refundAsked?.state === 'open') {
    const isSame =
      JSON.stringify([refundAsked.request, refundAsked.reason]) === JSON.stringify([request, reason])
    return isSame ? ok(order) : refuse({ code: 'REFUND_ASKED' })
  }
  const earlier = order.refunds.map(({ split }) => split)
  const split = refundSplit(order.quote, earlier, request, moment.today)
  if (!split.ok) return split
  const { at } = moment
  return ok(
    changed(
      order,
      { at, what: 'refundAsked' },
      { refundAsked: { at, request, reason, state: 'open', answer: null }, askedAt: at },
    ),
  )
}

/** The member wants it no more. One that is withdrawn already stays so. */
export function withdrawRefund(order: ShopOrder, at: Instant): Result<ShopOrder, NotNow> {
  if (order.refundAsked?.state === 'withdrawn') return ok(order)
  return answered(order, 'withdrawn', 'refundWithdrawn', null, at)
}

/** The shop declines it, and says why. One that is declined already stays so. */
export function declineRefund(order: ShopOrder, why: string, at: Instant): Result<ShopOrder, NotNow> {
  if (order.refundAsked?.state === 'declined') return ok(order)
  return answered(order, 'declined', 'refundDeclined', why, at)
}

function answered(
  order: ShopOrder,
  state: 'withdrawn' | 'declined',
  what: 'refundWithdrawn' | 'refundDeclined',
  answer: string | null,
  at: Instant,
): Result<ShopOrder, NotNow> {
  const { refundAsked } = order
  if (refundAsked?.state !== 'open') return refuse(notNow(order))
  return ok(changed(order, { at, what }, { refundAsked: { ...refundAsked, state, answer }, askedAt: 0 }))
}
