import { RACES } from './races'
import type { RaceShop } from './raceShop'

/** Some trials of one race. */
export interface Slice {
  readonly name: string
  readonly from: number
  readonly trials: number
}

/** A trial that ended as it must not. */
export interface Wrong {
  readonly trial: number
  readonly what: readonly string[]
}

export interface SliceResult {
  readonly slice: Slice
  readonly seconds: number
  readonly wrong: readonly Wrong[]
}

/** Runs some trials, one after the other. A trial that cannot be finished is a wrong one. */
export async function runSlice(shop: RaceShop, slice: Slice): Promise<SliceResult> {
  const race = RACES.find(({ name }) => name === slice.name)
  if (!race) throw new Error(`there is no race ${slice.name}`)
  const startedAt = performance.now()
  const wrong: Wrong[] = []
  for (let trial = slice.from; trial < slice.from + slice.trials; trial += 1) {
    const what = await race.trial(shop, trial).catch((error: Error) => [String(error.stack ?? error)])
    if (what.length > 0) wrong.push({ trial, what })
  }
  return { slice, wrong, seconds: (performance.now() - startedAt) / 1_000 }
}

const TRIALS_A_SLICE = 25

/** The trials of some races in slices that processes share among them. */
export function slicesOfRaces(names: readonly string[], trials: number): Slice[] {
  return names.flatMap((name) =>
    Array.from({ length: Math.ceil(trials / TRIALS_A_SLICE) }, (_, place) => {
      const done = place * TRIALS_A_SLICE
      return { name, from: done + 1, trials: Math.min(TRIALS_A_SLICE, trials - done) }
    }),
  )
}
