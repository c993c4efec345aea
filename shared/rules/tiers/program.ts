import type { Day } from '@shared/kernel/day'
import type { Words } from '@shared/kernel/words'
import type { Condition } from './conditions'
import type { Length, Pause, Validity } from './validity'

/** Colour and surface of a level, the same everywhere it appears. */
export type Material = 'paper' | 'bronze' | 'silver' | 'gold' | 'diamond' | 'black'

/** How a level is reached: by its condition, by paying, or by either. */
export type LevelKind = 'basic' | 'paid' | 'dual'

/** What a level costs and how long a payment lasts. */
export interface PaidTerms {
  readonly priceFen: number
  /** The price for who stands on a level now; a level that is not named pays `priceFen`. Only where prices differ by level. */
  readonly priceFenByLevel: Readonly<Record<string, number>>
  readonly validDays: number
}

/** What keeps a level at the end of its validity; null where the store does not ask for it. */
export interface KeepAmounts {
  readonly singleOrderFen: number | null
  readonly totalFen: number | null
}

export interface Level {
  readonly id: string
  readonly name: Words
  readonly material: Material
  /** The name of a picture; null for the material's own. */
  readonly icon: string | null
  /** `#rrggbb`; null for the material's own. */
  readonly color: string | null
  readonly kind: LevelKind
  /** What earns it. Null for the lowest level, which is everybody's, and for a level that is only sold. */
  readonly condition: Condition | null
  readonly keep: KeepAmounts
  /** Null for a level that is not sold. */
  readonly paid: PaidTerms | null
}

/** Which orders count for a level when spend adds up. */
export type SpendPeriod =
  | { readonly of: 'history'; readonly imported: boolean }
  | { readonly of: 'sinceUpgrade' }
  | { readonly of: 'window'; readonly length: Length }

/** Which spend counts for a level: that of one order, or of several together. */
export type SpendStandard =
  { readonly of: 'eachOrder' } | { readonly of: 'total'; readonly period: SpendPeriod }

export interface LockIn {
  /** One order of the amount that the level names. */
  readonly singleOrder: boolean
  /** All orders of the period together. */
  readonly total: boolean
  /** What it adds to the validity. */
  readonly extension: Length
}

/** The whole of a store's rules about levels. */
export interface TierProgram {
  readonly version: number
  /** Lowest first; the first is everybody's. */
  readonly levels: readonly Level[]
  readonly mostLevels: number
  /** Times at which the levels were switched off, oldest first; one that is open means that they are off now. */
  readonly pauses: readonly Pause[]
  /** Orders of earlier days do not count; null when all do. */
  readonly activeFrom: Day | null
  readonly standard: SpendStandard
  readonly validity: Validity
  /** A refund that takes away the ground of a level lowers it at once; otherwise only the end of its validity does. */
  readonly spendingDowngrade: boolean
  readonly lockIn: LockIn | null
  /** What a paid level costs: the same for all, or by the level that the member stands on. */
  readonly paidPricing: 'unified' | 'byLevel'
  /** What becomes of a paid level when a higher one is bought while it runs. */
  readonly lowerPaid: 'pauses' | 'ends'
}

export const NO_KEEP: KeepAmounts = { singleOrderFen: null, totalFen: null }

/** Six levels by growth or by all that was ever spent, which nobody loses by time. */
export const DEFAULT_PROGRAM: TierProgram = {
  version: 0,
  levels: [
    firstLevel('regular', 'paper', { zh: '普通会员', en: 'Regular' }, null),
    firstLevel('bronze', 'bronze', { zh: '铜牌会员', en: 'Bronze' }, 200),
    firstLevel('silver', 'silver', { zh: '白银会员', en: 'Silver' }, 1_000),
    firstLevel('gold', 'gold', { zh: '黄金会员', en: 'Gold' }, 5_000),
    firstLevel('diamond', 'diamond', { zh: '钻石会员', en: 'Diamond' }, 15_000),
    firstLevel('black', 'black', { zh: '黑卡会员', en: 'Black Card' }, 50_000),
  ],
  mostLevels: 12,
  pauses: [],
  activeFrom: null,
  standard: { of: 'total', period: { of: 'history', imported: true } },
  validity: { of: 'permanent' },
  spendingDowngrade: false,
  lockIn: null,
  paidPricing: 'unified',
  lowerPaid: 'pauses',
}

/** A level of the programme to begin with: earned by so much growth, or by spending so many yuan. */
function firstLevel(id: string, material: Material, name: Words, amount: number | null): Level {
  const condition: Condition | null =
    amount === null
      ? null
      : {
          any: [
            { measure: 'growth', atLeast: amount },
            { measure: 'spend', atLeast: amount * 100 },
          ],
        }
  return { id, name, material, icon: null, color: null, kind: 'basic', condition, keep: NO_KEEP, paid: null }
}

/** The place of a level, lowest 0; -1 for one that is not there, or not any more. */
export function rankIn(program: TierProgram, levelId: string): number {
  return program.levels.findIndex(({ id }) => id === levelId)
}

/** Throws when there is no level of that rank. */
export function levelAt(program: TierProgram, rank: number): Level {
  const level = program.levels[rank]
  if (!level) throw new Error(`there is no level of rank ${rank}`)
  return level
}

/** False while the levels are switched off: nobody sees one, nothing is judged, no benefit holds. */
export function isOn({ pauses }: TierProgram): boolean {
  return pauses.at(-1)?.to !== null
}

/** True where only spend since the last upgrade counts. */
export function startsOverAtUpgrade({ standard }: TierProgram): boolean {
  return standard.of === 'eachOrder' || standard.period.of === 'sinceUpgrade'
}

/**
 * True where a refund that takes away the ground of a level lowers it at once. Over all history there is no rule of
 * downgrade to set: the level is that of the total, and goes with it.
 */
export function refundsLower({ standard, spendingDowngrade }: TierProgram): boolean {
  return spendingDowngrade || (standard.of === 'total' && standard.period.of === 'history')
}

export function switchedOff(program: TierProgram, today: Day): TierProgram {
  return isOn(program) ? { ...program, pauses: [...program.pauses, { from: today, to: null }] } : program
}

export function switchedOn(program: TierProgram, today: Day): TierProgram {
  return { ...program, pauses: program.pauses.map((pause) => ({ ...pause, to: pause.to ?? today })) }
}
