import { Cron } from 'croner'

/** The zone in which the store's timers are read. */
const ZONE = 'Asia/Shanghai'
const HOUR_MS = 3_600_000

export interface TimerFunction {
  readonly name: string
  /** CloudBase's seven fields: second minute hour day month weekday year. */
  readonly cron: string
}

export interface Run {
  readonly name: string
  /** The instant at which it is due. */
  readonly at: number
}

/** When a timer is due next, after an instant; undefined when never again. Throws when the cron makes no sense. */
export function nextDue({ cron }: TimerFunction, after: number): number | undefined {
  return new Cron(cron, { timezone: ZONE, paused: true, mode: '7-part' }).nextRun(new Date(after))?.getTime()
}

/**
 * What is due in (from, to], in order; timers due together keep the order of the table.
 * A timer that comes oftener than hourly runs once for each hour on the way and once at the end: it finds
 * all that was due in between, and a month passes in seconds instead of minutes.
 */
export function dueBetween(timers: readonly TimerFunction[], from: number, to: number): Run[] {
  return timers
    .flatMap((timer) => runsOf(timer, from, to))
    .map((run, place) => ({ run, place }))
    .sort((a, b) => a.run.at - b.run.at || a.place - b.place)
    .map(({ run }) => run)
}

function runsOf(timer: TimerFunction, from: number, to: number): Run[] {
  const runs: Run[] = []
  for (let at = nextDue(timer, from); at !== undefined && at <= to; at = nextRunAfter(timer, at)) {
    runs.push({ name: timer.name, at })
  }
  const last = runs.at(-1)
  const dueAgain = last && nextDue(timer, last.at)
  if (dueAgain !== undefined && dueAgain <= to) runs.push({ name: timer.name, at: to })
  return runs
}

/** The next due instant that is not skipped: at least the first one of the hour after. */
function nextRunAfter(timer: TimerFunction, at: number): number | undefined {
  const next = nextDue(timer, at)
  if (next === undefined || next - at >= HOUR_MS) return next
  return nextDue(timer, Math.floor(at / HOUR_MS) * HOUR_MS + HOUR_MS - 1)
}
