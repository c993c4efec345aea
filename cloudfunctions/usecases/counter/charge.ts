import type { InputOf, OutputOf } from '@shared/contracts'
import type { Refusal } from '@shared/contracts/errors'
import { ok, refuse, type Result } from '@shared/kernel/result'
import { charge as decide, type ChargeRefusal } from '@shared/rules/counter/charge'
import type { CounterSale } from '@shared/rules/counter/counterSale'
import { counterSaleFace } from '@shared/rules/counter/face'
import type { OrderDocument } from '@shared/rules/orders/order'
import type { CartLine } from '@shared/rules/quote/cart'
import { transactOnCounter } from '../../database/transactOnCounter'
import type { UseCase } from '../../runtime/call'
import { billLines, readGoods, saleIdOf } from './bill'
import { chargeRefusal } from './refusals'
import { readVisit } from './visit'

type Code = ChargeRefusal['code'] | 'GOODS_UNAVAILABLE' | 'MEMBER_CODE_USED'
type Outcome = Result<OutputOf<'counter.charge'>, Refusal<Code>>

export const charge: UseCase<'counter.charge'> = async (call, { visit, lines, choices, seen }) => {
  const { today, at } = call
  const open = readVisit(visit, call, at)
  if (!open) return refuse({ code: 'COUNTER_VISIT_OVER' })
  const by = `staff:${call.memberId}` as const
  const saleId = saleIdOf(open.codeId)
  const [products, settings] = await Promise.all([readGoods(call.cloud, lines), call.settings()])
  const places = { saleId, coupons: choices.coupons }
  return transactOnCounter<Outcome>(call, open.member, places, settings, (account, found) => {
    if (!account) throw new Error('a visit is of a member')
    const cart = billLines(lines, products, account, settings, at)
    if (!cart.ok) return { answer: cart }
    if (found.sale) return { answer: answerAgain(found.sale, found.order, by, cart.value, { choices }, at) }
    const wish = { saleId, lines: cart.value, choices, seen, by }
    const coupons = found.coupons.filter(({ member }) => member === open.member)
    const done = decide(account, wish, coupons, settings, { today, at, by })
    if (!done.ok) return { answer: refuse(chargeRefusal(done.error)) }
    const { account: next, sale, order } = done.value
    const answer = ok(counterSaleFace(sale, order, at))
    return { next, sale, order, coupons: done.value.coupons, answer }
  })
}

/** The code was used: for the same bill at the same till it is answered as the first time, else it is over. */
function answerAgain(
  sale: CounterSale,
  order: OrderDocument | null,
  by: CounterSale['by'],
  lines: readonly CartLine[],
  { choices }: Pick<InputOf<'counter.charge'>, 'choices'>,
  at: number,
): Outcome {
  const isSame = sale.by === by && contentOf(sale.lines, sale.choices) === contentOf(lines, choices)
  if (!isSame) return refuse({ code: 'MEMBER_CODE_USED' })
  return ok(counterSaleFace(sale, order?.kind === 'sale' ? order : null, at))
}

/** What was asked for: prices may have changed since. */
function contentOf(lines: readonly CartLine[], { coupons, points, balance }: CounterSale['choices']): string {
  const goods = lines.map(({ product, category, options, quantity, unitListFen }) => [
    product,
    category,
    options.map(({ zh }) => zh),
    quantity,
    product === '' ? unitListFen : 0,
  ])
  return JSON.stringify([goods, coupons, points, balance.of, balance.of === 'upTo' ? balance.amountFen : 0])
}
