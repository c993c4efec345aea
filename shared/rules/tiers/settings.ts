import type { Words } from '@shared/kernel/words'

/** Colour and surface of a level, the same everywhere it appears. */
export type Material = 'paper' | 'bronze' | 'silver' | 'gold' | 'diamond' | 'black'

/** A condition of a level: a measure that must reach an amount (growth points, or fen of spend), or several of them. */
export type Condition =
  | { readonly measure: 'growth' | 'spend'; readonly atLeast: number }
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }

export interface TierLevel {
  readonly id: string
  readonly name: Words
  readonly material: Material
  /** Null for the lowest level, which is everybody's. */
  readonly condition: Condition | null
}

export interface TierSettings {
  readonly version: number
  /** Lowest first; the first has no condition. */
  readonly levels: readonly TierLevel[]
}

const byGrowthOrSpend = (growth: number, yuan: number): Condition => ({
  any: [
    { measure: 'growth', atLeast: growth },
    { measure: 'spend', atLeast: yuan * 100 },
  ],
})

export const DEFAULT_TIERS: TierSettings = {
  version: 0,
  levels: [
    { id: 'regular', name: { zh: '普通会员', en: 'Regular' }, material: 'paper', condition: null },
    {
      id: 'bronze',
      name: { zh: '铜牌会员', en: 'Bronze' },
      material: 'bronze',
      condition: byGrowthOrSpend(200, 200),
    },
    {
      id: 'silver',
      name: { zh: '白银会员', en: 'Silver' },
      material: 'silver',
      condition: byGrowthOrSpend(1_000, 1_000),
    },
    {
      id: 'gold',
      name: { zh: '黄金会员', en: 'Gold' },
      material: 'gold',
      condition: byGrowthOrSpend(5_000, 5_000),
    },
    {
      id: 'diamond',
      name: { zh: '钻石会员', en: 'Diamond' },
      material: 'diamond',
      condition: byGrowthOrSpend(15_000, 15_000),
    },
    {
      id: 'black',
      name: { zh: '黑卡会员', en: 'Black Card' },
      material: 'black',
      condition: byGrowthOrSpend(50_000, 50_000),
    },
  ],
}
