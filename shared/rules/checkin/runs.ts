import { addDays, daysBetween, type Day } from '@shared/kernel/day'

/** Consecutive days of check-in, both ends included. Runs never touch each other. */
export interface CheckinRun {
  readonly from: Day
  readonly to: Day
}

export function isChecked(runs: readonly CheckinRun[], day: Day): boolean {
  return runs.some((run) => run.from <= day && day <= run.to)
}

/** Adds a day, joining the runs that it touches. Oldest first. */
export function withDay(runs: readonly CheckinRun[], day: Day): readonly CheckinRun[] {
  if (isChecked(runs, day)) return runs
  const before = runs.find((run) => addDays(run.to, 1) === day)
  const after = runs.find((run) => addDays(day, 1) === run.from)
  const joined: CheckinRun = { from: before?.from ?? day, to: after?.to ?? day }
  return [...runs.filter((run) => run !== before && run !== after), joined].sort((a, b) =>
    a.from < b.from ? -1 : 1,
  )
}

/** The days in a row that end on a day: computed from the days, so filling a gap joins what it parted. */
export function streakEnding(runs: readonly CheckinRun[], day: Day): number {
  const run = runs.find((candidate) => candidate.from <= day && day <= candidate.to)
  return run ? daysBetween(run.from, day) + 1 : 0
}

/** The streak that people see: up to today, or up to yesterday while today is still open. */
export function currentStreak(runs: readonly CheckinRun[], today: Day): number {
  return streakEnding(runs, today) || streakEnding(runs, addDays(today, -1))
}

/** The days of one month (`YYYY-MM`) that are stamped. */
export function daysIn(runs: readonly CheckinRun[], month: string): Day[] {
  const days: Day[] = []
  for (let day = `${month}-01`; day.startsWith(month); day = addDays(day, 1)) {
    if (isChecked(runs, day)) days.push(day)
  }
  return days
}

/** Forgets runs that ended before a day: the journal has them. */
export function since(runs: readonly CheckinRun[], day: Day): readonly CheckinRun[] {
  return runs.filter((run) => run.to >= day)
}
