import type { Day } from '@shared/kernel/day'
import type { GrowthMode } from '@shared/rules/growth/window'
import type { Condition } from '@shared/rules/tiers/conditions'
import type { TierProgram } from '@shared/rules/tiers/program'
import { dayBefore, daysUntil, endOfDay, plusDays, plusLength } from './days'
import type { GrowthBooks } from './growthBooks'

/** A moment between two orders: on which day, and which entry was the last one by then. */
export interface Mark {
  readonly day: Day
  readonly at: number
  readonly seq: number
}

/** An order and what is left of it; one that was refunded whole is gone. */
export interface TierOrder {
  readonly seq: number
  readonly day: Day
  readonly at: number
  readonly isImported: boolean
  fen: number
  isGone: boolean
}

/** A level that was reached: when, and which growth counted then. */
interface Climb {
  readonly level: string
  readonly mark: Mark
  readonly mode: GrowthMode
}

/** A level that was earned: since when, until when, and what it stands on. */
export interface EarnedLevel {
  readonly level: string
  readonly since: Day
  readonly until: Day | null
  readonly isKept: boolean
  readonly term: Mark | null
  readonly base: Mark | null
  readonly climbs: readonly Climb[]
}

export interface GivenLevel {
  readonly level: string
  readonly since: Day
  readonly until: Day | null
}

/** Where a member stands. */
export interface TierPlace {
  readonly level: string
  readonly since: Day
  readonly version: number
  readonly earned: EarnedLevel
  readonly given: GivenLevel | null
  /** Whether the level that holds is the given one. */
  readonly isGiven: boolean
}

/** What levels are earned by, as it is now. */
export interface TierFacts {
  readonly orders: readonly TierOrder[]
  readonly growthDays: GrowthBooks
  readonly mode: GrowthMode
}

export interface Move {
  readonly kind: 'up' | 'down' | 'reassign' | 'keep'
  readonly from: string
  readonly to: string
  readonly until: Day | null
  readonly cause: string
}

export const areOff = ({ pauses }: TierProgram): boolean => pauses.some(({ to }) => to === null)

export function firstPlace({ levels, version }: TierProgram, day: Day): TierPlace {
  const level = levels[0]?.id ?? ''
  const earned = { level, since: day, until: null, isKept: false, term: null, base: null, climbs: [] }
  return { level, since: day, version, earned, given: null, isGiven: false }
}

/** The day after the last one of the level, time at which levels were off not counted. */
export function judgementDay({ earned, given, version }: TierPlace, program: TierProgram): Day | null {
  if (areOff(program) || version > program.version) return null
  const ends = [lastOf(earned, program), given && putOff(given.since, given.until, program)]
  const first = ends.filter((day) => day !== null).sort()[0]
  return first === undefined ? null : plusDays(first, 1)
}

/** Since when the level has been valid, and until when; null for one that does not end. */
export function endOf(place: TierPlace, program: TierProgram): { began: Day; until: Day } | null {
  if (areOff(program) || place.version > program.version) return null
  const { earned, given } = place
  const began = given ? given.since : (earned.term?.day ?? earned.since)
  const until = given ? putOff(given.since, given.until, program) : lastOf(earned, program)
  return until === null ? null : { began, until }
}

const lastOf = ({ term, since, until }: EarnedLevel, program: TierProgram): Day | null =>
  putOff(term?.day ?? since, until, program)

function putOff(from: Day, until: Day | null, { pauses }: TierProgram): Day | null {
  let last = until
  for (const pause of pauses) {
    const isIn = last !== null && from <= pause.from && pause.from <= last
    if (!isIn || last === null) continue
    if (pause.to === null) return null
    last = plusDays(last, daysUntil(pause.from, pause.to))
  }
  return last
}

/** Judges a member anew, by a recount of every order there is. */
export function judged(
  place: TierPlace,
  facts: TierFacts,
  program: TierProgram,
  moment: Mark,
): { place: TierPlace; move: Move | null } {
  if (areOff(program) || place.version > program.version) return { place, move: null }
  const here = notBefore(place, facts, moment)
  const { earned, cause } = new Judging(place, facts, program, here).earned()
  const { given } = place
  const givenUntil = given && putOff(given.since, given.until, program)
  const isOver = !given || rankOf(program, given.level) < 0 || (givenUntil !== null && givenUntil < here.day)
  const holding = isOver ? null : given
  const level = holding?.level ?? earned.level
  const since = level === place.level ? place.since : here.day
  const isGiven = holding !== null
  const next = { level, since, version: program.version, earned, given: holding, isGiven }
  const until = holding ? putOff(holding.since, holding.until, program) : lastOf(earned, program)
  return { place: next, move: moveOf(place, next, cause, until, program) }
}

