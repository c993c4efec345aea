import type { Account, Balances } from '@shared/rules/account/account'
import type { Entry } from '@shared/rules/account/entry'
import type { Behaviour } from '@shared/rules/earning/behaviour'
import type { GrowthMode } from '@shared/rules/growth/window'
import type { BenefitSettings } from '@shared/rules/benefits/benefit'
import type { Settings } from '@shared/rules/settings/settings'
import type { TierProgram } from '@shared/rules/tiers/program'
import type { Day } from '@shared/kernel/day'
import { must } from '../operation'
import { byEnd, dayBefore, plusDays } from './days'
import { inOneForm, type Expected, type LotChange, type PendingChange } from './expected'
import { GrantBooks, type Birthday } from './grantBooks'
import { GrowthBooks } from './growthBooks'
import { MemberTiers, type Told } from './memberTiers'
import { ReminderBooks } from './reminderBooks'
import { areOff } from './tierBooks'

/** What falls due by the day alone; of one day, in this order. */
export interface Due {
  readonly day: Day
  readonly what: 'release' | 'lapse' | 'growthLapse' | 'judgement' | 'grant'
  /** The cause, of what names one. */
  readonly key?: string
}

/** The rules by which something falls due. */
export interface DueRules {
  readonly mode?: GrowthMode | undefined
  readonly tiers?: TierProgram
  readonly benefits?: BenefitSettings
}

/** One member's books, kept by hand from the entries as they come in, in the plainest way there is. */
export class MemberBooks {
  readonly entries: Entry[] = []
  readonly causes = new Set<string>()
  readonly stamped = new Set<Day>()
  readonly lots = new Map<Day | null, number>()
  readonly growthDays = new GrowthBooks()
  readonly reminders = new ReminderBooks()
  private readonly coming = new Map<string, number>()
  private readonly earned = new Map<string, number>()
  private readonly spend = {
    orders: 0,
    fen: 0,
    largestFen: 0,
    first: null as Day | null,
    last: null as Day | null,
  }
  /** What is owed, as a number above zero. */
  owed = 0
  points = 0
  pendingPoints = 0
  growth = 0
  birthday: Day | null = null
  birthdaySet: Birthday = null
  /** The version of the benefits that was looked at for this member. */
  benefitsVersion = 0
  joinedDay: Day | undefined = undefined
  /** The version of the growth rules that the account was counted under. */
  growthVersion = 0

  readonly tiers: MemberTiers
  readonly grants: GrantBooks

  constructor(readonly id: string) {
    this.grants = new GrantBooks(id)
    this.tiers = new MemberTiers(id, this.growthDays)
  }

  get seq(): number {
    return this.entries.length
  }

  get level(): string {
    return this.tiers.level
  }

  earnedOn(behaviour: Behaviour, day: Day): number {
    return this.earned.get(`${behaviour} ${day}`) ?? 0
  }

