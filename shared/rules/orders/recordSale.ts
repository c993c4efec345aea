import { allocate } from '@shared/kernel/allocate'
import type { Day } from '@shared/kernel/day'
import { yuanText } from '@shared/kernel/fen'
import { ok, refuse, type Result } from '@shared/kernel/result'
import { sumOf } from '@shared/kernel/sumOf'
import type { Account } from '../account/account'
import type { Basis } from '../account/entry'
import { move } from '../account/legs'
import { post } from '../account/post'
import { earnOrder, type OrderEarning } from '../earning/earnOrder'
import { earningFacts } from '../earning/facts'
import { gained } from '../growth/lapse'
import { earnPoints, type Earning } from '../points/earn'
import { takeEarliest } from '../points/take'
import { pointsToCash, type ToCashRefusal } from '../points/toCash'
import type { Settings } from '../settings/settings'
import { withBought } from './bought'
import type { PointsUsed, SaleDocument, SaleLine, SoldLine } from './order'
import { cameBack, withOrder } from './spend'

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
  return ok(bookSale(spent, { ...sale, lines }, used, settings, occasion))
}

function spendPoints(
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

/** A sale whose lines know what was paid for them in the end. */
interface Sold extends Sale {
  readonly lines: readonly SoldLine[]
}

function bookSale(
  account: Account,
  sale: Sold,
  pointsUsed: PointsUsed,
  settings: Settings,
  occasion: Occasion,
): { account: Account; order: SaleDocument } {
  const { today, at, by } = occasion
  const { earning } = settings
  const order = earnOrder(sale.lines, earningFacts(account, settings), today, earning, settings.campaigns)
  const points = earnPoints(account, 'order', order.points, today, settings, earning.releaseDays)
  const paidFen = sumOf(sale.lines, (line) => line.paidFen)
  const spend = withOrder(account.spend, today, paidFen)
  const next = post(
    withBought(
      { ...account, spend, earnedToday: points.earnedToday },
      { day: today, at, seq: account.seq + 1, imported: false, fromFen: null, toFen: paidFen },
    ),
    {
      _id: `order:${sale.orderId}:paid`,
      kind: 'orderPaid',
      at,
      day: today,
      recordedAt: at,
      source: `order:${sale.orderId}`,
      reason: { zh: `消费 ${yuanText(paidFen)} 元`, en: `Purchase of ¥${yuanText(paidFen)}` },
      legs: [
        ...move('store.cash.counter', 'store.sales', 'fen', paidFen),
        ...move('store.cash.counter', 'store.freight', 'fen', sale.freightFen),
        ...points.legs,
        ...move('store.growthIssued.order', 'growth', 'growth', order.growth),
      ],
      lots: points.lots,
      pending: points.pending,
      growthDays: gained(today, order.growth),
      basis: {
        ...orderBasis(sale, paidFen, order, points, settings),
        firstOrder: account.spend.orders === 0,
        firstReturn: !cameBack(account.spend) && cameBack(spend),
      },
      rule: { topic: 'earning', version: earning.version },
      by,
    },
    settings,
  )
  return {
    account: next,
    order: saleDocument(account, sale, paidFen, pointsUsed, order, points, settings, occasion),
  }
}

function saleDocument(
  account: Account,
  sale: Sold,
  paidFen: number,
  pointsUsed: PointsUsed,
  { growth }: OrderEarning,
  { points, validUntil, releaseDay }: Earning,
  { earning }: Settings,
  { today, at }: Occasion,
): SaleDocument {
  return {
    _id: sale.orderId,
    schemaVersion: 1,
    kind: 'sale',
    state: 'completed',
    member: account._id,
    seq: account.seq + 1,
    placedAt: at,
    placedDay: today,
    source: 'counter',
    externalId: sale.externalId,
    quantity: quantityOf(sale.lines),
    amountFen: paidFen,
    netFen: paidFen,
    ruleVersion: earning.version,
    lines: sale.lines,
    freightFen: sale.freightFen,
    pointsUsed,
    earned: { points, growth, validUntil, releaseDay },
    refunds: [],
  }
}

type OrderBasis = Extract<Basis, { of: 'order' }>

function orderBasis(
  { orderId, lines }: Sale,
  paidFen: number,
  order: OrderEarning,
  points: Earning,
  { earning, campaigns, points: { version: pointsVersion } }: Settings,
): Omit<OrderBasis, 'firstOrder' | 'firstReturn'> {
  return {
    of: 'order',
    orderId,
    amountFen: paidFen,
    quantity: quantityOf(lines),
    pointsPerYuan: earning.pointsPerYuan,
    growthPerYuan: earning.growthPerYuan,
    validUntil: points.validUntil,
    pointsVersion,
    earned: {
      parts: order.parts,
      stacking: earning.stacking,
      campaignsVersion: campaigns.version,
      capBp: earning.capBp,
      beforeDailyCap: order.points,
      dailyCap: earning.dailyCaps.order ?? null,
      repaid: points.repaid,
      releaseDay: points.releaseDay,
    },
  }
}

const quantityOf = (lines: readonly SaleLine[]): number => sumOf(lines, ({ quantity }) => quantity)
