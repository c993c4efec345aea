import type { OutputOf } from '@shared/contracts'
import type { Refusal } from '@shared/contracts/errors'
import { ok, refuse, type Result } from '@shared/kernel/result'
import { confirm as decide, type ChargeRefusal } from '@shared/rules/counter/charge'
import { counterSaleFace } from '@shared/rules/counter/face'
import { readCounterSale } from '../../database/counterSales'
import { transactOnCounter } from '../../database/transactOnCounter'
import type { UseCase } from '../../runtime/call'
import { chargeRefusal, overRefusal } from './refusals'

type Code = ChargeRefusal['code'] | 'COUNTER_SALE_NOT_FOUND' | 'COUNTER_SALE_OVER'
type Outcome = Result<OutputOf<'counter.confirm'>, Refusal<Code>>

export const confirm: UseCase<'counter.confirm'> = async (call, { id }) => {
  const { memberId, today, at } = call
  const [known, settings] = await Promise.all([readCounterSale(call.cloud, id), call.settings()])
  if (known?.member !== memberId) return refuse({ code: 'COUNTER_SALE_NOT_FOUND' })
  const places = { saleId: id, coupons: known.choices.coupons }
  return transactOnCounter<Outcome>(call, memberId, places, settings, (account, found) => {
    const { sale, order } = found
    if (!account || !sale) return { answer: refuse({ code: 'COUNTER_SALE_NOT_FOUND' }) }
    if (sale.state === 'charged')
      return { answer: ok(counterSaleFace(sale, order?.kind === 'sale' ? order : null, at)) }
    const coupons = found.coupons.filter(({ member }) => member === memberId)
    // The sale is the shop's; the yes is the member's.
    const done = decide(account, sale, coupons, settings, { today, at, by: sale.by })
    if (!done.ok) {
      const { error } = done
      return {
        answer: refuse(error.code === 'COUNTER_SALE_OVER' ? overRefusal(error) : chargeRefusal(error)),
      }
    }
    const { value } = done
    const answer = ok(counterSaleFace(value.sale, value.order, at))
    return { next: value.account, sale: value.sale, order: value.order, coupons: value.coupons, answer }
  })
}
