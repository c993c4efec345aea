import { allocate } from '@shared/kernel/allocate'
import type { Fen } from '@shared/kernel/fen'
import { ok, refuse, type Result } from '@shared/kernel/result'
import { sumOf } from '@shared/kernel/sumOf'
import type { Words } from '@shared/kernel/words'
import { mostPoints, pointsToCash, type ToCash, type ToCashRefusal } from '../points/toCash'
import { assertAtLeast } from './cart'
import type { Deduction } from './deduction'

export type PointsRefusal = ToCashRefusal | { readonly code: 'POINTS_MISSING'; readonly missing: number }

const POINTS: Words = { zh: '积分抵扣', en: 'Points' }

interface PointsStep {
  readonly used: number
  /** The most that this order takes of what the member has. */
  readonly most: number
  readonly deductions: readonly Deduction[]
}

/** Step 3: points at their worth, within the cap on what the goods cost by now. */
export function pointsStep(
  points: number,
  leftFen: readonly Fen[],
  held: number,
  toCash: ToCash,
): Result<PointsStep, PointsRefusal> {
  assertAtLeast(0, points, 'points wanted')
  const payableFen = sumOf(leftFen, (fen) => fen)
  const worth = pointsToCash(points, payableFen, toCash)
  if (!worth.ok) return worth
  if (points > held) return refuse({ code: 'POINTS_MISSING', missing: points - held })
  const linesFen = allocate(worth.value, leftFen)
  const about = {
    step: 'points',
    of: 'points',
    id: 'points',
    name: POINTS,
    worth: null,
    freightFen: 0,
  } as const
  return ok({
    used: points,
    most: mostHeld(held, payableFen, toCash),
    deductions: points > 0 ? [{ ...about, linesFen }] : [],
  })
}

function mostHeld(held: number, payableFen: Fen, toCash: ToCash): number {
  const steps = Math.floor(held / toCash.step) * toCash.step
  const most = Math.min(steps, mostPoints(payableFen, toCash))
  return most >= toCash.minimum ? most : 0
}
