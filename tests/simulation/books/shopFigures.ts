import type { Day } from '@shared/kernel/day'
import type { Entry } from '@shared/rules/account/entry'
import type { SimulatedStore } from '../platform/store'

const ZERO = {
  newMembers: 0,
  orders: 0,
  salesFen: 0,
  pointsIssued: 0,
  pointsSpent: 0,
  pointsExpired: 0,
  checkins: 0,
}

type Figures = typeof ZERO

/** The shop's figures by day, counted up entry by entry: what the recomputed ones must come to. */
export class ShopFigures {
  private readonly days = new Map<Day, Figures>()
  /** All days together. */
  readonly sums: Figures = { ...ZERO }
  /** What was ever sold, refunds left out. */
  soldFen = 0

  take({ day, kind, change, basis }: Entry): void {
    const figures = this.days.get(day) ?? { ...ZERO }
    this.days.set(day, figures)
    const moved = change.points + change.pendingPoints + change.pointsDebt
    const isSpent = kind === 'pointsSpent' || kind === 'pointsReturned'
    for (const each of [figures, this.sums]) {
      if (kind === 'memberJoined') each.newMembers += 1
      if (kind === 'checkin') each.checkins += 1
      if (basis.of === 'order') each.orders += 1
      if (basis.of === 'order') each.salesFen += basis.amountFen
      if (basis.of === 'refund') each.salesFen -= basis.amountFen
      if (isSpent) each.pointsSpent -= moved
      else if (kind === 'pointsExpired') each.pointsExpired -= moved
      else each.pointsIssued += moved
    }
    if (basis.of === 'order') this.soldFen += basis.amountFen
  }

  /** Where the shop's figures differ from these, in words; they may not once all timers have run to their end. */
  disagreement(store: SimulatedStore): string | undefined {
    const found = new Map(
      store.find<Figures & { _id: string }>('rollups', {}).map((each) => [each._id, each]),
    )
    for (const [id, right] of [...this.days, ['total', this.sums] as const]) {
      const figures = found.get(id)
      for (const [name, amount] of Object.entries(right)) {
        const there = figures?.[name as keyof Figures]
        if (there !== amount) return `figures of ${id}: ${name} is ${there}, the journal has ${amount}`
      }
    }
    for (const [id, { orders, checkins }] of found) {
      if (id !== 'total' && !this.days.has(id) && orders + checkins > 0)
        return `figures of ${id}: nothing happened then`
    }
    return undefined
  }
}
