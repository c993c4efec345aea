import type { OutputOf } from '@shared/contracts'

export type OrderData = OutputOf<'shopOrders.read'>['order']
export type OrderCardData = OutputOf<'shopOrders.list'>['orders'][number]
export type OrderState = OrderData['state']
export type QuoteData = OrderData['quote']
export type Refund = OrderData['refunds'][number]
