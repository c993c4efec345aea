import type { Instant } from '@shared/kernel/businessDay'
import { sumOf } from '@shared/kernel/sumOf'
import type { Words } from '@shared/kernel/words'
import type { ExplainLine } from '../explain/explanation'
import type { SaleDocument } from '../orders/order'
import type { RefundState } from '../payments/refund'
import { quoteLines } from '../quote/explainQuote'
import { refundSplitLines } from '../quote/explainRefundSplit'
import type { Paid } from '../quote/paid'
import type { Quote } from '../quote/quoted'
import type { RefundRequest } from '../quote/refundRequest'
import { leftToRefund } from '../quote/refundSplit'
import {
  may,
  type Address,
  type OrderedGoods,
  type RefundAsked,
  type Shipping,
  type ShopOrder,
  type ShopOrderRefund,
  type ShopOrderState,
} from './shopOrder'
import { carrierWords } from './tell'
import { EVENT_WORDS } from './words'

type Mutable<T> = { -readonly [K in keyof T]: T[K] }

export interface OrderedLine {
  sku: string
  product: string
  name: Words
  options: Words[]
  picture: string | null
  quantity: number
  unitListFen: number
  listFen: number
  paidFen: number
  points: number
}

/** What an order costs and what pays for it, as people read it. */
export interface QuoteFace {
  lines: OrderedLine[]
  listFen: number
  goodsFen: number
  freightFen: number
  payableFen: number
  pointsUsed: number
  paid: Paid
  explanation: ExplainLine[]
}

export function quoteFace(quote: Quote, goods: readonly OrderedGoods[]): QuoteFace {
  const { lines, freight, payableFen, points, paid } = quote
  return {
    lines: lines.map((line, i) => ({
      sku: goods[i]?.sku ?? line.product,
      product: line.product,
      name: line.name,
      options: [...line.options],
      picture: goods[i]?.picture ?? null,
      quantity: line.quantity,
      unitListFen: line.unitListFen,
      listFen: line.listFen,
      paidFen: line.paidFen,
      points: line.points,
    })),
    listFen: sumOf(lines, ({ listFen }) => listFen),
    goodsFen: sumOf(lines, ({ paidFen }) => paidFen),
    freightFen: freight.paidFen,
    payableFen,
    pointsUsed: points.used,
    paid,
    explanation: quoteLines(quote),
  }
}

export interface RefundFace {
  id: string
  at: Instant
  reason: string
  amountFen: number
  freightFen: number
  back: Paid
  points: number
  explanation: ExplainLine[]
  /** How far WeChat is with its part; null where it has none. */
  wechat: RefundState | null
}

/** An order as its member and the shop read it. */
export interface ShopOrderFace {
  id: string
  state: ShopOrderState
  placedAt: Instant
  placedDay: string
  payUntil: Instant | null
  quote: QuoteFace
  coupons: { id: string; name: Words }[]
  address: Address
  note: string
  shipping: (Shipping & { carrierName: Words }) | null
  receivedBy: Instant | null
  timeline: { at: Instant; what: Words }[]
  earned: { points: number; growth: number; releaseDay: string | null } | null
  refundAsked: RefundAskedFace | null
  refunds: RefundFace[]
  left: { lines: { quantity: number; amountFen: number }[]; freightFen: number }
  may: Record<'pay' | 'cancel' | 'receive' | 'askRefund' | 'withdrawRefund', boolean>
}

type RefundAskedFace = Mutable<Omit<RefundAsked, 'request'>> & { request: RequestFace }

type RequestFace =
  | { of: 'rest' }
  | {
      of: 'lines'
      lines: ({ line: number; quantity: number } | { line: number; amountFen: number })[]
      freightFen: number
    }
  | { of: 'amount'; amountFen: number; freightFen: number }

