import type { Instant } from '@shared/kernel/businessDay'

/** How goods reach the buyer. WeChat asks for a carrier and a number of what is sent by post. */
export type Delivery =
  | {
      readonly by: 'express'
      /** WeChat's code of the carrier: `SF`, `YTO`… */
      readonly carrier: string
      readonly trackingNumber: string
      /** The receiver's phone with its middle hidden, which some carriers need; null when none is known. */
      readonly receiver: string | null
    }
  | { readonly by: 'courier' | 'pickUp' | 'virtual' }

/** What WeChat is told when what it took money for has been shipped: until then it keeps the money back. */
export interface Parcel {
  readonly orderId: string
  /** WeChat Pay's own number of the payment. */
  readonly transactionId: string
  /** Who paid. */
  readonly openid: string
  /** What is in it, as people read it. */
  readonly goods: string
  readonly delivery: Delivery
  readonly shippedAt: Instant
}

/** A phone number as carriers are told it: `138****8000`. */
export function maskedPhone(phone: string): string {
  return phone.length < 8 ? '*'.repeat(phone.length) : `${phone.slice(0, 3)}****${phone.slice(-4)}`
}
