import type { Fen } from '@shared/kernel/fen'
import type { Words } from '@shared/kernel/words'
import type { Requirement, Stacking } from '../benefits/benefit'
import type { Goods } from '../earning/multipliers'

/** What a coupon takes off. Rates: 8,800 is 8.8 折. */
export type TakesOff =
  | { readonly kind: 'cashOff'; readonly amountFen: Fen }
  | { readonly kind: 'percentOff'; readonly rateBp: number; readonly capFen: Fen | null }
  | { readonly kind: 'freeShipping' }
  /** So many of the goods in scope cost nothing. */
  | { readonly kind: 'exchange'; readonly quantity: number }

/** What a coupon is good for, and what that asks for: copied into each coupon when it is issued. */
export interface CouponTerms {
  readonly name: Words
  readonly takesOff: TakesOff
  readonly goods: Goods
  readonly requirement: Requirement
  /** `withAutomatic` is asked on each line in scope, `withCodes` of every other coupon of the order. */
  readonly stacking: Stacking
  /** The levels whose members can use it; null for everybody. */
  readonly levels: readonly string[] | null
}