function moveOf(
  before: TierPlace,
  after: TierPlace,
  cause: string | null,
  until: Day | null,
  program: TierProgram,
): Move | null {
  const [from, to] = [before.level, after.level]
  if (from === to) {
    const isKept = (cause === 'lockIn' || cause === 'earnedAgain') && !after.given
    return isKept ? { kind: 'keep', from, to, until, cause } : null
  }
  if (rankOf(program, from) < 0) return { kind: 'reassign', from, to, until, cause: 'levelDeleted' }
  const kind = rankOf(program, to) > rankOf(program, from) ? 'up' : 'down'
  if (after.given) return { kind, from, to, until, cause: 'manualGiven' }
  if (before.isGiven) return { kind, from, to, until, cause: 'manualEnded' }
  return { kind, from, to, until, cause: cause ?? 'settings' }
}

/** What comes in late is judged as of the last day that is known of the member, and not before what was judged then. */
function notBefore({ since, earned }: TierPlace, { orders, growthDays }: TierFacts, moment: Mark): Mark {
  const grown = growthDays.newest() ?? moment.day
  let day = [moment.day, since, earned.term?.day ?? earned.since, grown].sort().at(-1)!
  for (const order of orders) if (!order.isGone && order.day > day) day = order.day
  const judgedThen = [earned.term, earned.base, ...earned.climbs.map(({ mark }) => mark)]
    .filter((mark) => mark?.day === day)
    .map((mark) => mark?.at ?? 0)
  return { ...moment, day, at: Math.max(day === moment.day ? moment.at : endOfDay(day), ...judgedThen) }
}

const rankOf = ({ levels }: TierProgram, level: string): number => levels.findIndex(({ id }) => id === level)

/** Whether an order had been placed by a moment; one of its day that is imported later counts as placed at noon. */
function isBy(order: TierOrder, mark: Mark): boolean {
  if (order.day !== mark.day) return order.day < mark.day
  return order.seq <= mark.seq || (order.isImported && order.at <= mark.at)
}

type Measures = Readonly<Record<'spend' | 'largestOrder' | 'orders' | 'invitations' | 'growth', number>>

function isMet(condition: Condition, measures: Measures): boolean {
  if ('all' in condition) return condition.all.every((part) => isMet(part, measures))
  if ('any' in condition) return condition.any.some((part) => isMet(part, measures))
  return measures[condition.measure] >= condition.atLeast
}

/** One judgement of what is earned. */
class Judging {
  private readonly isNew: boolean
  private readonly isHistory: boolean
  private readonly startsOver: boolean

  constructor(
    private readonly place: TierPlace,
    private readonly facts: TierFacts,
    private readonly program: TierProgram,
    private readonly here: Mark,
  ) {
    const { standard } = program
    const period = standard.of === 'total' ? standard.period.of : null
    this.isNew = place.version < program.version
    this.isHistory = period === 'history'
    this.startsOver = period === null || period === 'sinceUpgrade'
  }

  earned(): { earned: EarnedLevel; cause: string | null } {
    const { program, here, isNew } = this
    const before = isNew ? this.underNewValidity() : this.place.earned
    const rank = rankOf(program, before.level)
    const isGroundAsked = isNew || program.spendingDowngrade || this.isHistory
    const climbs = isGroundAsked ? this.climbsThatStand(before) : before.climbs
    const held = isGroundAsked ? Math.max(0, rankOf(program, climbs.at(-1)?.level ?? '')) : rank
    const reached = this.best(this.measuresNow(climbs.at(-1)?.mark ?? before.base))
    const all = reached > held ? [...climbs, this.climb(reached)] : climbs
    const target = Math.max(held, reached)
    const now = { ...before, climbs: all }
    if (target !== rank)
      return { earned: this.moved(now, target), cause: this.causeOf(rank, target, reached) }
    const last = lastOf(now, program)
    return last !== null && last < here.day ? this.ended(now, last) : { earned: now, cause: null }
  }

  private causeOf(rank: number, target: number, reached: number): string {
    if (rank < 0) return 'levelDeleted'
    if (target > rank && (reached === target || !this.isNew)) return 'reached'
    return this.isNew ? 'settings' : 'refund'
  }

