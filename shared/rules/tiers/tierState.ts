import type { Day } from '@shared/kernel/day'
import type { GrowthMode } from '../growth/window'
import { NOTHING_BOUGHT, withChange, type BoughtDay, type OrderChange } from './bought'
import { levelAt, type TierProgram } from './program'

/** A moment between two orders: what had been bought by then on its day. */
export interface Mark {
  readonly day: Day
  /** A past order of its day that is imported comes after it when it was placed later than this. */
  readonly at: number
  /**
   * The number of the member's last entry by then. Instants do not tell which order came before it: of two commands
   * side by side, the one that began earlier may be booked later.
   */
  readonly seq: number
  readonly bought: readonly BoughtDay[]
}

/** A level that was reached, and when: the ground it stands on is what counted at that moment. */
export interface Climb {
  readonly levelId: string
  readonly mark: Mark
  /** Which growth counted then: other rules of growth take no ground away. */
  readonly growthMode: GrowthMode
}

/** The level that a member has earned, evaluated whatever is shown on top of it. */
export interface EarnedTier {
  readonly levelId: string
  readonly since: Day
  /** The last day of its validity; null for a level without end. */
  readonly until: Day | null
  /** Where the present term began: it was reached, earned again, or kept. Null for the first of all. */
  readonly term: Mark | null
  /** The present term was kept by lock-in. */
  readonly isKept: boolean
  /** Spend that counts from the last upgrade counts from here before the first climb; null from the beginning. */
  readonly base: Mark | null
  /** The levels reached one after another in the present term, each higher than the one before. */
  readonly climbs: readonly Climb[]
}

/** A level that was paid for, through a last day. */
export interface PaidTier {
  readonly levelId: string
  readonly since: Day
  readonly until: Day
}

/** A paid level that waits until the one above it has ended, with the days that are left of it. */
export interface PausedTier {
  readonly levelId: string
  readonly daysLeft: number
}

/** A level that the merchant gave, through a last day; null for until it is taken away. */
export interface ManualTier {
  readonly levelId: string
  readonly since: Day
  readonly until: Day | null
}

export type TierSource = 'earned' | 'paid' | 'manual'

/** A member's level and all that it rests on. */
export interface TierState {
  /** The level that holds. */
  readonly id: string
  /** Since when the member has held it without a break. */
  readonly since: Day
  readonly by: TierSource
  /** The version of the programme that it was last judged under. */
  readonly version: number
  readonly earned: EarnedTier
  readonly paid: PaidTier | null
  /** The last one paused first. */
  readonly paused: readonly PausedTier[]
  readonly manual: ManualTier | null
}

/** Somebody who stands at the beginning: on the lowest level, with no end to it. */
export function firstTier(program: TierProgram, day: Day): TierState {
  const { id } = levelAt(program, 0)
  return {
    id,
    since: day,
    by: 'earned',
    version: program.version,
    earned: { levelId: id, since: day, until: null, term: null, isKept: false, base: null, climbs: [] },
    paid: null,
    paused: [],
    manual: null,
  }
}

/** The moment of a judgement, between the orders before it and those to come. */
export function markOf(bought: readonly BoughtDay[], seq: number, day: Day, at: number): Mark {
  return { day, at, seq, bought: bought.filter((each) => each.day === day && each.firstDay === undefined) }
}

export function marksOf({ term, base, climbs }: EarnedTier): readonly Mark[] {
  return [term, base, ...climbs.map(({ mark }) => mark)].filter((mark) => mark !== null)
}

/** The marks of a tier with what happened to an order of their day that was placed before them. */
export function tierWithOrder(tier: TierState, change: OrderChange): TierState {
  const { term, base, climbs } = tier.earned
  if (!marksOf(tier.earned).some((mark) => concerns(mark, change))) return tier
  return {
    ...tier,
    earned: {
      ...tier.earned,
      term: term && markWith(term, change),
      base: base && markWith(base, change),
      climbs: climbs.map((climb) => ({ ...climb, mark: markWith(climb.mark, change) })),
    },
  }
}

/** An order that is made now comes after every mark; a past one that is imported may not. */
function concerns(mark: Mark, { day, at, seq, imported, fromFen }: OrderChange): boolean {
  return mark.day === day && (imported ? at <= mark.at : fromFen !== null && seq <= mark.seq)
}

function markWith(mark: Mark, change: OrderChange): Mark {
  if (!concerns(mark, change)) return mark
  const there = mark.bought.find(({ imported }) => imported === change.imported)
  const changed = withChange(there ?? NOTHING_BOUGHT, change)
  const others = mark.bought.filter((each) => each !== there)
  const { day, imported } = change
  return { ...mark, bought: changed.orders === 0 ? others : [...others, { day, imported, ...changed }] }
}
