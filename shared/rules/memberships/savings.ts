import { addDays, monthOf, type Day } from '@shared/kernel/day'
import { shareOf, type Fen } from '@shared/kernel/fen'
import { sumOf } from '@shared/kernel/sumOf'
import { benefitsOf, type Benefit, type Perk, type Requirement } from '../benefits/benefit'
import type { MembershipTerms } from './purchase'

/** An order that a member made, less what was refunded. */
export interface PastOrder {
  readonly id: string
  readonly day: Day
  readonly quantity: number
  /** What the goods cost before any discount, what member prices and automatic discounts took off, and what was paid for them. */
  readonly listFen: Fen
  readonly offFen: Fen
  readonly paidFen: Fen
  /** What was paid for bringing them. */
  readonly freightFen: Fen
  /** What it earned. */
  readonly points: number
}

export interface OrderSaving {
  readonly id: string
  readonly day: Day
  readonly discountFen: Fen
  readonly freightFen: Fen
  readonly points: number
}

/** What a membership would have brought on a member's own orders, as long back as it lasts. */
export interface Savings {
  readonly from: Day
  readonly to: Day
  /** The orders of that time, and those of them that it would have been worth something on, oldest first. */
  readonly orders: number
  readonly each: readonly OrderSaving[]
  readonly discountFen: Fen
  readonly freightFen: Fen
  readonly savedFen: Fen
  readonly points: number
  readonly priceFen: Fen
  /** What would have been saved, less the price: below zero when it would not have paid. */
  readonly netFen: Fen
}

/**
 * What a level would have saved somebody on what they bought: its discount beyond what was taken off anyway, the freight of
 * as many orders a month as it brings free, and the points beyond those earned. Nothing is counted that depends on how
 * vouchers would have been used.
 */
export function savingsOf(
  orders: readonly PastOrder[],
  { levelId, priceFen, validDays }: Pick<MembershipTerms, 'levelId' | 'priceFen' | 'validDays'>,
  benefits: readonly Benefit[],
  pointsPerYuan: number,
  today: Day,
): Savings {
  const from = addDays(today, 1 - validDays)
  const inTime = orders
    .filter(({ day }) => from <= day && day <= today)
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
  const perks = benefitsOf(benefits, { levelId, paidSince: today }).map(({ perk }) => perk)
  const free = freeDeliveries(inTime, perks)
  const each = inTime
    .map((order) => ({
      id: order.id,
      day: order.day,
      discountFen: discountOn(order, perks),
      freightFen: free.has(order.id) ? order.freightFen : 0,
      points: pointsOn(order, perks, pointsPerYuan),
    }))
    .filter(({ discountFen, freightFen, points }) => discountFen + freightFen + points > 0)
  const [discountFen, freightFen] = [
    sumOf(each, (order) => order.discountFen),
    sumOf(each, (order) => order.freightFen),
  ]
  const savedFen = discountFen + freightFen
  return {
    from,
    to: today,
    orders: inTime.length,
    each,
    discountFen,
    freightFen,
    savedFen,
    points: sumOf(each, (order) => order.points),
    priceFen,
    netFen: savedFen - priceFen,
  }
}

/** The best discount alone, beyond what was taken off already, and no more than was paid. */
function discountOn(order: PastOrder, perks: readonly Perk[]): Fen {
  const { listFen, offFen, paidFen } = order
  const offs = perks.map((perk) =>
    perk.of === 'discount' && isMet(perk.requirement, order)
      ? listFen - shareOf(listFen, perk.rateBp) - offFen
      : 0,
  )
  return Math.min(paidFen, Math.max(0, ...offs))
}

function pointsOn({ paidFen, points }: PastOrder, perks: readonly Perk[], pointsPerYuan: number): number {
  const would = perks.map((perk) =>
    perk.of === 'pointsMultiplier'
      ? Number((BigInt(paidFen) * BigInt(pointsPerYuan) * BigInt(perk.rateBp)) / 1_000_000n)
      : 0,
  )
  return Math.max(0, Math.max(0, ...would) - points)
}

/** The orders of each month, in the order in which they were made, that would have come free of freight. */
function freeDeliveries(orders: readonly PastOrder[], perks: readonly Perk[]): ReadonlySet<string> {
  const free = new Set<string>()
  for (const perk of perks) {
    if (perk.of !== 'freeShippingQuota') continue
    const left = new Map<string, number>()
    for (const order of orders) {
      const month = monthOf(order.day)
      const quota = left.get(month) ?? perk.perMonth
      if (quota === 0 || order.freightFen === 0 || free.has(order.id) || !isMet(perk.requirement, order))
        continue
      free.add(order.id)
      left.set(month, quota - 1)
    }
  }
  return free
}

function isMet(requirement: Requirement, { listFen, quantity }: PastOrder): boolean {
  switch (requirement.of) {
    case 'none':
      return true
    case 'minimumAmount':
      return listFen >= requirement.amountFen
    case 'minimumQuantity':
      return quantity >= requirement.quantity
  }
}
