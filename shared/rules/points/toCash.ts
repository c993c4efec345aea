import { refuse, ok, type Result } from '@shared/kernel/result'
import { BP_ONE } from '@shared/kernel/rate'

/** What points are worth at the checkout. */
export interface ToCash {
  /** So many points take one yuan off. */
  readonly pointsPerYuan: number
  /** Points are taken in steps of this many. */
  readonly step: number
  /** No fewer than this many at a time. */
  readonly minimum: number
  /** The most that points may take off one order. */
  readonly cap:
    | { readonly kind: 'shareOfPayable'; readonly shareBp: number }
    | { readonly kind: 'amount'; readonly fen: number }
  /** Whether nothing may be left to pay; else one fen must be. */
  readonly allowsZero: boolean
}

export type ToCashRefusal =
  | { readonly code: 'POINTS_STEP'; readonly step: number }
  | { readonly code: 'POINTS_MINIMUM'; readonly minimum: number }
  | { readonly code: 'POINTS_CAP'; readonly most: number }

/** What points take off, in fen, rounded down. */
export function cashOf(points: number, { pointsPerYuan }: ToCash): number {
  return Math.floor((points * 100) / pointsPerYuan)
}

/** The most points that an order takes, whatever the member has: whole steps under the cap, or none. */
export function mostPoints(payableFen: number, toCash: ToCash): number {
  const { cap, step, minimum, pointsPerYuan, allowsZero } = toCash
  const capFen =
    cap.kind === 'amount' ? cap.fen : Number((BigInt(payableFen) * BigInt(cap.shareBp)) / BigInt(BP_ONE))
  const mostFen = Math.min(capFen, allowsZero ? payableFen : payableFen - 1)
  const points = Math.floor(Math.floor((mostFen * pointsPerYuan) / 100) / step) * step
  return points >= minimum ? Math.max(0, points) : 0
}

/** What so many points take off an order, in fen; refuses what the rule does not allow. No points take nothing off. */
export function pointsToCash(
  points: number,
  payableFen: number,
  toCash: ToCash,
): Result<number, ToCashRefusal> {
  if (points === 0) return ok(0)
  if (points % toCash.step !== 0) return refuse({ code: 'POINTS_STEP', step: toCash.step })
  if (points < toCash.minimum) return refuse({ code: 'POINTS_MINIMUM', minimum: toCash.minimum })
  const most = mostPoints(payableFen, toCash)
  if (points > most) return refuse({ code: 'POINTS_CAP', most })
  return ok(cashOf(points, toCash))
}
