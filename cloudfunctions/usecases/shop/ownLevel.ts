import type { Shopper } from '@shared/rules/shop/shopper'
import { rankOf, tierFace, type TierFace } from '@shared/rules/tiers/face'
import type { TierProgram } from '@shared/rules/tiers/program'

/** The level whose prices somebody has, as people see it. */
export function ownLevel(tiers: TierProgram, { levelId }: Shopper): TierFace | null {
  return levelId === null ? null : tierFace(tiers, rankOf(tiers, levelId))
}