  /** Points to come, the earliest first. */
  pending(): PendingChange[] {
    return [...this.coming]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, points]) => {
        const [releaseDay = '', validUntil = ''] = key.split(' ')
        return [releaseDay, validUntil === '~' ? null : validUntil, points]
      })
  }

  /** Lots, the earliest to lapse first. */
  sortedLots(): LotChange[] {
    return [...this.lots].sort(([a], [b]) => byEnd(a, b))
  }

  /** Whether an entry did exactly what was expected of it; else what was due, in words. */
  differsFrom(entry: Entry, expected: Expected): string | undefined {
    const { lots = [], pending = [], debt = 0, growth = [], notes } = expected
    if (notes && notes.right !== notes.found) return `${notes.right} was due, not ${notes.found}`
    const right = [
      sumOf(lots),
      sumOf(growth),
      sumOf(pending),
      debt,
      inOneForm(lots, 1),
      inOneForm(pending, 1),
      inOneForm(growth, 2),
    ].join(' | ')
    const { change } = entry
    const found = [
      change.points,
      change.growth,
      change.pendingPoints,
      change.pointsDebt,
      inOneForm(
        entry.lots.map((lot) => [lot.validUntil, lot.points]),
        1,
      ),
      inOneForm(
        entry.pending.map((lot) => [lot.releaseDay, lot.validUntil, lot.points]),
        1,
      ),
      inOneForm(
        entry.growthDays.map((each) => [each.day, each.gained, each.counted]),
        2,
      ),
    ].join(' | ')
    return right === found ? undefined : `${right} was due, not ${found}`
  }

  /** Writes down the next entry, which did what was expected of it. */
  take(entry: Entry, expected: Expected): void {
    const { _id } = entry
    must(entry.seq === this.seq + 1, () => `${_id}: number ${entry.seq} after ${this.seq}`)
    must(entry.member === this.id, () => `${_id}: in the books of ${entry.member}`)
    const { lots = [], pending = [], debt = 0, growth = [], bought, refunded, stamped, earned } = expected
    this.takeLots(lots, entry.day)
    for (const [releaseDay, validUntil, points] of pending)
      addTo(this.coming, `${releaseDay} ${validUntil ?? '~'}`, points)
    this.growthDays.apply(growth)
    this.points += sumOf(lots)
    this.pendingPoints += sumOf(pending)
    this.growth += sumOf(growth)
    this.owed -= debt
    if (bought) this.buy(bought.day, bought.fen)
    if (refunded) {
      this.spend.fen -= refunded.fen
      this.spend.orders -= refunded.isWhole ? 1 : 0
    }
    if (stamped) this.stamped.add(stamped)
    if (earned) addTo(this.earned, `${earned.behaviour} ${entry.day}`, earned.points)
    expected.then?.()
    mustBalance(entry)
    must(
      this.holds(entry.after),
      () => `${_id}: leaves ${JSON.stringify(entry.after)}, not ${this.inWords()}`,
    )
    must(
      this.points >= 0 && this.pendingPoints >= 0 && this.owed >= 0 && this.growth >= 0,
      () => `${_id}: leaves ${this.inWords()}`,
    )
    this.tiers.take(entry, expected)
    this.entries.push(entry)
    this.causes.add(_id)
  }

  private takeLots(lots: readonly LotChange[], day: Day): void {
    if (lots.length === 0) return
    const before = new Set(this.lots.keys())
    for (const [validUntil, points] of lots) addTo(this.lots, validUntil, points)
    this.reminders.lotsChanged(before, this.lots, day)
  }

  private buy(day: Day, fen: number): void {
    this.spend.orders += 1
    this.spend.fen += fen
    this.spend.largestFen = Math.max(this.spend.largestFen, fen)
    if (this.spend.first === null || day < this.spend.first) this.spend.first = day
    if (this.spend.last === null || day > this.spend.last) this.spend.last = day
  }

  /** Whether these are the balances that the entries so far make. */
  holds(balances: Balances): boolean {
    return (
      balances.points === this.points &&
      balances.growth === this.growth &&
      balances.pendingPoints === this.pendingPoints &&
      balances.pointsDebt === -this.owed + 0 &&
      balances.principal === 0 &&
      balances.bonus === 0
    )
  }

  inWords(): string {
    const { points, pendingPoints, owed, growth } = this
    return `${points} points, ${pendingPoints} to come, ${owed} owed and ${growth} growth`
  }

  /** The days in a row up to and including one. */
  streakTo(day: Day): number {
    let streak = 0
    for (let each = day; this.stamped.has(each); each = dayBefore(each)) streak += 1
    return streak
  }

  /** Whether the member had these balances at some time between two numbers of their entries. */
  hadBetween(from: number, to: number, balances: Balances): boolean {
    for (let seq = from; seq <= to; seq += 1) {
      const after = this.entries[seq - 1]?.after ?? NOTHING
      if (NAMES.every((name) => after[name] === balances[name])) return true
    }
    return false
  }

  /** Whether the member stood at a level at a number of their entries or later. */
  hadLevel(from: number, level: string): boolean {
    const moves = this.entries.flatMap(({ seq, tier }) => (tier ? [{ seq, level: tier.to }] : []))
    return moves.some((move, index) => move.level === level && (moves[index + 1]?.seq ?? Infinity) > from)
  }

  /** Whether the member was counted and judged under some settings. */
  isUnder({ growth, benefits, tiers }: Settings): boolean {
    if (this.growthVersion !== growth.version || this.benefitsVersion !== benefits.version) return false
    return areOff(tiers) || this.tiers.place?.version === tiers.version
  }

  /** What falls due first, and when; null when nothing ever does. Rules that are not given let nothing fall due. */
  firstDue({ mode, tiers, benefits }: DueRules): Due | null {
    const [release] = this.pending()
    const [lot] = this.sortedLots()
    const { place } = this.tiers
    const grant =
      place && tiers && benefits ? this.grants.next(place, this.birthdaySet, tiers, benefits) : null
    const days: readonly (readonly [Due['what'], Day | null | undefined, string?])[] = [
      ['release', release?.[0]],
      ['lapse', lot?.[0] && plusDays(lot[0], 1)],
      ['growthLapse', mode && this.growthDays.nextLapse(mode)],
      ['judgement', tiers && this.tiers.due(tiers)],
      ['grant', grant?.day, grant?.key],
    ]
    let first: Due | null = null
    for (const [what, day, key] of days)
      if (day && (!first || day < first.day)) first = { what, day, ...(key ? { key } : {}) }
    return first
  }

  /** The day on which something is to be done for this member. */
  dueDay(rules: DueRules, told: Told): Day | null {
    const days = [
      this.firstDue(rules)?.day,
      this.joinedDay && this.reminders.next(this.lots),
      this.joinedDay && rules.tiers && this.tiers.nextReminder(rules.tiers, told),
    ]
    let first: Day | null = null
    for (const day of days) if (day && (first === null || day < first)) first = day
    return first
  }

  /** Everything about the account that follows from the entries, but the day that is next due. */
  mustAgreeWith(account: Account): void {
    const is = (what: string, right: string, found: string): void =>
      must(right === found, () => `${this.id}: ${what} is ${found}, not ${right}`)
    const { balances, spend } = account
    must(this.seq === account.seq, () => `${this.id}: seq is ${account.seq}, not ${this.seq}`)
    must(
      this.holds(balances),
      () => `${this.id}: has ${JSON.stringify(balances)}, the entries make ${this.inWords()}`,
    )
    is(
      'lots',
      listed(this.sortedLots()),
      listed(account.lots.map(({ validUntil, points }) => [validUntil, points])),
    )
    is(
      'pending',
      listed(this.pending()),
      listed(account.pending.map(({ releaseDay, validUntil, points }) => [releaseDay, validUntil, points])),
    )
    is(
      'growthDays',
      listed(this.growthDays.list()),
      listed(account.growthDays.map(({ day, gained, counted }) => [day, gained, counted])),
    )
    is(
      'spend',
      listed([[this.spend.orders, this.spend.fen, this.spend.largestFen, this.spend.first, this.spend.last]]),
      listed([[spend.orders, spend.fen, spend.largestFen, spend.firstDay, spend.lastDay]]),
    )
  }

  /**
   * Growth of a day counts whole or not at all; what counts is a stretch of days up to the last one. An order of long
   * ago that came in by rules just out of date waits for who knows the new ones: then something is due.
   */
  mustCountWhole(mode: GrowthMode | undefined, today: Day): void {
    const lapses = mode ? this.growthDays.nextLapse(mode) : null
    const isLate = lapses !== null && lapses <= today
    let counts = false
    for (const [day, gained, counted] of this.growthDays.list()) {
      must(
        counted === gained || (counted === 0 && (isLate || !counts)),
        () => `${this.id}: ${counted} of the ${gained} growth of ${day} count`,
      )
      counts ||= counted > 0
    }
  }
}

