import { z } from 'zod'
import { seededRandom } from './seededRandom'

/** How often a rule strikes, in any kind of rule. */
export const strikeShape = {
  /** Of 10,000 chances, how many it takes. */
  rateBp: z.number().int().min(0).max(10_000).default(10_000),
  /** How often at most. */
  times: z.number().int().min(0).optional(),
}

interface Rule {
  readonly fault: string
  readonly rateBp: number
  readonly times?: number
}

interface Active<R> {
  readonly rule: R
  readonly random: () => number
  left: number
}

/** Decides chance by chance which rule strikes: the same seed and the same order of chances give the same faults. */
export class StrikingRules<R extends Rule> {
  #active: readonly Active<R>[] = []

  /** Replaces all rules. */
  set(seed: number, rules: readonly R[]): void {
    this.#active = rules.map((rule, place) => ({
      rule,
      random: seededRandom(seed + place),
      left: rule.times ?? Infinity,
    }))
  }

  /** The first rule of a kind that strikes now, among those that apply. */
  strike<Fault extends R['fault']>(
    fault: Fault,
    applies: (rule: Extract<R, { fault: Fault }>) => boolean = () => true,
  ): Extract<R, { fault: Fault }> | undefined {
    for (const active of this.#active) {
      if (active.rule.fault !== fault || active.left === 0) continue
      const rule = active.rule as Extract<R, { fault: Fault }>
      if (!applies(rule) || active.random() * 10_000 >= rule.rateBp) continue
      active.left--
      return rule
    }
    return undefined
  }
}
