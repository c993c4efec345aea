import { setTimeout as wait } from 'node:timers/promises'
import { z } from 'zod'
import { CallFailure } from '../functions/callFailure'
import type { FunctionInstance } from '../functions/functionInstance'
import type { Tamper } from '../functions/functionPool'
import { seededRandom } from './seededRandom'

const which = {
  /** Only this function; all of them when it is left out. */
  function: z.string().optional(),
  /** Of 10,000 chances, how many it takes. */
  rateBp: z.number().int().min(0).max(10_000).default(10_000),
  /** How often at most. */
  times: z.number().int().min(0).optional(),
}

/** Faults of the platform around the functions. */
export const runnerRuleSchema = z.discriminatedUnion('fault', [
  /** A timer's run comes twice: CloudBase delivers at least once. */
  z.strictObject({ fault: z.literal('duplicateTimer'), ...which }),
  /** The instance ends while a call runs: after so many ms, or once it has done its work but before it can say so. */
  z.strictObject({ fault: z.literal('killWorker'), ...which, afterMs: z.number().int().min(0).optional() }),
])
export type RunnerRule = z.infer<typeof runnerRuleSchema>

interface ActiveRule {
  readonly rule: RunnerRule
  readonly random: () => number
  left: number
}

/** Which faults the runner makes. None to begin with. */
export class RunnerFaults {
  #active: readonly ActiveRule[] = []

  /** Replaces all rules; the same seed and the same order of calls give the same faults. */
  set(seed: number, rules: readonly RunnerRule[]): void {
    this.#active = rules.map((rule, place) => ({
      rule,
      random: seededRandom(seed + place),
      left: rule.times ?? Infinity,
    }))
  }

  duplicatesTimer(name: string): boolean {
    return this.#strikes('duplicateTimer', name) !== undefined
  }

  /** What is to happen to a call of this function; undefined when nothing. */
  tamperWith(name: string): Tamper | undefined {
    const rule = this.#strikes('killWorker', name)
    return rule && ((instance, answer) => killDuring(instance, answer, rule.afterMs))
  }

  #strikes<Fault extends RunnerRule['fault']>(fault: Fault, name: string) {
    for (const active of this.#active) {
      const { rule, random, left } = active
      if (!isFault(rule, fault) || left === 0 || (rule.function ?? name) !== name) continue
      if (random() * 10_000 >= rule.rateBp) continue
      active.left--
      return rule
    }
    return undefined
  }
}

function isFault<Fault extends RunnerRule['fault']>(
  rule: RunnerRule,
  fault: Fault,
): rule is Extract<RunnerRule, { fault: Fault }> {
  return rule.fault === fault
}

async function killDuring(
  instance: FunctionInstance,
  answer: Promise<string>,
  afterMs?: number,
): Promise<string> {
  const lost = new CallFailure('FUNCTIONS_EXECUTE_FAIL', 'The instance was ended on demand')
  await (afterMs === undefined ? answer : Promise.race([answer, wait(afterMs)]))
  answer.catch(() => undefined)
  await instance.kill()
  throw lost
}
