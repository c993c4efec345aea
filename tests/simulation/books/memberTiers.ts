import type { Account } from '@shared/rules/account/account'
import type { Entry } from '@shared/rules/account/entry'
import type { GrowthMode } from '@shared/rules/growth/window'
import type { Settings } from '@shared/rules/settings/settings'
import type { TierProgram } from '@shared/rules/tiers/program'
import type { Day } from '@shared/kernel/day'
import { must } from '../operation'
import { dayAt, plusDays, startOfDay } from './days'
import type { Expected } from './expected'
import type { GrowthBooks } from './growthBooks'
import {
  areOff,
  endOf,
  firstPlace,
  judged,
  judgementDay,
  type GivenLevel,
  type Move,
  type TierFacts,
  type TierOrder,
  type TierPlace,
} from './tierBooks'

/** An entry's place in time, or that of a judgement that left none. */
type Moment = Pick<Entry, 'day' | 'at' | 'seq'>

/** Members' levels, recounted from every order there is at each entry. */
export class MemberTiers {
  /** Null before the first entry. */
  place: TierPlace | null = null
  /** Every place that the commit being looked at may have come to, by what its call may have known; one in the end. */
  places: readonly (TierPlace | null)[] = [null]
  readonly paidOut = new Set<string>()
  /** The last entry may have been made by whoever had read only older rules, who leaves the level alone. */
  isLeftAlone = false
  /** What an upgrade that was just taken may have brought, by what its call may have known: `<level> <points>`, or nothing. */
  private owed: readonly (string | null)[] = []
  private readonly orders = new Map<string, TierOrder>()

  constructor(
    readonly id: string,
    private readonly growthDays: GrowthBooks,
  ) {}

  get level(): string {
    return this.place?.level ?? 'none'
  }

  /** The level that the merchant gives on a day, or takes back. */
  give(given: GivenLevel | null): void {
    this.place = this.place && { ...this.place, given }
  }

  /** What an entry did to the orders. */
  take({ _id, seq, day, at, kind }: Entry, { bought, refunded }: Expected): void {
    const of = (pattern: RegExp): string => pattern.exec(_id)?.[1] ?? ''
    if (bought)
      this.orders.set(of(/^order:(.*):(?:paid|imported)$/), {
        seq,
        day,
        at,
        isImported: kind === 'orderImported',
        fen: bought.fen,
        isGone: false,
      })
    const order = refunded && this.orders.get(of(/^order:(.*):refund:/))
    if (!order) return
    order.fen -= refunded.fen
    order.isGone ||= refunded.isWhole
  }

  /** The first day, after its term began, on which the member is to be told that the level ends. */
  nextReminder(program: TierProgram, told: Told): Day | null {
    const { place } = this
    const end = place && endOf(place, program)
    if (!end) return null
    const last = told?.until === end.until ? told.daysBefore : Infinity
    const days = [30, 7].filter((daysBefore) => daysBefore < last)
    return days.map((daysBefore) => plusDays(end.until, -daysBefore)).find((day) => day > end.began) ?? null
  }

  /** The day on which time alone may change the level. */
  due(program: TierProgram): Day | null {
    return this.place && judgementDay(this.place, program)
  }

  /**
   * The place before an entry, once its call has done what leaves no entry: judged under new rules, or at the end of a
   * term, with nothing changed. `until` is the day up to which the call went; throws when a change was due.
   */
  before(
    from: TierPlace | null,
    until: Day,
    moment: Omit<Moment, 'day'>,
    settings: Settings,
    first: Due,
  ): TierPlace | null {
    // who goes by new rules does so before anything else
    if (first.rejudgedOn === null) return from
    let place = from && this.underNewRules(from, moment, settings, first)
    while (place) {
      const day = judgementDay(place, settings.tiers)
      if (day === null || day > until || (first.otherDue !== null && first.otherDue <= day)) break
      const next = this.judge(place, { ...moment, day, at: startOfDay(day) }, settings)
      if (next.move) break
      place = next.place
    }
    return place && first.judgedAgainOn
      ? this.judgedAgain(place, first.judgedAgainOn, moment, settings)
      : place
  }

