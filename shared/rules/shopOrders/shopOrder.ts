import type { Instant } from '@shared/kernel/businessDay'
import type { Day } from '@shared/kernel/day'
import type { LotChange } from '../points/lots'
import type { Choices } from '../quote/quote'
import type { Quote } from '../quote/quoted'
import type { RefundRequest } from '../quote/refundRequest'
import type { RefundSplit } from '../quote/refundSplit'

export type ShopOrderState = 'awaitingPayment' | 'paid' | 'shipped' | 'received' | 'cancelled' | 'refunded'

export type ShopOrderMove = 'pay' | 'cancel' | 'ship' | 'receive' | 'refundAll'

/** Where each move leads from where; what is not here is refused. Nothing leads out of `cancelled` and `refunded`. */
export const MOVES: Readonly<
  Record<ShopOrderMove, Readonly<Partial<Record<ShopOrderState, ShopOrderState>>>>
> = {
  pay: { awaitingPayment: 'paid' },
  cancel: { awaitingPayment: 'cancelled' },
  ship: { paid: 'shipped' },
  receive: { shipped: 'received' },
  refundAll: { paid: 'refunded', shipped: 'refunded', received: 'refunded' },
}

/** What happened to an order, for its member and the shop. */
export type ShopOrderEventKind =
  | 'placed'
  | 'paid'
  | 'cancelled'
  | 'lapsed'
  | 'shipped'
  | 'received'
  | 'receivedByItself'
  | 'refundAsked'
  | 'refundWithdrawn'
  | 'refundDeclined'
  | 'refunded'

export interface ShopOrderEvent {
  readonly at: Instant
  readonly what: ShopOrderEventKind
}

/** Where goods are brought to. */
export interface Address {
  readonly name: string
  readonly phone: string
  /** Province, city and district. */
  readonly region: string
  readonly street: string
}

export interface Shipping {
  /** WeChat's code of the carrier. */
  readonly carrier: string
  readonly trackingNumber: string
  readonly at: Instant
}

/** What a member asked to have back. The shop answers it, or the member withdraws it. */
export interface RefundAsked {
  readonly at: Instant
  readonly request: RefundRequest
  readonly reason: string
  readonly state: 'open' | 'done' | 'withdrawn' | 'declined'
  /** Why it was declined. */
  readonly answer: string | null
}

/** One refund of an order: what went back, and by which number WeChat was asked for its part; null where it has none. */
export interface ShopOrderRefund {
  readonly id: string
  readonly at: Instant
  readonly by: `staff:${string}`
  readonly reason: string
  readonly split: RefundSplit
  readonly outRefundNo: string | null
}

/** What of a line of the quote only the shop's shelves know. */
export interface OrderedGoods {
  readonly sku: string
  readonly picture: string | null
}

/**
 * An order of the shop's own pages, from the moment it is placed. Once it is paid the sale of the same id stands beside
 * it, which earned and which refunds lower. What it holds of goods, coupons, points and balance names its id.
 */
export interface ShopOrder {
  readonly _id: string
  readonly schemaVersion: 1
  /** Goes up by one with every change. */
  readonly version: number
  readonly member: string
  readonly state: ShopOrderState
  readonly placedAt: Instant
  readonly placedDay: Day
  /** Nobody can pay it any more after this. */
  readonly payUntil: Instant
  /** When the timer takes it up; 0 when nothing is due. */
  readonly dueAt: Instant
  /** One for each line of the quote. */
  readonly goods: readonly OrderedGoods[]
  readonly choices: Choices
  /** What it was placed by: all that its refunds need. */
  readonly quote: Quote
  /** The lots that the points used came from, in the order in which they were taken: negative. */
  readonly pointsTaken: readonly LotChange[]
  readonly address: Address
  readonly note: string
  readonly shipping: Shipping | null
  readonly events: readonly ShopOrderEvent[]
  readonly refundAsked: RefundAsked | null
  /** When the open request was made; 0 while none is open. */
  readonly askedAt: Instant
  readonly refunds: readonly ShopOrderRefund[]
  /** The versions of the settings that made the quote. */
  readonly rules: Readonly<Record<'shop' | 'tiers' | 'benefits' | 'points' | 'wallet', number>>
}

/** What an order's number may look like: it is the number of its payment and of its reservation too. */
export const SHOP_ORDER_ID = /^[0-9A-Za-z_-]{1,28}$/

/** How long an order waits to be paid, and how long its goods are held beyond that. */
export const PAY_WITHIN_MS = 15 * 60_000
export const HELD_LONGER_MS = 5 * 60_000

/** When goods that were shipped are taken as received without anybody saying so. */
export const RECEIVED_AFTER_DAYS = 10

/** True where an order can be moved so. */
export const may = ({ state }: Pick<ShopOrder, 'state'>, move: ShopOrderMove): boolean =>
  MOVES[move][state] !== undefined

/** Why an order cannot be moved so: it stands elsewhere. */
export interface NotNow {
  readonly code: 'SHOP_ORDER_NOT_NOW'
  readonly state: ShopOrderState
}

export const notNow = ({ state }: Pick<ShopOrder, 'state'>): NotNow => ({
  code: 'SHOP_ORDER_NOT_NOW',
  state,
})

/** The order with something about it changed and what happened written down. */
export function changed(
  order: ShopOrder,
  event: ShopOrderEvent,
  patch: Partial<Omit<ShopOrder, '_id' | 'version' | 'events'>> = {},
): ShopOrder {
  return { ...order, ...patch, version: order.version + 1, events: [...order.events, event] }
}

/** The order after a move; throws where the table has none, since whoever moves it has looked. */
export function moved(
  order: ShopOrder,
  move: ShopOrderMove,
  event: ShopOrderEvent,
  patch: Partial<Pick<ShopOrder, 'dueAt' | 'shipping' | 'refundAsked' | 'askedAt' | 'refunds'>> = {},
): ShopOrder {
  const state = MOVES[move][order.state]
  if (state === undefined) throw new Error(`order ${order._id} is ${order.state}: it cannot ${move}`)
  return changed(order, event, { ...patch, state })
}