  /** The end of a term: kept by what was bought in it, or else what is earned now. */
  private ended(before: EarnedLevel, last: Day): { earned: EarnedLevel; cause: string } {
    const { program, here } = this
    const { lockIn } = program
    const rank = rankOf(program, before.level)
    if (lockIn && this.isKept(before, rank, last)) {
      const from = last < dayBefore(here.day) ? dayBefore(here.day) : last
      const until = plusLength(from, lockIn.extension)
      return { earned: { ...before, until, term: here, isKept: true }, cause: 'lockIn' }
    }
    const target = this.best(this.measuresNow(before.term))
    const climbs = target === 0 ? [] : [this.climb(target)]
    const moved = this.moved({ ...before, climbs, base: target === 0 ? here : before.term }, target)
    return target === rank
      ? { earned: { ...moved, since: before.since }, cause: 'earnedAgain' }
      : { earned: moved, cause: 'validityEnded' }
  }

  private isKept({ term }: EarnedLevel, rank: number, last: Day): boolean {
    const { levels, lockIn, activeFrom } = this.program
    const { singleOrderFen, totalFen } = levels[rank]!.keep
    const amounts = this.facts.orders
      .filter((order) => !order.isGone && order.day <= last && (!activeFrom || order.day >= activeFrom))
      .filter((order) => !term || !isBy(order, term))
      .map(({ fen }) => fen)
    const isOne = singleOrderFen !== null && amounts.some((fen) => fen >= singleOrderFen)
    const isAll = totalFen !== null && amounts.reduce((sum, fen) => sum + fen, 0) >= totalFen
    return (lockIn?.singleOrder === true && isOne) || (lockIn?.total === true && isAll)
  }

  private moved(before: EarnedLevel, rank: number): EarnedLevel {
    const { here } = this
    const until = rank === 0 ? null : this.validUntil(here.day)
    return { ...before, level: this.levelOf(rank), since: here.day, until, term: here, isKept: false }
  }

  private validUntil(from: Day): Day | null {
    const { validity } = this.program
    if (validity.of === 'permanent') return null
    return plusLength(from, validity.of === 'calendarYear' ? { of: 'months', months: 12 } : validity)
  }

  private underNewValidity(): EarnedLevel {
    const { earned } = this.place
    const isEndless = rankOf(this.program, earned.level) === 0 || this.program.validity.of === 'permanent'
    if (isEndless) return { ...earned, until: null, isKept: false }
    return earned.isKept ? earned : { ...earned, until: this.validUntil(earned.term?.day ?? earned.since) }
  }

  /** Each climb as what its ground bears today: what counted when it was made, less what went back since. */
  private climbsThatStand({ base, climbs }: EarnedLevel): EarnedLevel['climbs'] {
    const standing: Climb[] = []
    let rank = 0
    for (const climb of climbs) {
      const { mark, mode } = climb
      const after = standing.at(-1)?.mark ?? base
      const bears = this.isUntold(climb)
        ? rankOf(this.program, climb.level)
        : this.best(this.measures(after, mark, mark.day, mode))
      if (bears <= rank) continue
      standing.push({ level: this.levelOf(bears), mark, mode })
      rank = bears
    }
    return standing
  }

  /** Whether growth that counted for a climb is so old that its days are not told apart any more: it is taken as sound. */
  private isUntold({ mark, mode }: Climb): boolean {
    return this.facts.growthDays.isUntold(mark.day, mode, this.here.day)
  }

  private climb(rank: number): Climb {
    return { level: this.levelOf(rank), mark: this.here, mode: this.facts.mode }
  }

  private measuresNow(after: Mark | null): Measures {
    return this.measures(after, null, this.here.day, this.facts.mode)
  }

  /** What counts on a day: by now, or by a mark. */
  private measures(after: Mark | null, upTo: Mark | null, day: Day, mode: GrowthMode): Measures {
    const { facts, program, startsOver } = this
    const { activeFrom, standard } = program
    const period = standard.of === 'total' ? standard.period : null
    const window = period?.of === 'window' ? plusLength(day, period.length, -1) : null
    const amounts = facts.orders
      .filter((order) => !order.isGone && (!upTo || isBy(order, upTo)))
      .filter((order) => !startsOver || !after || !isBy(order, after))
      .filter((order) => !activeFrom || order.day >= activeFrom)
      .filter((order) => period?.of !== 'history' || period.imported || !order.isImported)
      .filter((order) => window === null || order.day > window)
      .map(({ fen }) => fen)
    const largestOrder = Math.max(0, ...amounts)
    return {
      spend: period ? amounts.reduce((sum, fen) => sum + fen, 0) : largestOrder,
      largestOrder,
      orders: amounts.length,
      invitations: 0,
      growth: facts.growthDays.gainedBy(day, mode),
    }
  }

  private best(measures: Measures): number {
    return Math.max(
      0,
      this.program.levels.findLastIndex(({ condition }) => condition !== null && isMet(condition, measures)),
    )
  }

  private levelOf(rank: number): string {
    return this.program.levels[rank]!.id
  }
}
