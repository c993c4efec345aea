import type { Fen } from '@shared/kernel/fen'
import { BP_ONE } from '@shared/kernel/rate'
import type { Words } from '@shared/kernel/words'
import { divideDown, divideHalfUp, divideUp } from './divide'
import { breakEvenWords, caseWords, GAIN_UNKNOWN } from './gainWords'
import type { Facts, Uplifts } from './inputs'

/** A level as far as its gain goes. */
export interface GainPart {
  /** Members within one average order below it. */
  readonly near: number
  readonly held: number
  /** What its benefits cost for a member and year; null: not settled yet. */
  readonly costFen: Fen | null
}

/** The least share of those near that must place one more order a year for the benefits to pay; null: no share does. */
export interface BreakEven {
  readonly kind: 'found' | 'nobodyNear' | 'orderPaysLess' | 'costUnknown'
  readonly upliftBp: number | null
  readonly reason: Words
}

/** A year's gain if a share of those near places one more order: an assumption until a hold-out has measured it. */
export interface GainCase {
  readonly name: keyof Uplifts
  readonly basis: 'assumption'
  readonly upliftBp: number
  /** Margin of the orders that come on top. */
  readonly marginFen: Fen
  /** The most that benefits may cost for a member and year so that this case still pays. */
  readonly affordableFen: Fen
  /** For all who hold the level and those who climb; null: what the benefits cost is not settled yet. */
  readonly costFen: Fen | null
  readonly gainFen: Fen | null
  readonly reason: Words
}

export type Gain =
  | { readonly kind: 'marginUnknown'; readonly reason: Words }
  | {
      readonly kind: 'told'
      readonly near: number
      /** First, since it assumes nothing. */
      readonly breakEven: BreakEven
      readonly cases: readonly GainCase[]
    }

/** What one level, or several together, may bring in a year. */
export function gainOf(parts: readonly GainPart[], facts: Facts, uplifts: Uplifts): Gain {
  if (!facts.marginBp) return { kind: 'marginUnknown', reason: GAIN_UNKNOWN }
  const sums = sumsOf(parts, BigInt(facts.marginBp.value) * BigInt(facts.averageOrderFen.value))
  return {
    kind: 'told',
    near: Number(sums.near),
    breakEven: breakEvenOf(sums),
    cases: (['low', 'middle', 'high'] as const).map((name) => caseOf(name, uplifts[name], sums)),
  }
}

const ONE = BigInt(BP_ONE)

interface Sums {
  readonly near: bigint
  readonly held: bigint
  /** Margin of one average order, in fen times basis points. */
  readonly orderMargin: bigint
  /** Cost for those who hold a level now, and for those near once they all have climbed. */
  readonly cost: { readonly held: bigint; readonly near: bigint } | null
}

function sumsOf(parts: readonly GainPart[], orderMargin: bigint): Sums {
  const sum = (of: (part: GainPart) => bigint) => parts.reduce((total, part) => total + of(part), 0n)
  const costOf = ({ costFen }: GainPart) => BigInt(costFen ?? 0)
  const isTold = parts.every(({ costFen }) => costFen !== null)
  return {
    near: sum(({ near }) => BigInt(near)),
    held: sum(({ held }) => BigInt(held)),
    orderMargin,
    cost: isTold
      ? {
          held: sum((part) => costOf(part) * BigInt(part.held)),
          near: sum((part) => costOf(part) * BigInt(part.near)),
        }
      : null,
  }
}

function breakEvenOf(sums: Sums): BreakEven {
  const [kind, upliftBp] = leastUplift(sums)
  return { kind, upliftBp, reason: breakEvenWords(kind, upliftBp, Number(sums.near)) }
}

function leastUplift({ near, orderMargin, cost }: Sums): readonly [BreakEven['kind'], number | null] {
  if (near === 0n) return ['nobodyNear', null]
  if (!cost) return ['costUnknown', null]
  // What all of those near would bring beyond what their own benefits cost, in fen times basis points.
  const surplus = near * orderMargin - cost.near * ONE
  if (surplus < 0n || (surplus === 0n && cost.held > 0n)) return ['orderPaysLess', null]
  if (cost.held === 0n) return ['found', 0]
  return ['found', divideUp(cost.held * ONE * ONE, surplus)]
}

function caseOf(name: keyof Uplifts, upliftBp: number, { near, held, orderMargin, cost }: Sums): GainCase {
  const uplift = BigInt(upliftBp)
  const climbing = near * uplift
  const marginFen = divideHalfUp(orderMargin * climbing, ONE * ONE)
  const members = held * ONE + climbing
  const affordableFen = members === 0n ? 0 : divideDown(orderMargin * climbing, ONE * members)
  const costFen = cost && divideHalfUp(cost.held * ONE + cost.near * uplift, ONE)
  const gainFen = costFen === null ? null : marginFen - costFen
  const figures = { name, basis: 'assumption' as const, upliftBp, marginFen, affordableFen, costFen, gainFen }
  return { ...figures, reason: caseWords(figures, Number(near)) }
}
