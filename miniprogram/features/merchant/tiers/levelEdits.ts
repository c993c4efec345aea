import type { Benefit } from '@shared/rules/benefits/benefit'
import type { Level } from '@shared/rules/tiers/program'
import type { DraftContent } from './draft'

/** Edits of the list of levels that touch more than one of them. */

export function newLevel(id: string): Level {
  return {
    id,
    name: { zh: '', en: '' },
    material: 'gold',
    icon: null,
    color: null,
    kind: 'basic',
    condition: null,
    keep: { singleOrderFen: null, totalFen: null },
    paid: null,
  }
}

/** The level goes one place up (1) or down (-1). The lowest is everybody's and stays where it is. */
export function moved(levels: readonly Level[], id: string, by: 1 | -1): readonly Level[] {
  const from = levels.findIndex((level) => level.id === id)
  const to = from + by
  const [level, other] = [levels[from], levels[to]]
  if (!level || !other || from === 0 || to === 0) return levels
  return levels.map((each, place) => (place === from ? other : place === to ? level : each))
}

/**
 * Without a level: what it gives goes with it, and no price names it. Where it was the lowest the next one is
 * everybody's, without what asks for climbing or paying.
 */
export function withoutLevel({ tiers, benefits }: DraftContent, id: string): DraftContent {
  const left = tiers.levels.filter((level) => level.id !== id)
  const levels = left.map((level, rank) => withoutPriceFor(rank === 0 ? asLowest(level) : level, id))
  return {
    tiers: { ...tiers, levels },
    benefits: benefits.filter(
      (benefit) => benefit.levelId !== id && !(benefit.levelId === left[0]?.id && isForClimbers(benefit)),
    ),
  }
}

const isForClimbers = (benefit: Benefit): boolean =>
  benefit.perk.of === 'pointsOnUpgrade' || benefit.for === 'paidOnly'

/** A level as it is sold or earned from now on. Where it is only sold, a benefit for who paid is one for everybody on it. */
export function benefitsAfter({ id, kind }: Level, benefits: readonly Benefit[]): readonly Benefit[] {
  if (kind !== 'paid') return benefits
  return benefits.map((each) => (each.levelId === id ? { ...each, for: 'everyone' } : each))
}

function asLowest(level: Level): Level {
  return { ...level, kind: 'basic', condition: null, paid: null }
}

function withoutPriceFor(level: Level, id: string): Level {
  if (!level.paid || !(id in level.paid.priceFenByLevel)) return level
  const { [id]: _, ...priceFenByLevel } = level.paid.priceFenByLevel
  return { ...level, paid: { ...level.paid, priceFenByLevel } }
}
