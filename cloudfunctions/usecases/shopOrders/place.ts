import type { InputOf, OutputOf } from '@shared/contracts'
import type { Refusal } from '@shared/contracts/errors'
import { ok, refuse, type Result } from '@shared/kernel/result'
import { couponsOf } from '@shared/rules/benefits/coupons'
import { newPayment, type Payment } from '@shared/rules/payments/payment'
import type { Settings } from '@shared/rules/settings/settings'
import { paymentText } from '@shared/rules/shopOrders/paymentText'
import { isSameWish, placeOrder, type PlaceRefusal, type Wish } from '@shared/rules/shopOrders/place'
import { HELD_LONGER_MS, PAY_WITHIN_MS, type ShopOrder } from '@shared/rules/shopOrders/shopOrder'
import { drain } from '../../database/drain'
import { releaseUnordered, reserve, settle, type Reserved } from '../../database/reservations'
import { readShopOrder } from '../../database/shopOrders'
import { transactOnOrder, type OrderJoint } from '../../database/transactOnOrder'
import type { Call, UseCase } from '../../runtime/call'
import { basketLines, readBasket, shortOf, type Basket, type BasketLine } from './basket'
import { shopOrderIdOf } from './ids'
import { quoteRefusal } from './refusals'
import { withPayment } from './withPayment'

type Input = InputOf<'shopOrders.place'>
type Code = PlaceRefusal['code'] | 'SHOP_ORDER_NUMBER_TAKEN' | 'GOODS_UNAVAILABLE' | 'PAYMENT_NOT_OFFERED'
/** The payment where it was made just now. */
type Placed = { readonly order: ShopOrder; readonly payment?: Payment<'shopOrder'> }
type Outcome = Result<Placed, Refusal<Code>>

/**
 * Goods are held first, by a reservation of the order's own id; then everything else in one transaction. A stop between
 * the two leaves a reservation that its time ends.
 */
export const place: UseCase<'shopOrders.place'> = async (call, input) => {
  const settings = await call.settings()
  const orderId = shopOrderIdOf(call.memberId, call.requestId)
  const [basket, earlier] = await Promise.all([
    readBasket(call, input.lines, input.choices.coupons, settings),
    readShopOrder(call.cloud, orderId),
  ])
  if (!basket) return refuse({ code: 'NOT_A_MEMBER' })
  const placed = earlier
    ? again(earlier, call, input)
    : await placeNew(call, orderId, input, basket, settings)
  return placed.ok ? ok(await answerOf(call, placed.value)) : placed
}

/** What is refused is refused before anything is held, as far as it can be known; the transaction decides anew. */
async function placeNew(
  call: Call,
  orderId: string,
  input: Input,
  basket: Basket,
  settings: Settings,
): Promise<Outcome> {
  const { cloud, at, today } = call
  const lines = basketLines(basket, input.lines, null, settings, at)
  if (!lines.ok) return lines
  const wish: Wish = {
    orderId,
    lines: lines.value,
    choices: input.choices,
    seen: input.seen,
    address: input.address,
    note: input.note ?? '',
  }
  const occasion = { today, at, by: 'member' } as const
  const foreseen = placeOrder(basket.account, wish, basket.coupons, settings, occasion)
  if (!foreseen.ok) return refuse(quoteRefusal(foreseen.error))
  if (foreseen.value.sale === null && !call.payments('goods')) return refuse({ code: 'PAYMENT_NOT_OFFERED' })

  const [reserved] = await Promise.all([held(call, wish, lines.value), fileCoupons(call, input, basket)])
  if (reserved.of === 'short') return refuse(shortOf(lines.value, reserved.short))
  const outcome = await commit(call, wish, input, settings)
  if (!outcome.ok) await releaseUnordered(cloud, orderId)
  return outcome
}

function held(
  { cloud, memberId, at }: Call,
  { orderId }: Wish,
  lines: readonly BasketLine[],
): Promise<Reserved> {
  return reserve(cloud, {
    id: orderId,
    member: memberId,
    lines: lines.map(({ goods: { sku }, line: { quantity } }) => ({ sku, quantity })),
    until: at + PAY_WITHIN_MS + HELD_LONGER_MS,
  })
}

/** A coupon that still waits in the tail cannot be locked: the tail is moved on first. */
async function fileCoupons({ cloud, at }: Call, { choices }: Input, { read }: Basket): Promise<void> {
  const waits = read.tail.flatMap(couponsOf).some(({ _id }) => choices.coupons.includes(_id))
  if (waits) await drain(cloud, [read], at)
}

function commit(call: Call, wish: Wish, input: Input, settings: Settings): Promise<Outcome> {
  const { orderId, choices } = wish
  const isPaidAtOnce = wechatOf(wish) === 0
  return transactOnOrder<Outcome>(
    call,
    call.memberId,
    {
      orderId,
      with: ['reservation', isPaidAtOnce ? 'sale' : 'payment'],
      coupons: choices.coupons,
    },
    settings,
    (account, { order, reservation, coupons }): OrderJoint<Outcome> => {
      if (order) return { answer: again(order, call, input) }
      if (!account) throw new Error('a member is gone who was just there')
      const occasion = { today: call.today, at: call.at, by: 'member' } as const
      const placed = placeOrder(account, wish, coupons, settings, occasion)
      if (!placed.ok) return { answer: refuse(quoteRefusal(placed.error)) }
      // The same request was refused before, or so long ago that the goods are not held any more.
      if (reservation?.state !== 'held') return { answer: refuse({ code: 'SHOP_ORDER_NUMBER_TAKEN' }) }
      const { value } = placed
      const beside = value.sale ? { sale: value.sale } : { payment: paymentOf(call, value.order) }
      return {
        next: value.account,
        order: value.order,
        coupons: value.coupons,
        reservation: { ...reservation, isOrdered: true },
        ...beside,
        answer: ok({ order: value.order, payment: beside.payment }),
      }
    },
  )
}

const wechatOf = ({ seen }: Wish): number =>
  seen.lines.reduce((sum, { paid }) => sum + paid.wechat, seen.freight.paid.wechat)

function paymentOf({ openid, memberId, at }: Call, order: ShopOrder): Payment<'shopOrder'> {
  return newPayment<'shopOrder'>(
    {
      outTradeNo: order._id,
      for: { of: 'shopOrder', orderId: order._id },
      member: memberId,
      openid,
      kind: 'goods',
      description: paymentText(order),
      amountFen: order.quote.paid.wechat,
      expiresAt: order.payUntil,
    },
    at,
  )
}

/** The request made an order before: the same wish is answered with it as it is by now. */
function again(order: ShopOrder, { memberId }: Call, input: Input): Outcome {
  const wish = { ...input, note: input.note ?? '' }
  return isSameWish(order, memberId, wish) ? ok({ order }) : refuse({ code: 'SHOP_ORDER_NUMBER_TAKEN' })
}

async function answerOf(call: Call, { order, payment }: Placed): Promise<OutputOf<'shopOrders.place'>> {
  if (order.state === 'paid') await settle(call.cloud, order._id)
  return withPayment(call, order, payment)
}
