import type { Instant } from '@shared/kernel/businessDay'
import type { Fen } from '@shared/kernel/fen'
import type { Paid } from '../quote/paid'
import type { Part } from '../wallet/wallet'

/** What somebody agreed to before they paid: days of a level for a price, whatever the settings say by then. */
export interface MembershipTerms {
  readonly levelId: string
  readonly priceFen: Fen
  readonly validDays: number
  /** The version of the levels' settings. */
  readonly version: number
}

/** Where days of a level come from: paid for, or redeemed for points. Both add to the same end. */
export type MembershipOrigin =
  { readonly of: 'bought' } | { readonly of: 'redeemed'; readonly redemptionId: string }

interface AnyPurchase {
  readonly _id: string
  readonly schemaVersion: 1
  readonly member: string
  readonly origin: MembershipOrigin
  readonly terms: MembershipTerms
  /** What pays for it, and which top-ups the stored value comes out of. */
  readonly paid: Paid
  readonly parts: readonly Part[]
  readonly createdAt: Instant
}

/** `unpaid` until the money is in; `cancelled` when it did not come in time, or what it was for could not be had any more. */
export type MembershipPurchase = AnyPurchase &
  (
    | { readonly state: 'unpaid' | 'cancelled'; readonly paidAt: null; readonly refund: null }
    | { readonly state: 'paid'; readonly paidAt: Instant; readonly refund: null }
    | { readonly state: 'refunded'; readonly paidAt: Instant; readonly refund: MembershipRefund }
  )

/** What went back of a purchase, by channel, and why not more. */
export interface MembershipRefund {
  readonly at: Instant
  readonly by: 'member' | `staff:${string}`
  readonly usedDays: number
  readonly usedFen: Fen
  readonly back: Paid
}

export type PurchaseState = MembershipPurchase['state']

/** Where each state is reached from. Nothing leads out of `cancelled` and `refunded`: money that comes late goes back. */
export const PURCHASE_MOVES: Readonly<Record<Exclude<PurchaseState, 'unpaid'>, readonly PurchaseState[]>> = {
  paid: ['unpaid'],
  cancelled: ['unpaid'],
  refunded: ['paid'],
}

/** The purchase once it is paid for. The same again changes nothing; throws on one that cannot be. */
export function asPaid(purchase: MembershipPurchase, paidAt: Instant): MembershipPurchase {
  if (purchase.state === 'paid') return purchase
  assertMove(purchase, 'paid')
  return { ...purchase, state: 'paid', paidAt, refund: null }
}

/** The purchase when nobody waits for its money any more. The same again changes nothing; throws on one that cannot be. */
export function asCancelled(purchase: MembershipPurchase): MembershipPurchase {
  if (purchase.state === 'cancelled') return purchase
  assertMove(purchase, 'cancelled')
  return { ...purchase, state: 'cancelled', paidAt: null, refund: null }
}

/** The purchase with what went back of it. The same again changes nothing; throws on one that cannot be. */
export function asRefunded(purchase: MembershipPurchase, refund: MembershipRefund): MembershipPurchase {
  if (purchase.state === 'refunded') return purchase
  assertMove(purchase, 'refunded')
  if (purchase.paidAt === null) throw new Error(`membership ${purchase._id} was never paid`)
  return { ...purchase, state: 'refunded', paidAt: purchase.paidAt, refund }
}

function assertMove({ _id, state }: MembershipPurchase, to: keyof typeof PURCHASE_MOVES): void {
  if (!PURCHASE_MOVES[to].includes(state))
    throw new Error(`membership ${_id} is ${state} and cannot be ${to}`)
}
