import { allocate } from '@shared/kernel/allocate'
import type { Day } from '@shared/kernel/day'
import { yuanText } from '@shared/kernel/fen'
import { ok, refuse, type Result } from '@shared/kernel/result'
import { sumOf } from '@shared/kernel/sumOf'
import type { Account } from '../account/account'
import { move } from '../account/legs'
import { post } from '../account/post'
import { earningFacts } from '../earning/facts'
import { takeEarliest } from '../points/take'
import { pointsToCash, type ToCashRefusal } from '../points/toCash'
import type { Settings } from '../settings/settings'
import { bookSale } from './bookSale'
import type { PointsUsed, SaleDocument, SaleLine } from './order'

/** What was sold to a member: goods after every discount, freight, and the points that they want to use. */
export interface Sale {
  readonly orderId: string
  readonly externalId: string
  readonly lines: readonly SaleLine[]
  readonly freightFen: number
  readonly points: number
}

/** The moment of a command and who gave it. */
export interface Occasion {
  readonly today: Day
  readonly at: number
  readonly by: 'member' | 'system' | `staff:${string}`
}

export type SaleRefusal = ToCashRefusal | { readonly code: 'POINTS_MISSING'; readonly missing: number }

/**
 * Records a sale on a settled account: points used at their worth, earliest expiry first, and what is paid in the end
 * earns points and growth under today's rules. The order keeps all that a refund will need.
 */
export function recordSale(
  account: Account,
  sale: Sale,
  settings: Settings,
  occasion: Occasion,
): Result<{ account: Account; order: SaleDocument }, SaleRefusal> {
  const amounts = sale.lines.map(({ amountFen }) => amountFen)
  const worth = pointsToCash(
    sale.points,
    sumOf(sale.lines, ({ amountFen }) => amountFen),
    settings.points.toCash,
  )
  if (!worth.ok) return worth
  const taken = takeEarliest(account.lots, sale.points)
  if (!taken.ok) return refuse({ code: 'POINTS_MISSING', missing: taken.error.missing })
  const used: PointsUsed = { points: sale.points, amountFen: worth.value, taken: taken.value }
  const deducted = allocate(used.amountFen, amounts)
  const lines = sale.lines.map((line, i) => {
    const deductedFen = deducted[i] ?? 0
    return { ...line, deductedFen, paidFen: line.amountFen - deductedFen }
  })
  const spent = used.points > 0 ? spendPoints(account, sale.orderId, used, settings, occasion) : account
  const placing = {
    source: 'counter',
    placedAt: occasion.at,
    placedDay: occasion.today,
    facts: earningFacts(spent, settings),
    isCapped: true,
  }
  return ok(bookSale(spent, { ...sale, lines }, placing, used, settings, occasion))
}

/** Takes points that pay for a part of an order off an account, from the lots that were chosen. */
export function spendPoints(
  account: Account,
  orderId: string,
  used: PointsUsed,
  settings: Settings,
  { today, at, by }: Occasion,
): Account {
  const worth = yuanText(used.amountFen)
  return post(
    account,
    {
      _id: `order:${orderId}:pointsUsed`,
      kind: 'pointsSpent',
      at,
      day: today,
      recordedAt: at,
      source: `order:${orderId}`,
      reason: { zh: `积分抵扣 ${worth} 元`, en: `Points for ¥${worth} off` },
      legs: move('points', 'store.pointsRedeemed.order', 'points', used.points),
      lots: used.taken,
      basis: {
        of: 'pointsToCash',
        orderId,
        points: used.points,
        amountFen: used.amountFen,
        pointsPerYuan: settings.points.toCash.pointsPerYuan,
      },
      rule: { topic: 'points', version: settings.points.version },
      by,
    },
    settings,
  )
}
