import type { Day } from '@shared/kernel/day'
import type { Entry } from '@shared/rules/account/entry'
import { must } from '../operation'
import type { SimulatedStore } from '../platform/store'

const ZERO = { newMembers: 0, orders: 0, salesFen: 0, pointsIssued: 0, pointsExpired: 0, checkins: 0 }

type Figures = typeof ZERO

/** The shop's figures by day, counted up entry by entry: what the recomputed ones must come to. */
export class ShopFigures {
  private readonly days = new Map<Day, Figures>()
  /** All days together. */
  readonly sums: Figures = { ...ZERO }

  take(entry: Entry): void {
    const day = this.days.get(entry.day) ?? { ...ZERO }
    this.days.set(entry.day, day)
    for (const figures of [day, this.sums]) {
      figures.newMembers += entry.kind === 'memberJoined' ? 1 : 0
      figures.checkins += entry.kind === 'checkin' ? 1 : 0
      figures.orders += entry.kind === 'orderImported' ? 1 : 0
      figures.salesFen += entry.basis.of === 'order' ? entry.basis.amountFen : 0
      figures.pointsIssued += Math.max(0, entry.change.points)
      figures.pointsExpired += entry.kind === 'pointsExpired' ? -entry.change.points : 0
    }
  }

  /** Once all timers have run to their end, the shop's figures are these. */
  mustAgreeWith(store: SimulatedStore): void {
    const found = new Map(
      store.find<Figures & { _id: string }>('rollups', {}).map((each) => [each._id, each]),
    )
    for (const [id, right] of [...this.days, ['total', this.sums] as const]) {
      const figures = found.get(id)
      for (const [name, amount] of Object.entries(right)) {
        const there = figures?.[name as keyof Figures]
        must(there === amount, () => `figures of ${id}: ${name} is ${there}, the journal has ${amount}`)
      }
    }
    for (const [id, { orders, checkins }] of found) {
      must(
        id === 'total' || this.days.has(id) || orders + checkins === 0,
        () => `figures of ${id}: nothing happened then`,
      )
    }
  }
}
