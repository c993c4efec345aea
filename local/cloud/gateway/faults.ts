import { seededRandom } from '../faults/seededRandom'
/** What goes wrong on purpose. */
export type FaultKind = 'conflict' | 'timeoutBefore' | 'timeoutAfter' | 'error' | 'slow'

export interface FaultRule {
  fault: FaultKind
  /** An action such as `database.modifyDocument`; without it every action. */
  action?: string
  collection?: string
  /** Of 10,000 matching requests, how many are hit. */
  rateBp: number
  /** How often at most. */
  times?: number
}

/** Which faults to inject. The same seed and the same order of requests give the same faults. */
export interface Faults {
  seed: number
  rules: FaultRule[]
}

/** What is known of a request before it is executed. */
export interface FaultTarget {
  action: string
  collection: string | undefined
  inTransaction: boolean
}

const conflictActions = new Set([
  'database.insertDocument',
  'database.modifyDocument',
  'database.removeDocument',
  'database.commitTransaction',
])

interface ActiveRule {
  rule: FaultRule
  random: () => number
  left: number
}

/** Decides for each request in turn which fault hits it, if any: the first rule that does. */
export class FaultInjector {
  private active: ActiveRule[] = []

  set(faults: Faults): void {
    this.active = faults.rules.map((rule, i) => ({
      rule,
      random: seededRandom(faults.seed + i * 0x9e3779b9),
      left: rule.times ?? Infinity,
    }))
  }

  next(target: FaultTarget): FaultKind | undefined {
    for (const each of this.active) {
      if (each.left === 0 || !matches(each.rule, target)) continue
      if (each.random() * 10_000 >= each.rule.rateBp) continue
      each.left--
      return each.rule.fault
    }
    return undefined
  }
}

function matches(rule: FaultRule, target: FaultTarget): boolean {
  if (rule.action !== undefined && rule.action !== target.action) return false
  if (rule.collection !== undefined && rule.collection !== target.collection) return false
  // the platform reports conflicts only there
  return rule.fault !== 'conflict' || (target.inTransaction && conflictActions.has(target.action))
}
