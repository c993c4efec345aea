import { setTimeout as wait } from 'node:timers/promises'
import { z } from 'zod'
import { CallFailure } from '../functions/callFailure'
import type { FunctionInstance } from '../functions/functionInstance'
import type { Tamper } from '../functions/functionPool'
import { strikeShape, StrikingRules } from './strikingRules'

const which = {
  /** Only this function; all of them when it is left out. */
  function: z.string().optional(),
  ...strikeShape,
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
  readonly #rules = new StrikingRules<RunnerRule>()

  /** Replaces all rules; the same seed and the same order of calls give the same faults. */
  set(seed: number, rules: readonly RunnerRule[]): void {
    this.#rules.set(seed, rules)
  }

  duplicatesTimer(name: string): boolean {
    return this.#rules.strike('duplicateTimer', (rule) => isOf(rule, name)) !== undefined
  }

  /** What is to happen to a call of this function; undefined when nothing. */
  tamperWith(name: string): Tamper | undefined {
    const rule = this.#rules.strike('killWorker', (one) => isOf(one, name))
    return rule && ((instance, answer) => killDuring(instance, answer, rule.afterMs))
  }
}

function isOf(rule: RunnerRule, name: string): boolean {
  return (rule.function ?? name) === name
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
