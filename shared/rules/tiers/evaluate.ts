import { yuanText } from '@shared/kernel/fen'
import type { Words } from '@shared/kernel/words'
import type { Balances, Spend } from '../account/account'
import type { Condition, TierSettings } from './settings'

/** A change of level and why. `from` is null for a member's first level. */
export interface TierMove {
  readonly from: string | null
  readonly to: string
  readonly reason: Words
}

/** What the conditions look at. */
export interface Standing {
  readonly balances: Balances
  readonly spend: Spend
  readonly tier: { readonly id: string }
}

/**
 * The move to the highest level whose condition holds, if that is above the present one; levels are kept once reached.
 * A new member's first level is a move too.
 */
export function evaluateTier(standing: Standing, settings: TierSettings, isNew: boolean): TierMove | null {
  const present = rankOf(settings, standing.tier.id)
  const reached = settings.levels.findLastIndex(
    (level) => !level.condition || holds(level.condition, standing),
  )
  const level = settings.levels[Math.max(present, reached)]
  if (!level) throw new Error('there is no tier at all')
  if (isNew) return { from: null, to: level.id, reason: { zh: '成为会员', en: 'Became a member' } }
  if (reached <= present) return null
  return { from: standing.tier.id, to: level.id, reason: whyReached(level.condition, standing) }
}

export function holds(condition: Condition, standing: Standing): boolean {
  if ('all' in condition) return condition.all.every((part) => holds(part, standing))
  if ('any' in condition) return condition.any.some((part) => holds(part, standing))
  return measured(condition.measure, standing) >= condition.atLeast
}

export function measured(measure: 'growth' | 'spend', standing: Standing): number {
  return measure === 'growth' ? standing.balances.growth : standing.spend.fen
}

/** The place of a level, lowest 0; a level that is no longer there counts as the lowest. */
export function rankOf(settings: TierSettings, tierId: string): number {
  return Math.max(
    0,
    settings.levels.findIndex((level) => level.id === tierId),
  )
}

function whyReached(condition: Condition | null, standing: Standing): Words {
  const met = condition ? leaves(condition).filter((leaf) => holds(leaf, standing)) : []
  const zh = met.map((leaf) =>
    leaf.measure === 'growth' ? `成长值达到 ${leaf.atLeast}` : `累计消费达到 ${yuanText(leaf.atLeast)} 元`,
  )
  const en = met.map((leaf) =>
    leaf.measure === 'growth'
      ? `growth reached ${leaf.atLeast}`
      : `total spend reached ¥${yuanText(leaf.atLeast)}`,
  )
  return { zh: zh.join('，'), en: en.join(', ') }
}

type Leaf = Extract<Condition, { measure: string }>

/** The single measures that a condition is made of. */
export function leaves(condition: Condition): Leaf[] {
  if ('all' in condition) return condition.all.flatMap(leaves)
  if ('any' in condition) return condition.any.flatMap(leaves)
  return [condition]
}
