import type { Day } from '@shared/kernel/day'
import type { Words } from '@shared/kernel/words'

export type MessageKind =
  | 'pointsExpiring'
  | 'tierChanged'
  | 'tierKept'
  | 'tierEnding'
  | 'benefitGranted'
  | 'couponGiven'
  | 'couponsEnding'
  | 'orderShipped'
  | 'orderRefunded'
  | 'refundDeclined'
  | 'walletYearEnd'
  | 'walletRefundReturned'
  | 'membershipEnding'
  | 'membershipRefunded'
  | 'counterWaiting'
  | 'giftCardClaimed'
  | 'giftCardExpired'
  | 'giftCardVoided'

/** The page that a message leads to, by name: only the app knows addresses. */
export type MessageLink =
  'points' | 'tiers' | 'benefits' | 'coupons' | 'wallet' | 'memberships' | 'memberCode' | 'shopOrders'

/** What a member is told. Its id is its cause, so the same thing is told once however often it is decided. */
export interface Message {
  readonly _id: string
  readonly schemaVersion: 1
  readonly member: string
  readonly kind: MessageKind
  /** When it was told, in the store's time; the inbox is in this order. */
  readonly at: number
  readonly day: Day
  readonly title: Words
  readonly text: Words
  readonly link: MessageLink | null
}