  /** What was left alone is judged once all that was due is done; where the level changes, an entry of its own tells. */
  private judgedAgain(
    place: TierPlace,
    day: Day,
    moment: Omit<Moment, 'day'>,
    settings: Settings,
  ): TierPlace {
    const { place: next, move } = this.judge(place, { ...moment, day }, settings)
    return move ? place : next
  }

  private underNewRules(
    place: TierPlace,
    moment: Omit<Moment, 'day'>,
    settings: Settings,
    { rejudgedOn }: Due,
  ): TierPlace {
    const { tiers } = settings
    if (rejudgedOn === null || areOff(tiers) || place.version >= tiers.version) return place
    const { place: next, move } = this.judge(place, { ...moment, day: rejudgedOn }, settings)
    must(move === null, () => `${this.id}: under version ${tiers.version} ${inWords(move)} was due before`)
    return next
  }

  judge(place: TierPlace, moment: Moment, settings: Settings): { place: TierPlace; move: Move | null } {
    return judged(place, this.facts(settings), settings.tiers, moment)
  }

  private facts({ growth }: Settings): TierFacts {
    const { growthDays } = this
    return { orders: [...this.orders.values()], growthDays, mode: growth.mode }
  }

  /** Judged once more by all that is known, the member stands where they stand. */
  mustBeJudged(settings: Settings, day: Day, at: number): void {
    const { move = null } = this.place ? this.judge(this.place, { seq: Infinity, day, at }, settings) : {}
    must(move === null, () => `${this.id}: ${inWords(move)} is left on ${day}`)
  }

  /** Takes the move that an entry notes: it must follow in one of the ways in which the entry can have been made. */
  move(entry: Entry, ways: readonly Way[]): void {
    const { tier } = entry
    if (entry.kind === 'upgradePoints') this.owed = []
    this.mustOweNothing()
    const found = tier ? inWords({ ...tier, cause: tier.cause?.of ?? '' }) : inWords(null)
    const faults = new Set<string>()
    const owed: (string | null)[] = []
    const places = new Map<string, TierPlace>()
    this.isLeftAlone = false
    for (const { settings, place } of ways) {
      const next = this.judge(place ?? firstPlace(settings.tiers, entry.day), entry, settings)
      const isFirst = entry.kind === 'memberJoined'
      const right = isFirst ? `first  ${next.place.level}  ` : inWords(next.move)
      if (right !== found) faults.add(`${right} was due, not ${found}`)
      else {
        places.set(shown(next.place), next.place)
        this.isLeftAlone ||= areOff(settings.tiers) || (place?.version ?? 0) > settings.tiers.version
        owed.push(next.move?.kind === 'up' ? this.gift(next.place, settings) : null)
      }
    }
    must(places.size > 0, () => `${entry._id}: ${[...faults].join('; or ')}`)
    this.places = [...places.values()]
    this.place = this.places[0]!
    this.owed = owed.some((gift) => gift !== null) ? owed : []
  }

  /** What being lifted to a level brings, once ever: `<level> <points>`, or nothing. */
  private gift({ level, since }: TierPlace, { benefits }: Settings): string | null {
    let points = 0
    for (const { levelId, addedOn, perk, for: audience } of benefits.benefits)
      if (perk.of === 'pointsOnUpgrade' && levelId === level && addedOn <= since && audience === 'everyone')
        points += perk.points
    return points > 0 && !this.paidOut.has(level) ? `${level} ${points}` : null
  }

  /** Whether an upgrade that was just taken may bring these points. */
  owes(level: string, points: number): boolean {
    return this.owed.includes(`${level} ${points}`)
  }

  /** An upgrade that brings points is followed by them. */
  mustOweNothing(): void {
    const { owed } = this
    must(owed.length === 0 || owed.includes(null), () => `${this.id}: ${owed.join(' or ')} points were due`)
    this.owed = []
  }

