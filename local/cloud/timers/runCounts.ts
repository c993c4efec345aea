import type { Run } from './dueTimers'

/** How often one timer ran while the clock was turned. */
export interface RunCount {
  readonly function: string
  readonly runs: number
  /** Runs that failed at every attempt. */
  readonly failed: number
  readonly firstAt: string
  readonly lastAt: string
}

export class RunCounts {
  readonly #counts = new Map<string, RunCount>()

  add({ name, at }: Run, succeeded: boolean): void {
    const instant = new Date(at).toISOString()
    const before = this.#counts.get(name)
    this.#counts.set(name, {
      function: name,
      runs: (before?.runs ?? 0) + 1,
      failed: (before?.failed ?? 0) + (succeeded ? 0 : 1),
      firstAt: before?.firstAt ?? instant,
      lastAt: instant,
    })
  }

  list(): RunCount[] {
    return [...this.#counts.values()]
  }
}
