import { addDays, type Day } from '@shared/kernel/day'
import { LONG_AGO, type GrowthDay } from '../growth/days'
import { countsFrom, type GrowthMode } from '../growth/window'
import { minus, NOTHING_BOUGHT, totalsOf, type BoughtDay, type Purchases, type Totals } from './bought'
import { holds, type Measures } from './conditions'
import { startsOverAtUpgrade, type TierProgram } from './program'
import type { Mark, TierState } from './tierState'
import { firstDayOfLast } from './validity'

/** Everything that a level can depend on. */
export interface TierFacts {
  readonly bought: readonly BoughtDay[]
  readonly growthDays: readonly GrowthDay[]
  readonly growthMode: GrowthMode
  readonly invitations: number
}

export interface Standing extends TierFacts {
  /** The number of the member's last entry. */
  readonly seq: number
  readonly tier: TierState
}

/** A stretch of orders: after one moment, up to another, not before a day. Null where it has no such bound. */
export interface Stretch {
  readonly from: Day | null
  readonly after: Mark | null
  readonly upTo: Mark | null
}

/** What was bought in a stretch. What was bought long ago counts where the stretch has all of it, and else not at all. */
export function boughtIn(bought: readonly BoughtDay[], stretch: Stretch, imported: boolean): Totals {
  const parts = bought.filter((each) => imported || !each.imported)
  return totalsOf(
    parts.map((each) => (each.firstDay === undefined ? ofDay(each, stretch) : ofLongAgo(each, stretch))),
  )
}

function ofDay(bought: BoughtDay, { from, after, upTo }: Stretch): Purchases {
  const { day } = bought
  const isOutside = (from !== null && day < from) || (after && day < after.day) || (upTo && day > upTo.day)
  if (isOutside) return NOTHING_BOUGHT
  const upToThen = upTo?.day === day ? atMark(upTo, bought) : bought
  return after?.day === day ? minus(upToThen, atMark(after, bought)) : upToThen
}

function ofLongAgo(bought: BoughtDay, { from, after, upTo }: Stretch): Purchases {
  const { day, firstDay = day } = bought
  const isInside =
    (from === null || firstDay >= from) && (!after || firstDay > after.day) && (!upTo || day < upTo.day)
  return isInside ? bought : NOTHING_BOUGHT
}

function atMark(mark: Mark, { imported }: BoughtDay): Purchases {
  return mark.bought.find((each) => each.imported === imported) ?? NOTHING_BOUGHT
}

/** What counts for a level today by the store's standard: where that starts over at an upgrade, what came after a mark. */
export function measuresNow(
  facts: TierFacts,
  program: TierProgram,
  after: Mark | null,
  today: Day,
): Measures {
  const purchases = countedBy(facts, program, { after, upTo: null }, today)
  return measures(purchases, growthOn(facts, today), facts, program)
}

/** What counted at the moment of a mark, by today's rules and with what has been refunded since. */
export function measuresAt(facts: TierFacts, program: TierProgram, after: Mark | null, mark: Mark): Measures {
  const purchases = countedBy(facts, program, { after, upTo: mark }, mark.day)
  return measures(purchases, growthOn(facts, mark.day), facts, program)
}

/** The first day whose orders count for a level; null when all do. */
export function countsSpendFrom(program: TierProgram, after: Mark | null, today: Day): Day | null {
  const { activeFrom, standard } = program
  const window =
    standard.of === 'total' && standard.period.of === 'window'
      ? firstDayOfLast(standard.period.length, today)
      : null
  const upgrade = startsOverAtUpgrade(program) ? (after?.day ?? null) : null
  const days = [activeFrom, window, upgrade].filter((day) => day !== null)
  return days.sort().at(-1) ?? null
}

/** The rank of the highest level that the measures earn; a level that is only sold has no condition, and is not earned. */
export function rankEarned(program: TierProgram, earned: Measures): number {
  const rank = program.levels.findLastIndex(({ condition }) => condition !== null && holds(condition, earned))
  return Math.max(0, rank)
}

function countedBy(
  { bought }: TierFacts,
  program: TierProgram,
  { after, upTo }: Pick<Stretch, 'after' | 'upTo'>,
  day: Day,
): Totals {
  const { standard } = program
  const imported = !(standard.of === 'total' && standard.period.of === 'history') || standard.period.imported
  const from = countsSpendFrom(program, after, day)
  return boughtIn(bought, { from, after: startsOverAtUpgrade(program) ? after : null, upTo }, imported)
}

function measures(
  { fen, orders, largestFen: largestOrder }: Totals,
  growth: number,
  { invitations }: TierFacts,
  { standard }: TierProgram,
): Measures {
  return {
    spend: standard.of === 'eachOrder' ? largestOrder : fen,
    largestOrder,
    growth,
    invitations,
    orders,
  }
}

/** The growth that counts on a day. */
function growthOn({ growthDays, growthMode }: TierFacts, day: Day): number {
  const from = countsFrom(growthMode, day)
  return growthDays
    .filter((each) => each.day <= day && (from === null || (each.day !== LONG_AGO && each.day >= from)))
    .reduce((sum, { gained }) => sum + gained, 0)
}

/** What was bought in the present term up to its last day: what can keep the level. */
export function boughtInTerm(facts: TierFacts, program: TierProgram, term: Mark | null, until: Day): Totals {
  const next = addDays(until, 1)
  const stretch = { from: program.activeFrom, after: term, upTo: { day: next, at: 0, seq: 0, bought: [] } }
  return boughtIn(facts.bought, stretch, true)
}
