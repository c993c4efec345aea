import type { Account, Balances } from '@shared/rules/account/account'
import type { Entry } from '@shared/rules/account/entry'
import type { Day } from '@shared/kernel/day'
import { must } from '../operation'

/** What an entry must have changed, worked out from the command that caused it. */
export interface Expected {
  readonly points: number
  readonly growth: number
  /** The last day of the points that came or went. */
  readonly validUntil?: Day | null
  readonly order?: { readonly day: Day; readonly amountFen: number }
}

const LEVELS = ['regular', 'bronze', 'silver', 'gold', 'diamond', 'black']
const GROWTH_OR_YUAN = [0, 200, 1_000, 5_000, 15_000, 50_000]

/** One member's books, kept by hand from the entries as they come in, in the plainest way there is. */
export class MemberBooks {
  readonly entries: Entry[] = []
  readonly stamped = new Set<Day>()
  readonly lots = new Map<Day | null, number>()
  readonly spend = { orders: 0, fen: 0, largestFen: 0, days: new Set<Day>() }
  points = 0
  growth = 0
  rank = 0

  constructor(readonly id: string) {}

  get seq(): number {
    return this.entries.length
  }

  /** Takes the next entry, which must have done exactly what was expected of it. */
  take(entry: Entry, expected: Expected): void {
    must(entry.seq === this.seq + 1, () => `${entry._id}: number ${entry.seq} after ${this.seq}`)
    must(entry.member === this.id, () => `${entry._id}: in the books of ${entry.member}`)
    const { points, growth, validUntil = null, order } = expected
    if (points !== 0) this.lots.set(validUntil, (this.lots.get(validUntil) ?? 0) + points)
    if (this.lots.get(validUntil) === 0) this.lots.delete(validUntil)
    this.points += points
    this.growth += growth
    if (order) this.buy(order.day, order.amountFen)
    must(
      entry.change.points === points && entry.change.growth === growth,
      () =>
        `${entry._id}: ${points} points and ${growth} growth were due, not ${JSON.stringify(entry.change)}`,
    )
    must(
      this.holds(entry.after),
      () => `${entry._id}: leaves ${JSON.stringify(entry.after)}, not ${this.inWords()}`,
    )
    this.takeTier(entry)
    this.entries.push(entry)
  }

  private buy(day: Day, amountFen: number): void {
    this.spend.orders += 1
    this.spend.fen += amountFen
    this.spend.largestFen = Math.max(this.spend.largestFen, amountFen)
    this.spend.days.add(day)
  }

  private takeTier({ _id, tier, kind }: Entry): void {
    const before = this.rank
    const reached = GROWTH_OR_YUAN.findLastIndex(
      (atLeast) => this.growth >= atLeast || this.spend.fen >= atLeast * 100,
    )
    this.rank = Math.max(before, reached)
    const isMove = kind === 'memberJoined' || this.rank > before
    const to = isMove ? LEVELS[this.rank] : undefined
    must(tier?.to === to, () => `${_id}: a move to ${to ?? 'no other level'} was due, not ${tier?.to}`)
  }

  /** Whether these are the balances that the entries so far make. */
  holds(balances: Balances): boolean {
    return (
      balances.points === this.points &&
      balances.growth === this.growth &&
      balances.principal === 0 &&
      balances.bonus === 0
    )
  }

  inWords(): string {
    return `${this.points} points and ${this.growth} growth`
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
      const after = seq === 0 ? undefined : this.entries[seq - 1]?.after
      if ((after?.points ?? 0) === balances.points && (after?.growth ?? 0) === balances.growth) return true
    }
    return false
  }

  /** Everything about the account that follows from the entries. */
  mustAgreeWith(account: Account): void {
    const is = (what: string, right: unknown, found: unknown): void =>
      must(
        JSON.stringify(right) === JSON.stringify(found),
        () => `${this.id}: ${what} is ${JSON.stringify(found)}, not ${JSON.stringify(right)}`,
      )
    const lots = [...this.lots].sort(([a], [b]) => ((a ?? '~') < (b ?? '~') ? -1 : 1))
    const days = [...this.spend.days].sort()
    is('seq', this.seq, account.seq)
    is('points', this.points, account.balances.points)
    is('growth', this.growth, account.balances.growth)
    is(
      'lots',
      lots,
      account.lots.map(({ validUntil, points }) => [validUntil, points]),
    )
    is('tier', LEVELS[this.rank], account.tier.id)
    is(
      'orders',
      [this.spend.orders, this.spend.fen, this.spend.largestFen],
      [account.spend.orders, account.spend.fen, account.spend.largestFen],
    )
    is(
      'first and last day of buying',
      [days[0] ?? null, days.at(-1) ?? null],
      [account.spend.firstDay, account.spend.lastDay],
    )
    const [firstLot] = lots
    is('dueDay', firstLot?.[0] ? dayAfter(firstLot[0]) : null, account.dueDay)
  }
}

const DAY_MS = 86_400_000

export function dayBefore(day: Day): Day {
  return new Date(Date.parse(day) - DAY_MS).toISOString().slice(0, 10)
}

function dayAfter(day: Day): Day {
  return new Date(Date.parse(day) + DAY_MS).toISOString().slice(0, 10)
}

const OFFSET_MS = 8 * 3_600_000

/** The store's day, worked out without the product's help: its zone is eight hours ahead all year. */
export function dayAt(instant: number): Day {
  return new Date(instant + OFFSET_MS).toISOString().slice(0, 10)
}
