import type { InputOf } from '@shared/contracts'
import type { Refusal } from '@shared/contracts/errors'
import { refuse, type Result } from '@shared/kernel/result'
import type { Account } from '@shared/rules/account/account'
import { standingAt, type CounterSale } from '@shared/rules/counter/counterSale'
import { refundCharged, type Refunded, type RefundWish } from '@shared/rules/counter/refund'
import { STANDING_WORDS } from '@shared/rules/counter/words'
import type { Coupon } from '@shared/rules/coupons/coupon'
import type { OrderDocument } from '@shared/rules/orders/order'
import type { RefundRequest } from '@shared/rules/quote/refundRequest'
import type { Settings } from '@shared/rules/settings/settings'
import type { Call } from '../../runtime/call'
import { partRefusal } from '../shopOrders/refusals'

/** Nothing is sent from the counter, so there is no freight. */
export function requestOf(request: InputOf<'counter.refund'>['request']): RefundRequest {
  return request.of === 'rest' ? request : { ...request, freightFen: 0 }
}

type Outcome = Result<
  Refunded,
  | ReturnType<typeof partRefusal>
  | Refusal<'COUNTER_SALE_NOT_FOUND' | 'COUNTER_NOT_CHARGED' | 'REFUNDS_TOO_MANY'>
>

/** What a refund does, shown beforehand and done alike. */
export function refundOf(
  call: Pick<Call, 'today' | 'at'>,
  account: Account | null,
  sale: CounterSale | null,
  order: OrderDocument | null,
  coupons: readonly Coupon[],
  wish: RefundWish,
  settings: Settings,
): Outcome {
  if (!account || !sale) return refuse({ code: 'COUNTER_SALE_NOT_FOUND' })
  if (sale.state !== 'charged')
    return refuse({
      code: 'COUNTER_NOT_CHARGED',
      data: { standing: STANDING_WORDS[standingAt(sale, call.at)] },
    })
  if (order?.kind !== 'sale') throw new Error(`what was charged has no order: ${sale._id}`)
  const { today, at } = call
  const done = refundCharged(account, sale, order, coupons, wish, settings, { today, at, by: wish.by })
  if (done.ok) return done
  const { error } = done
  return error.code === 'REFUNDS_TOO_MANY'
    ? refuse({ code: error.code, data: { most: error.most } })
    : refuse(partRefusal(error, sale, wish.request))
}
