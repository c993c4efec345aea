import type { Instant } from '@shared/kernel/businessDay'
import type { Result } from '@shared/kernel/result'

/** How goods reach the buyer, by WeChat's words for it. */
export type ShippedBy =
  | {
      readonly by: 'express'
      readonly carrier: string
      readonly trackingNumber: string
      /** The receiver's phone, its middle hidden. */
      readonly receiver: string | null
    }
  | { readonly by: 'courier' | 'pickUp' | 'virtual' }

export interface Shipment {
  readonly transactionId: string
  readonly openid: string
  readonly goods: string
  readonly delivery: ShippedBy
  readonly shippedAt: Instant
}

export interface ShippingRefusal {
  /** WeChat's own code; 0 when nothing was heard of it. */
  readonly code: number
  readonly message: string
}

/** Tells WeChat that what it took money for was shipped, so that it pays the merchant. */
export interface Shipping {
  /** May be repeated: what WeChat was told already is no refusal. */
  upload(shipment: Shipment): Promise<Result<'told', ShippingRefusal>>
}
