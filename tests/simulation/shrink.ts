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
 * The shortest sequence that still fails: leaves out all operations of a command, then by halves down to single ones,
 * then mishaps and delays, as long as something breaks. Stops early, with the best so far, when `hasTime` says so.
 */
export async function shrink(plan: Plan, broken: Broken, hasTime: () => boolean): Promise<Shrunk> {
  const upToIt = plan.operations.filter(({ round }) => round <= broken.round)
  let best: Shrunk = { operations: upToIt, broken, runs: 0 }
  let runs = 0

  const tryOut = async (operations: readonly Operation[]): Promise<boolean> => {
    runs += 1
    const verdict = await runPlan({ ...plan, operations })
    if (!verdict.broken || faultOf(verdict.broken) !== faultOf(broken)) return false
    const { round } = verdict.broken
    best = { operations: operations.filter((each) => each.round <= round), broken: verdict.broken, runs }
    return true
  }

  for (const command of new Set(best.operations.map((each) => each.command))) {
    if (hasTime()) await tryOut(best.operations.filter((each) => each.command !== command))
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

/** What is wrong, whoever it is wrong for and by how much: another fault met on the way is not the one that is sought. */
const faultOf = ({ message }: Broken): string =>
  message.replaceAll(/\bm[\w-]{22}\b|"[^"]*"|\b[a-z]+\d+\b|-?\d+/g, '#').slice(0, COMPARED)

/** The beginning of a message says what is wrong; the rest is what is there. */
const COMPARED = 60

/** Ways to make an operation simpler; undefined when it is as simple as that. */
const SIMPLER: readonly ((operation: Operation) => Operation | undefined)[] = [
  ({ mishaps, ...rest }) => (mishaps ? rest : undefined),
  (operation) => (operation.delayMs > 0 ? { ...operation, delayMs: 0 } : undefined),
]
