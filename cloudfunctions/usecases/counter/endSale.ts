import type { OutputOf } from '@shared/contracts'
import type { Refusal } from '@shared/contracts/errors'
import { ok, refuse, type Result } from '@shared/kernel/result'
import { end } from '@shared/rules/counter/charge'
import type { CounterSale } from '@shared/rules/counter/counterSale'
import { counterSaleFace } from '@shared/rules/counter/face'
import { readCounterSale } from '../../database/counterSales'
import { transactOnCounter } from '../../database/transactOnCounter'
import type { Call } from '../../runtime/call'
import { overRefusal } from './refusals'

type Outcome = Result<OutputOf<'counter.decline'>, Refusal<'COUNTER_SALE_NOT_FOUND' | 'COUNTER_SALE_OVER'>>

/** Ends what waits for a member's yes. Once more it is answered as the first time. */
export async function endSale(
  call: Call,
  id: string,
  how: 'declined' | 'withdrawn',
  mayEnd: (sale: CounterSale) => boolean,
): Promise<Outcome> {
  const [known, settings] = await Promise.all([readCounterSale(call.cloud, id), call.settings()])
  if (!known || !mayEnd(known)) return refuse({ code: 'COUNTER_SALE_NOT_FOUND' })
  const places = { saleId: id, coupons: [] }
  return transactOnCounter<Outcome>(call, known.member, places, settings, (_, { sale }) => {
    if (!sale) return { answer: refuse({ code: 'COUNTER_SALE_NOT_FOUND' }) }
    const ended = end(sale, how, call.at)
    if (!ended.ok) return { answer: refuse(overRefusal(ended.error)) }
    return { sale: ended.value, answer: ok(counterSaleFace(ended.value, null, call.at)) }
  })
}
