import type { Instant } from '@shared/kernel/businessDay'
import type { Fen } from '@shared/kernel/fen'
import { sumOf } from '@shared/kernel/sumOf'
import type { CartLine } from '../quote/cart'
import type { Choices } from '../quote/quote'
import type { Quote } from '../quote/quoted'
import type { RefundSplit } from '../quote/refundSplit'

/** How long a member has to confirm. Nothing is held meanwhile: what was shown is checked again. */
export const CONFIRM_WITHIN_MS = 300_000

/** A refund of what was charged. The part that is no stored value is paid out at the till. */
export interface CounterRefund {
  readonly id: string
  readonly at: Instant
  readonly by: `staff:${string}`
  readonly reason: string
  readonly split: RefundSplit
}

type Standing =
  | { readonly state: 'waiting'; readonly lapsesAt: Instant }
  | { readonly state: 'charged'; readonly chargedAt: Instant; readonly refunds: readonly CounterRefund[] }
  | { readonly state: 'declined' | 'withdrawn'; readonly endedAt: Instant }

/**
 * What a till asked a member for by their code. Its id is that of the code and of the order that it becomes: a code is used
 * by one of these at most.
 */
export type CounterSale = {
  readonly _id: string
  readonly schemaVersion: 1
  readonly member: string
  readonly by: `staff:${string}`
  readonly askedAt: Instant
  readonly lines: readonly CartLine[]
  readonly choices: Choices
  /** As it was shown; once charged as it was paid. */
  readonly quote: Quote
} & Standing

export type ChargedSale = Extract<CounterSale, { state: 'charged' }>
export type WaitingSale = Extract<CounterSale, { state: 'waiting' }>

/** How it stands now: one that nobody confirmed in time has lapsed, and nothing needs to be done for that. */
export type CounterStanding = CounterSale['state'] | 'lapsed'

export function standingAt(sale: CounterSale, now: Instant): CounterStanding {
  return sale.state === 'waiting' && now >= sale.lapsesAt ? 'lapsed' : sale.state
}

/** What is taken from the member: stored value, and points at what they take off. */
export function takenFen({ paid, lines }: Pick<Quote, 'paid' | 'lines'>): Fen {
  return paid.bonus + paid.principal + sumOf(lines, ({ pointsOffFen }) => pointsOffFen)
}
