import type { Fen } from '@shared/kernel/fen'
import { sumOf } from '@shared/kernel/sumOf'
import type { Words } from '@shared/kernel/words'

/** The steps of a quote that take something off, in their order. */
export type Step = 'price' | 'coupons' | 'points' | 'freight'

/** What one thing took off an order, line by line. */
export interface Deduction {
  readonly step: Step
  readonly of: 'memberPrice' | 'level' | 'memberDay' | 'campaign' | 'coupon' | 'points'
  readonly id: string
  readonly name: Words
  /** What it is, in a few words: 9.5 折; null where the name says it. */
  readonly worth: Words | null
  /** One amount for each line of the cart. */
  readonly linesFen: readonly Fen[]
  readonly freightFen: Fen
}

export const amountOf = ({ linesFen, freightFen }: Deduction): Fen =>
  sumOf(linesFen, (fen) => fen) + freightFen

/** What is left of each line. */
export function less(amountsFen: readonly Fen[], deductions: readonly Deduction[]): readonly Fen[] {
  return amountsFen.map((fen, i) => fen - sumOf(deductions, ({ linesFen }) => linesFen[i] ?? 0))
}
