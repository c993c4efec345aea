import { BP_ONE } from '@shared/kernel/rate'

/** How multipliers that hold together combine: the best one, their extras added (2× and 3× → 4×), or their product. */
export type Stacking = 'best' | 'sumOfExtras' | 'product'

/** Something that multiplies what an order earns, in basis points: 20,000 is double. */
export interface Multiplier {
  readonly id: string
  readonly rateBp: number
}

/** The rate that holds, and the multipliers that it was made of: an entry names each of them. */
export interface Stacked<M extends Multiplier> {
  readonly rateBp: number
  readonly used: readonly M[]
  /** The rate was cut to the cap. */
  readonly capped: boolean
}

/** Combines multipliers under a cap (null: none). Of equal best ones the earlier is used. No multipliers: one time. */
export function stack<M extends Multiplier>(
  multipliers: readonly M[],
  stacking: Stacking,
  capBp: number | null,
): Stacked<M> {
  const { rateBp, used } = COMBINE[stacking](multipliers) as { rateBp: number; used: readonly M[] }
  const capped = capBp !== null && rateBp > capBp
  return { rateBp: capped ? capBp : rateBp, used, capped }
}

type Combine = (multipliers: readonly Multiplier[]) => { rateBp: number; used: readonly Multiplier[] }

const COMBINE: Readonly<Record<Stacking, Combine>> = {
  best: (multipliers) => {
    const best = multipliers.reduce<Multiplier | null>(
      (found, next) => (found && found.rateBp >= next.rateBp ? found : next),
      null,
    )
    return best && best.rateBp > BP_ONE ? { rateBp: best.rateBp, used: [best] } : { rateBp: BP_ONE, used: [] }
  },
  sumOfExtras: (multipliers) => ({
    rateBp: multipliers.reduce((sum, { rateBp }) => sum + rateBp - BP_ONE, BP_ONE),
    used: multipliers,
  }),
  product: (multipliers) => ({
    rateBp: multipliers.reduce((product, { rateBp }) => Math.floor((product * rateBp) / BP_ONE), BP_ONE),
    used: multipliers,
  }),
}
