import { setTimeout as wait } from 'node:timers/promises'
import { z } from 'zod'
import { CallFailure } from '../functions/callFailure'
import type { FunctionInstance } from '../functions/functionInstance'
import type { Tamper } from '../functions/functionPool'
import { seededRandom } from './seededRandom'

const which = {
  /** Only this function; all of them when it is left out. */
  function: z.string().optional(),
  probability: z.number().min(0).max(1).default(1),
}

/** Faults of the platform around the functions. */
export const runnerRuleSchema = z.discriminatedUnion('fault', [
  /** A timer's run comes twice: CloudBase delivers at least once. */
  z.strictObject({ fault: z.literal('duplicateTimer'), ...which }),
  /** The instance ends while a call runs: after so many ms, or once it has done its work but before it can say so. */
  z.strictObject({ fault: z.literal('killWorker'), ...which, afterMs: z.number().int().min(0).optional() }),
])
export type RunnerRule = z.infer<typeof runnerRuleSchema>

/** Which faults the runner makes. None to begin with. */
export class RunnerFaults {
  #rules: readonly RunnerRule[] = []
  #random = seededRandom(0)

  /** Replaces all rules; the same seed and the same order of calls give the same faults. */
  set(seed: number, rules: readonly RunnerRule[]): void {
    this.#rules = rules
    this.#random = seededRandom(seed)
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
    type Rule = Extract<RunnerRule, { fault: Fault }>
    const concerned = (rule: RunnerRule): rule is Rule =>
      rule.fault === fault && (rule.function === undefined || rule.function === name)
    return this.#rules.filter(concerned).find((rule) => this.#random() < rule.probability)
  }
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
