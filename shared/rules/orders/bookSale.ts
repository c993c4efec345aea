import type { Day } from '@shared/kernel/day'
import { yuanText } from '@shared/kernel/fen'
import { sumOf } from '@shared/kernel/sumOf'
import type { Account } from '../account/account'
import type { Basis } from '../account/entry'
import { move } from '../account/legs'
import { post } from '../account/post'
import { earnOrder, type OrderEarning } from '../earning/earnOrder'
import type { EarningFacts } from '../earning/multipliers'
import { gained } from '../growth/lapse'
import { earnPoints, type Earning } from '../points/earn'
import type { Settings } from '../settings/settings'
import { withBought } from './bought'
import { cashOf, type PointsUsed, type SaleDocument, type SaleLine, type SoldLine } from './order'
import type { Occasion, Sale } from './recordSale'
import { cameBack, withOrder } from './spend'
import { assertParts, paidLegs, withoutWallet, type Tender } from './tender'

/** A sale whose lines know what was paid for them in the end. */
export interface Sold extends Sale {
  readonly lines: readonly SoldLine[]
}

/** Where and when a sale was made, and what it earns by: told late, that is not the moment at which it is booked. */
export interface Placing {
  readonly source: string
  readonly placedAt: number
  readonly placedDay: Day
  readonly facts: EarningFacts
  /** Whether the day's cap on what orders earn holds for it. */
  readonly isCapped: boolean
  /** How it was paid, where stored value was among it. The account has given up these parts of its wallet already. */
  readonly tender?: Tender
}

/**
 * Books what was sold as of the day on which it was placed: points, growth, spend. The level is judged at the moment of
 * booking. The order keeps all that a refund will need.
 */
export function bookSale(
  account: Account,
  sale: Sold,
  placing: Placing,
  pointsUsed: PointsUsed,
  settings: Settings,
  occasion: Occasion,
): { account: Account; order: SaleDocument } {
  const { placedDay, placedAt, facts } = placing
  const { earning } = settings
  const order = earnOrder(sale.lines, facts, placedDay, earning, settings.campaigns)
  const points = earnedPoints(account, order.points, placing, settings)
  const paidFen = sumOf(sale.lines, (line) => line.paidFen)
  const spend = withOrder(account.spend, placedDay, paidFen)
  const paid = placing.tender ?? withoutWallet(paidFen, sale.freightFen)
  assertParts(paid, paidFen, sale.freightFen)
  const next = post(
    withBought(
      { ...account, spend, earnedToday: points.earnedToday },
      { day: placedDay, at: placedAt, seq: account.seq + 1, imported: false, fromFen: null, toFen: paidFen },
    ),
    {
      _id: `order:${sale.orderId}:paid`,
      kind: 'orderPaid',
      at: placedAt,
      day: placedDay,
      judged: { day: occasion.today, at: occasion.at },
      recordedAt: occasion.at,
      source: `order:${sale.orderId}`,
      reason: { zh: `消费 ${yuanText(paidFen)} 元`, en: `Purchase of ¥${yuanText(paidFen)}` },
      legs: [
        ...paidLegs(cashOf(placing), paid),
        ...points.legs,
        ...move('store.growthIssued.order', 'growth', 'growth', order.growth),
      ],
      lots: points.lots,
      pending: points.pending,
      growthDays: gained(placedDay, order.growth),
      basis: {
        ...orderBasis(sale, paidFen, order, points, placing, settings),
        firstOrder: account.spend.orders === 0,
        firstReturn: !cameBack(account.spend) && cameBack(spend),
      },
      rule: { topic: 'earning', version: earning.version },
      by: occasion.by,
    },
    settings,
  )
  return {
    account: next,
    order: saleDocument(account, sale, paidFen, pointsUsed, order, points, placing, settings),
  }
}

/** What earns past the cap leaves the day's count as it is. */
function earnedPoints(
  account: Account,
  due: number,
  { placedDay, isCapped }: Placing,
  settings: Settings,
): Omit<Earning, 'earnedToday'> & Pick<Account, 'earnedToday'> {
  const { earning } = settings
  if (isCapped) return earnPoints(account, 'order', due, placedDay, settings, earning.releaseDays)
  const uncapped = { ...settings, earning: { ...earning, dailyCaps: {} } }
  const points = earnPoints(account, 'order', due, placedDay, uncapped, earning.releaseDays)
  return { ...points, earnedToday: account.earnedToday }
}

function saleDocument(
  account: Account,
  sale: Sold,
  paidFen: number,
  pointsUsed: PointsUsed,
  { growth }: OrderEarning,
  { points, validUntil, releaseDay }: Pick<Earning, 'points' | 'validUntil' | 'releaseDay'>,
  { source, placedAt, placedDay, tender }: Placing,
  { earning }: Settings,
): SaleDocument {
  return {
    _id: sale.orderId,
    schemaVersion: 1,
    kind: 'sale',
    state: 'completed',
    member: account._id,
    seq: account.seq + 1,
    placedAt,
    placedDay,
    source,
    externalId: sale.externalId,
    quantity: quantityOf(sale.lines),
    amountFen: paidFen,
    netFen: paidFen,
    ruleVersion: earning.version,
    lines: sale.lines,
    freightFen: sale.freightFen,
    pointsUsed,
    ...(tender ? { tender } : {}),
    earned: { points, growth, validUntil, releaseDay },
    refunds: [],
  }
}

type OrderBasis = Extract<Basis, { of: 'order' }>

function orderBasis(
  { orderId, lines }: Sale,
  paidFen: number,
  order: OrderEarning,
  points: Pick<Earning, 'validUntil' | 'repaid' | 'releaseDay'>,
  { isCapped }: Placing,
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
      dailyCap: isCapped ? (earning.dailyCaps.order ?? null) : null,
      repaid: points.repaid,
      releaseDay: points.releaseDay,
    },
  }
}

const quantityOf = (lines: readonly SaleLine[]): number => sumOf(lines, ({ quantity }) => quantity)
