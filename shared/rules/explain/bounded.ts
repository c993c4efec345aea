import type { Words } from '@shared/kernel/words'
import { part, type ExplainLine, type ExplainUnit } from './explanation'

export interface Item {
  readonly label: Words
  readonly amount: number
}

/** Parts for the first items, and one part for all that come after them: an explanation stays readable. */
export function boundedParts(
  items: readonly Item[],
  most: number,
  unit: ExplainUnit,
  restLabel: (count: number) => Words,
): ExplainLine[] {
  const shown = items.length > most ? items.slice(0, most - 1) : items
  const rest = items.slice(shown.length)
  const lines = shown.map(({ label, amount }) => part(label, amount, unit))
  if (rest.length === 0) return lines
  return [
    ...lines,
    part(
      restLabel(rest.length),
      rest.reduce((all, { amount }) => all + amount, 0),
      unit,
    ),
  ]
}
