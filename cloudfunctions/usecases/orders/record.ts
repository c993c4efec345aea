import type { InputOf, OutputOf } from '@shared/contracts'
import type { Refusal } from '@shared/contracts/errors'
import { ok, refuse, type Result } from '@shared/kernel/result'
import type { OrderDocument, SaleDocument } from '@shared/rules/orders/order'
import { recordSale, type Sale, type SaleRefusal } from '@shared/rules/orders/recordSale'
import { transactOnAccount } from '../../database/transactOnAccount'
import type { UseCase } from '../../runtime/call'

type Code = SaleRefusal['code'] | 'MEMBER_NOT_FOUND' | 'ORDER_NUMBER_TAKEN'
type Outcome = Result<OutputOf<'orders.record'>, Refusal<Code>>

export const record: UseCase<'orders.record'> = async (call, input) => {
  const settings = await call.settings()
  const sale = saleOf(input)
  const occasion = { today: call.today, at: call.at, by: `staff:${call.memberId}` } as const
  return transactOnAccount<{ order: OrderDocument }, Outcome>(
    call,
    input.member,
    { order: { collection: 'orders', id: sale.orderId } },
    settings,
    (account, { order }) => {
      if (order) return { answer: answerAgain(order, input.member, sale) }
      if (!account) return { answer: refuse({ code: 'MEMBER_NOT_FOUND' }) }
      const sold = recordSale(account, sale, settings, occasion)
      if (!sold.ok) return { answer: refuse(withData(sold.error)) }
      return {
        next: sold.value.account,
        documents: { order: sold.value.order },
        answer: ok(answerOf(sold.value.order)),
      }
    },
  )
}

function saleOf({ number, lines, freightFen = 0, points = 0 }: InputOf<'orders.record'>): Sale {
  return { orderId: `counter:${number}`, externalId: number, lines, freightFen, points }
}

/** The sale is in already: the same one is answered as the first time. */
function answerAgain(order: OrderDocument, member: string, sale: Sale): Outcome {
  const isSame = order.kind === 'sale' && order.member === member && contentOf(order) === contentOf(sale)
  return isSame
    ? ok(answerOf(order))
    : refuse({ code: 'ORDER_NUMBER_TAKEN', data: { number: sale.externalId } })
}

function contentOf(sale: Sale | SaleDocument): string {
  const points = 'pointsUsed' in sale ? sale.pointsUsed.points : sale.points
  const lines = sale.lines.map(({ category, product, quantity, amountFen }) => [
    category,
    product,
    quantity,
    amountFen,
  ])
  return JSON.stringify([lines, sale.freightFen, points])
}

function withData({ code, ...data }: SaleRefusal): Refusal<SaleRefusal['code']> {
  return { code, data }
}

function answerOf(order: SaleDocument): OutputOf<'orders.record'> {
  return {
    orderId: order._id,
    payableFen: order.amountFen + order.freightFen,
    pointsUsed: order.pointsUsed.points,
    deductedFen: order.pointsUsed.amountFen,
    earnedPoints: order.earned.points,
    earnedGrowth: order.earned.growth,
    releaseDay: order.earned.releaseDay,
  }
}
