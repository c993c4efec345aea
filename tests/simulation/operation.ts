/** What goes wrong with one request of a call: the gateway's own faults, and a call that ends there and then. */
export type Mishap =
  'timeoutBefore' | 'timeoutAfter' | 'error' | 'conflict' | 'slow' | 'killBefore' | 'killAfter'

/** One step of a plan, as plain data: it means the same whatever stands before it, so steps can be left out. */
export interface Operation {
  /** Its place in the plan as it was drawn. */
  readonly id: number
  /** Operations of one round run side by side; each round begins when the one before has ended. */
  readonly round: number
  readonly command: string
  readonly input: unknown
  /** When it starts, after its round began. */
  readonly delayMs: number
  /** The operation that this one sends again. */
  readonly repeats?: number
  readonly mishaps?: readonly PlannedMishap[]
}

/** Which requests of a call are counted. */
export type Kind = 'request' | 'write' | 'commit'

/** What goes wrong with the first, second… request of a kind that a call makes. */
export interface PlannedMishap {
  readonly of: Kind
  readonly number: number
  readonly mishap: Mishap
}

export interface Plan {
  readonly seed: number
  readonly operations: readonly Operation[]
}

/** Something that must never be: the simulation has found a fault. */
export class Broken extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'Broken'
  }
}

export function must(holds: boolean, broken: () => string): asserts holds {
  if (!holds) throw new Broken(broken())
}

/** One number out of several, the same everywhere and for ever. */
export function mix(...parts: readonly number[]): number {
  let hash = 0x811c9dc5
  for (const part of parts) {
    hash = Math.imul(hash ^ part, 0x85ebca6b)
    hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
    hash ^= hash >>> 16
  }
  return hash >>> 0
}
