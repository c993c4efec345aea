import { ClockBackwards, type StoreClock } from '../clock/storeClock'
import type { RunnerFaults } from '../faults/runnerFaults'
import { CallFailure } from '../functions/callFailure'
import type { FunctionRunner } from '../functions/functionRunner'
import { dueBetween, nextDue, type Run, type TimerFunction } from './dueTimers'
import { type RunCount, RunCounts } from './runCounts'

/** CloudBase tries a timer's run twice more when it fails. */
const ATTEMPTS = 3
/** setTimeout takes at most 24.8 days, and the machine may have slept: look again now and then. */
const LONGEST_SLEEP_MS = 60_000

/** What else happens at instants of the store's clock. */
export interface Alarm {
  /** When the next is due; undefined when none is. */
  nextAt(): number | undefined
  /** Does all that is due now; afterwards nothing is. */
  ring(): Promise<void>
}

/** Runs timer functions on the store's clock: as time passes, when it is turned, and on demand; one after another. */
export class Timers {
  readonly #timers: readonly TimerFunction[]
  #sleep: NodeJS.Timeout | undefined
  #last: Promise<unknown> = Promise.resolve()
  #doneUntil: number

  constructor(
    private readonly runner: FunctionRunner,
    private readonly clock: StoreClock,
    private readonly faults: RunnerFaults,
    private readonly alarm?: Alarm,
  ) {
    this.#timers = runner.functions.flatMap(({ name, cron }) => (cron ? [{ name, cron }] : []))
    this.#doneUntil = clock.now()
  }

  has(name: string): boolean {
    return this.#timers.some((timer) => timer.name === name)
  }

  /** From now on runs what is due as time passes. What fell due while nothing ran is not made up for: each catches up. */
  start(): void {
    const now = this.clock.now()
    const next = Math.min(...this.#timers.map((timer) => nextDue(timer, now) ?? Infinity))
    this.#sleep = setTimeout(() => void this.#tick(), Math.min(LONGEST_SLEEP_MS, next - now))
  }

  stop(): void {
    clearTimeout(this.#sleep)
  }

  /** Runs one timer now, whatever its cron says; answers its result as JSON text. Throws CallFailure. */
  runNow(name: string): Promise<string> {
    return this.#inTurn(() => this.#run({ name, at: this.clock.now() }))
  }

  /**
   * Turns the clock to an instant, reckoned from the time at which its turn comes. On the way it stands at each instant
   * at which a timer is due until that has run.
   * Throws ClockBackwards before anything has run.
   */
  turn(from: (now: number) => number): Promise<RunCount[]> {
    return this.#inTurn(async () => {
      const now = this.clock.now()
      const instant = from(now)
      if (instant < now) throw new ClockBackwards(now, instant)
      const counts = await this.#runUntil(instant)
      this.#turnOnTo(instant)
      return counts
    })
  }

  async #tick(): Promise<void> {
    await this.#inTurn(() => this.#runUntil(this.clock.now()))
    this.start()
  }

  async #runUntil(instant: number): Promise<RunCount[]> {
    const counts = new RunCounts()
    const runs = dueBetween(this.#timers, this.#doneUntil, instant)
    this.#doneUntil = instant
    for (const run of runs) {
      await this.#ringUntil(run.at)
      this.#turnOnTo(run.at)
      counts.add(run, await this.#deliver(run))
    }
    await this.#ringUntil(instant)
    return counts.list()
  }

  async #ringUntil(instant: number): Promise<void> {
    for (let at = this.alarm?.nextAt(); at !== undefined && at <= instant; at = this.alarm?.nextAt()) {
      this.#turnOnTo(at)
      await this.alarm?.ring()
    }
  }

  /** At least once, as in the cloud: again when it failed, and twice when that fault is asked for. */
  async #deliver(run: Run): Promise<boolean> {
    if (this.faults.duplicatesTimer(run.name)) await this.#attempt(run)
    for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
      if (await this.#attempt(run)) return true
    }
    return false
  }

  async #attempt(run: Run): Promise<boolean> {
    try {
      await this.#run(run)
      return true
    } catch (error) {
      // The runner has logged it; the one who turned the clock is told by the count.
      if (error instanceof CallFailure) return false
      throw error
    }
  }

  #run({ name, at }: Run): Promise<string> {
    const event = { Type: 'Timer', TriggerName: name, Time: new Date(at).toISOString(), Message: '' }
    return this.runner.call(name, JSON.stringify(event), { source: 'wx_trigger' })
  }

  #turnOnTo(instant: number): void {
    if (instant > this.clock.now()) this.clock.turnTo(instant)
  }

  #inTurn<T>(run: () => Promise<T>): Promise<T> {
    const mine = this.#last.then(run)
    this.#last = mine.catch(() => undefined)
    return mine
  }
}
