import type { Day } from '@shared/kernel/day'
import type { Benefit, Issue, Perk } from './benefit'

/**
 * Benefits as they are saved on a day. The day from which each gives is the store's to say: one that is new, or that
 * promises something to people or at times to which it did not before, gives from today; any other keeps its day.
 */
export function withAddedOn(
  edited: readonly Benefit[],
  saved: readonly Benefit[],
  today: Day,
): readonly Benefit[] {
  return edited.map((benefit) => {
    const there = saved.find(({ id }) => id === benefit.id)
    return { ...benefit, addedOn: there && keepsPromise(there, benefit) ? there.addedOn : today }
  })
}

/** Else all the periods since it was first added would fall due at once, for those to whom it gave nothing in them. */
function keepsPromise(there: Benefit, next: Benefit): boolean {
  const isWidened = there.for === 'paidOnly' && next.for === 'everyone'
  return there.levelId === next.levelId && !isWidened && timesOf(there.perk) === timesOf(next.perk)
}

/** What and how often: two perks of the same times have the same periods. */
function timesOf(perk: Perk): string {
  return 'issue' in perk ? `${perk.of} ${frequencyOf(perk.issue)}` : perk.of
}

// A date that moves within its period is not another frequency: the period is given once, be it early or late.
function frequencyOf(issue: Issue): string {
  return issue.of === 'everyMonths' ? `every ${issue.months}` : issue.of
}