/** `wechat` says of each number of a refund how far WeChat is. */
export function shopOrderFace(
  order: ShopOrder,
  sale: Pick<SaleDocument, 'earned'> | null,
  wechat: ReadonlyMap<string, RefundState>,
  now: Instant,
): ShopOrderFace {
  const { state, payUntil, quote, goods, refundAsked } = order
  return {
    id: order._id,
    state,
    placedAt: order.placedAt,
    placedDay: order.placedDay,
    payUntil: state === 'awaitingPayment' ? payUntil : null,
    quote: quoteFace(quote, goods),
    coupons: quote.coupons.map(({ id, name }) => ({ id, name })),
    address: order.address,
    note: order.note,
    shipping: order.shipping && {
      ...order.shipping,
      carrierName: carrierWords(order.shipping.carrier),
    },
    receivedBy: state === 'shipped' ? order.dueAt : null,
    timeline: order.events.map(({ at, what }) => ({ at, what: EVENT_WORDS[what] })),
    earned: sale && {
      points: sale.earned.points,
      growth: sale.earned.growth,
      releaseDay: sale.earned.releaseDay,
    },
    refundAsked: refundAsked && { ...refundAsked, request: requestFace(refundAsked.request) },
    refunds: order.refunds.map((refund) => refundFace(refund, wechat)),
    left: leftOf(order),
    may: memberMay(order, now),
  }
}

function memberMay(order: ShopOrder, now: Instant): ShopOrderFace['may'] {
  const isAsked = order.refundAsked?.state === 'open'
  return {
    pay: may(order, 'pay') && now < order.payUntil,
    cancel: may(order, 'cancel'),
    receive: may(order, 'receive'),
    askRefund: may(order, 'refundAll') && !isAsked,
    withdrawRefund: isAsked,
  }
}

function refundFace(
  { id, at, reason, split, outRefundNo }: ShopOrderRefund,
  wechat: ReadonlyMap<string, RefundState>,
): RefundFace {
  const { amountFen, freightFen, back, points } = split
  return {
    id,
    at,
    reason,
    amountFen,
    freightFen,
    back,
    points,
    explanation: refundSplitLines(split),
    wechat: outRefundNo === null ? null : (wechat.get(outRefundNo) ?? 'asked'),
  }
}

/** What can still be refunded of each line, and of freight. */
function leftOf({ quote, refunds, state }: ShopOrder): ShopOrderFace['left'] {
  if (state === 'awaitingPayment' || state === 'cancelled')
    return { lines: quote.lines.map(() => ({ quantity: 0, amountFen: 0 })), freightFen: 0 }
  const { lines, freightFen } = leftToRefund(
    quote,
    refunds.map(({ split }) => split),
  )
  return { lines: [...lines], freightFen }
}

function requestFace(request: RefundRequest): RequestFace {
  return request.of === 'lines' ? { ...request, lines: [...request.lines] } : request
}

/** An order in a list. */
export interface ShopOrderCard {
  id: string
  state: ShopOrderState
  placedAt: Instant
  placedDay: string
  payUntil: Instant | null
  lines: Pick<OrderedLine, 'name' | 'options' | 'picture' | 'quantity'>[]
  quantity: number
  payableFen: number
  pointsUsed: number
  refundedFen: number
  isRefundAsked: boolean
}

export function shopOrderCard(order: ShopOrder): ShopOrderCard {
  const { quote, goods, state } = order
  return {
    id: order._id,
    state,
    placedAt: order.placedAt,
    placedDay: order.placedDay,
    payUntil: state === 'awaitingPayment' ? order.payUntil : null,
    lines: quote.lines.map(({ name, options, quantity }, i) => ({
      name,
      options: [...options],
      picture: goods[i]?.picture ?? null,
      quantity,
    })),
    quantity: sumOf(quote.lines, ({ quantity }) => quantity),
    payableFen: quote.payableFen,
    pointsUsed: quote.points.used,
    refundedFen: sumOf(order.refunds, ({ split }) => split.amountFen + split.freightFen),
    isRefundAsked: order.refundAsked?.state === 'open',
  }
}
