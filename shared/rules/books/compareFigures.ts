import type { Day } from '@shared/kernel/day'
import type { Difference, FigureCheck, TierMoves } from './difference'

/** The figures of a day, or of all days together, as they are stored or recomputed. */
export type ComparedFigures = Readonly<Record<FigureCheck, number>> & {
  readonly tierFlows: readonly TierMoves[]
}

/** Where stored figures disagree with those that the journal makes. */
export function compareFigures(
  day: Day | null,
  figures: readonly FigureCheck[],
  recomputed: ComparedFigures,
  stored: ComparedFigures,
): Difference[] {
  const differing = figures
    .filter((check) => recomputed[check] !== stored[check])
    .map((check) => ({
      of: 'day' as const,
      day,
      check,
      expected: recomputed[check],
      found: stored[check],
    }))
  return [...differing, ...compareMoves(day, recomputed.tierFlows, stored.tierFlows)]
}

function compareMoves(
  day: Day | null,
  recomputed: readonly TierMoves[],
  stored: readonly TierMoves[],
): Difference[] {
  const expected = membersByMove(recomputed)
  const found = membersByMove(stored)
  const moves = new Map([...recomputed, ...stored].map((move) => [keyOf(move), move]))
  return [...moves].flatMap(([key, { from, to }]) => {
    const amounts = { expected: expected.get(key) ?? 0, found: found.get(key) ?? 0 }
    return amounts.expected === amounts.found
      ? []
      : [{ of: 'day' as const, day, check: 'tierMoves' as const, from, to, ...amounts }]
  })
}

function membersByMove(moves: readonly TierMoves[]): Map<string, number> {
  const members = new Map<string, number>()
  for (const move of moves) members.set(keyOf(move), (members.get(keyOf(move)) ?? 0) + move.members)
  return members
}

const keyOf = ({ from, to }: TierMoves): string => `${from ?? ''}>${to}`