const NOTHING: Balances = {
  points: 0,
  growth: 0,
  principal: 0,
  bonus: 0,
  pendingPoints: 0,
  pointsDebt: 0,
}

const NAMES = Object.keys(NOTHING) as (keyof Balances)[]

/** What is moved in each unit comes from somewhere and goes somewhere. */
function mustBalance({ _id, legs, change }: Entry): void {
  const units = new Map<string, number>()
  const own = new Map<string, number>()
  for (const { account, unit, amount } of legs) {
    addTo(units, unit, amount)
    addTo(own, account, amount)
  }
  must(units.size === 0, () => `${_id}: legs leave ${JSON.stringify([...units])} over`)
  for (const name of NAMES)
    must((own.get(name) ?? 0) === change[name], () => `${_id}: legs move ${own.get(name)} of ${name}`)
}

/** A sum that has come to nothing is not kept. */
function addTo<K>(sums: Map<K, number>, key: K, amount: number): void {
  const sum = (sums.get(key) ?? 0) + amount
  if (sum === 0) sums.delete(key)
  else sums.set(key, sum)
}

function sumOf(changes: readonly (readonly (string | number | null)[])[]): number {
  return changes.reduce((sum, change) => sum + Number(change.at(-1)), 0)
}

const listed = (parts: readonly (readonly (string | number | null)[])[]): string =>
  parts.map((part) => part.join(' ')).join(', ')
