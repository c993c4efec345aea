import type { Problems } from './problems'

/** Longer timers are the app's own affair (a toast that goes away): rest does not wait for them. */
const LONGEST_AWAITED_MS = 500

/** Knows whether the app has work under way, so that a test waits for rest instead of for time. */
export class Activity {
  private underWay = 0
  private readonly timers = new Map<NodeJS.Timeout, boolean>()

  constructor(private readonly problems: Problems) {}

  /** Counts as work until it settles, and a little further so that what hangs on it has begun. */
  track<T>(work: Promise<T>): Promise<T> {
    this.underWay += 1
    const done = (): void => void setImmediate(() => (this.underWay -= 1))
    work.then(done, done)
    return work
  }

  readonly setTimeout = (run: (...args: unknown[]) => void, ms = 0, ...args: unknown[]): NodeJS.Timeout => {
    const timer = setTimeout(() => {
      this.timers.delete(timer)
      this.guard('timer', () => run(...args))
    }, ms)
    this.timers.set(timer, ms <= LONGEST_AWAITED_MS)
    return timer
  }

  readonly setInterval = (run: (...args: unknown[]) => void, ms = 0, ...args: unknown[]): NodeJS.Timeout => {
    const timer = setInterval(() => this.guard('interval', () => run(...args)), ms)
    this.timers.set(timer, false)
    return timer
  }

  readonly clear = (timer: NodeJS.Timeout | undefined): void => {
    if (timer === undefined) return
    clearTimeout(timer)
    this.timers.delete(timer)
  }

  /** Runs a piece of the app's code; what it throws is a problem and goes no further. */
  guard(where: string, run: () => unknown): void {
    try {
      run()
    } catch (error) {
      this.problems.add(where, error)
    }
  }

  get busy(): boolean {
    if (this.underWay > 0) return true
    for (const awaited of this.timers.values()) if (awaited) return true
    return false
  }

  stop(): void {
    for (const timer of this.timers.keys()) clearTimeout(timer)
    this.timers.clear()
  }
}