  /** Of all places that a commit may have come to, the account shows one; a call may have come on to it without an entry. */
  mustAgreeWith(account: Account, possible: readonly Settings[], days: readonly Day[], at: number): void {
    const { tier, levelsPaidOut } = account
    const paidOut = [...this.paidOut].sort().join()
    must([...levelsPaidOut].sort().join() === paidOut, () => `${this.id}: ${levelsPaidOut.join()} paid out`)
    const found = shownOf(tier)
    const place = this.placeShown(found, possible, days, { seq: account.seq, at })
    must(place !== undefined, () => `${this.id}: stands at ${found}, not at ${shown(this.place)}`)
    this.place = place
    this.places = [place]
  }

  /** When a call may have judged once more what was left alone: on its day, or not at all. */
  againOn(day: Day): readonly (Day | null)[] {
    return this.isLeftAlone ? [null, day] : [null]
  }

  private placeShown(
    found: string,
    possible: readonly Settings[],
    days: readonly Day[],
    moment: Omit<Moment, 'day'>,
  ): TierPlace | null | undefined {
    const known = this.places.find((place) => shown(place) === found)
    if (known !== undefined) return known
    for (const settings of possible)
      for (const day of days)
        for (const each of this.places)
          for (const judgedAgainOn of this.againOn(day)) {
            const due = { rejudgedOn: day, otherDue: null, judgedAgainOn }
            const place = this.before(each, day, moment, settings, due)
            if (shown(place) === found) return place
          }
    return undefined
  }
}

/** The last reminder of a level's end. */
export type Told = { readonly until: Day; readonly daysBefore: number } | null

/** Settings that an entry may have been made under, what it had to change, and where the member stood before it. */
export interface Way {
  readonly settings: Settings
  readonly expected: Expected
  readonly place: TierPlace | null
}

/**
 * What else is done before an entry: on which day new rules are gone by, what is due beside the level, and on which day
 * a level that was left alone is judged again.
 */
export interface Due {
  readonly rejudgedOn: Day | null
  readonly otherDue: Day | null
  readonly judgedAgainOn: Day | null
}

type NotedMove = Omit<Move, 'kind' | 'from'> & { readonly kind: string; readonly from: string | null }

function inWords(move: NotedMove | null): string {
  if (!move) return 'no move'
  const { kind, from, to, until, cause } = move
  return `${kind} ${from ?? ''} ${to} ${until ?? ''} ${cause}`
}

const modeInWords = (mode: GrowthMode): string => Object.values(mode).sort().join(' ')

function shown(place: TierPlace | null): string {
  if (!place) return 'nowhere'
  const { level, since, version, earned, given } = place
  const climbs = earned.climbs.map(({ level, mark, mode }) => `${level}@${mark.day} ${modeInWords(mode)}`)
  return [
    level,
    since,
    version,
    [earned.level, earned.since, earned.until, earned.isKept, earned.term?.day, earned.base?.day].join(' '),
    climbs.join(' '),
    given && [given.level, given.since, given.until].join(' '),
  ].join(' | ')
}

function shownOf({ id, since, version, earned, manual }: Account['tier']): string {
  const { levelId, term, base, climbs } = earned
  const marked = climbs.map(
    ({ levelId: of, mark, growthMode }) => `${of}@${mark.day} ${modeInWords(growthMode)}`,
  )
  return [
    id,
    since,
    version,
    [levelId, earned.since, earned.until, earned.isKept, term?.day, base?.day].join(' '),
    marked.join(' '),
    manual && [manual.levelId, manual.since, manual.until].join(' '),
  ].join(' | ')
}

/** Up to which day a call has done what was due before an entry of its. */
export const dayUpTo = ({ kind, day }: Entry): Day => (kind === 'pointsExpired' ? plusDays(day, 1) : day)

/** The day on which a call goes by new rules: that of the first past order that it books, or its own. */
export function rejudgedOn(entries: readonly Entry[], entry: Entry): Day | null {
  if (entry.kind === 'growthRecounted' || /^tierJudged:.*:v\d+$/.test(entry._id)) return null
  const imported = entries.find(({ kind }) => kind === 'orderImported')
  return imported?.day ?? dayAt(entry.recordedAt)
}
