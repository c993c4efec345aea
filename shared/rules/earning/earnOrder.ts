import type { Day } from '@shared/kernel/day'
import { sumOf } from '@shared/kernel/sumOf'
import type { CampaignSettings } from '../campaigns/settings'
import { earned } from './earned'
import { multipliersFor, type EarningFacts, type GoodsFacts, type NamedMultiplier } from './multipliers'
import type { EarningSettings } from './settings'
import { stack } from './stack'

/** Goods of an order with what was paid for them in the end, in fen. Freight earns nothing and is not here. */
export interface PaidLine extends GoodsFacts {
  readonly paidFen: number
}

/** A part of an order that one rate holds for. */
export interface EarnedPart {
  readonly paidFen: number
  readonly rateBp: number
  /** Every multiplier that held for it; `isUsed` tells those that made the rate. */
  readonly multipliers: readonly (NamedMultiplier & { readonly isUsed: boolean })[]
  readonly isCapped: boolean
}

export interface OrderEarning {
  readonly points: number
  readonly growth: number
  readonly parts: readonly EarnedPart[]
}

/** What an order earns: points by base rate and multipliers, growth by its base rate, each rounded down once. */
export function earnOrder(
  lines: readonly PaidLine[],
  facts: EarningFacts,
  today: Day,
  earning: EarningSettings,
  campaigns: CampaignSettings,
): OrderEarning {
  const parts = merged(lines.map((line) => earnedPart(line, facts, today, earning, campaigns)))
  const rated = parts.map(({ paidFen, rateBp }) => ({ amountFen: paidFen, rateBp }))
  const paidFen = sumOf(lines, (line) => line.paidFen)
  return {
    points: earned(rated, earning.pointsPerYuan),
    growth: Math.floor((paidFen * earning.growthPerYuan) / 100),
    parts,
  }
}

function earnedPart(
  line: PaidLine,
  facts: EarningFacts,
  today: Day,
  earning: EarningSettings,
  campaigns: CampaignSettings,
): EarnedPart {
  const multipliers = multipliersFor(line, facts, today, earning, campaigns)
  const { rateBp, used, capped } = stack(multipliers, earning.stacking, earning.capBp)
  return {
    paidFen: line.paidFen,
    rateBp,
    multipliers: multipliers.map((each) => ({ ...each, isUsed: used.includes(each) })),
    isCapped: capped,
  }
}

/** Lines under the same multipliers are one part: an entry stays small however many lines there are. */
function merged(parts: readonly EarnedPart[]): readonly EarnedPart[] {
  const byMultipliers = new Map<string, EarnedPart>()
  for (const part of parts) {
    const key = part.multipliers.map(({ id }) => id).join('\n')
    const there = byMultipliers.get(key)
    byMultipliers.set(key, there ? { ...there, paidFen: there.paidFen + part.paidFen } : part)
  }
  return [...byMultipliers.values()]
}
