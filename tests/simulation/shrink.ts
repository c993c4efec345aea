import type { Operation, Plan } from './operation'
import { runPlan, type Verdict } from './runPlan'

type Broken = NonNullable<Verdict['broken']>

export interface Shrunk {
  readonly operations: readonly Operation[]
  readonly broken: Broken
  /** How many plans were run to find it. */
  readonly runs: number
}

/**
 * The shortest sequence that still fails: leaves out operations, by what they have in common and by halves down to single ones, then mishaps and
 * delays, as long as something breaks. Stops early, with the best so far, when `hasTime` says so.
 */
export async function shrink(plan: Plan, broken: Broken, hasTime: () => boolean): Promise<Shrunk> {
  const upToIt = plan.operations.filter(({ round }) => round <= broken.round)
  let best: Shrunk = { operations: upToIt, broken, runs: 0 }
  let runs = 0

  const tryOut = async (operations: readonly Operation[]): Promise<boolean> => {
    runs += 1
    const verdict = await runPlan({ ...plan, operations })
    if (!verdict.broken) return false
    const { round } = verdict.broken
    best = { operations: operations.filter((each) => each.round <= round), broken: verdict.broken, runs }
    return true
  }

  for (const trait of TRAITS) {
    for (const value of new Set(best.operations.map(trait))) {
      const without = best.operations.filter((operation) => trait(operation) !== value)
      if (value !== undefined && hasTime()) await tryOut(without)
    }
  }
  for (
    let size = Math.ceil(best.operations.length / 2);
    size >= 1;
    size = size === 1 ? 0 : Math.ceil(size / 2)
  ) {
    for (let from = 0; from < best.operations.length && hasTime();) {
      const without = best.operations.filter((_, index) => index < from || index >= from + size)
      if (!(await tryOut(without))) from += size
    }
  }
  for (const { id } of best.operations) {
    for (const simplify of SIMPLER) {
      const simpler = best.operations.map((each) => (each.id === id ? (simplify(each) ?? each) : each))
      const isOther = simpler.some((each, index) => each !== best.operations[index])
      if (isOther && hasTime()) await tryOut(simpler)
    }
  }
  return { ...best, runs }
}

/** What operations have in common that can often be left out together: what they do, and for whom. */
const TRAITS: readonly ((operation: Operation) => string | undefined)[] = [
  ({ command }) => command,
  ({ input }) => (input as { openid?: string }).openid,
]

/** Ways to make an operation simpler; undefined when it is as simple as that. */
const SIMPLER: readonly ((operation: Operation) => Operation | undefined)[] = [
  ({ mishaps, ...rest }) => (mishaps ? rest : undefined),
  (operation) => (operation.delayMs > 0 ? { ...operation, delayMs: 0 } : undefined),
]
