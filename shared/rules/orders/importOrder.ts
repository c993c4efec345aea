import { startOfDay } from '@shared/kernel/businessDay'
import type { Day } from '@shared/kernel/day'
import { yuanText } from '@shared/kernel/fen'
import type { Account, Spend } from '../account/account'
import { move, post } from '../account/post'
import { fromMoney } from '../points/earn'
import { expirePoints } from '../points/expire'
import { validUntil } from '../points/validity'
import type { Settings } from '../settings/settings'

/** A past order that an earlier system knows. Money in fen. */
export interface PastOrder {
  readonly orderId: string
  readonly placedDay: Day
  readonly quantity: number
  readonly amountFen: number
}

const NOON_MS = 12 * 3_600_000

/** Past orders carry a day and no hour: they count as placed at noon. */
export function placedAt(order: PastOrder): number {
  return startOfDay(order.placedDay) + NOON_MS
}

function orderCause(orderId: string): string {
  return `order:${orderId}:imported`
}

/**
 * Books a past order as if it had been made on its day: points and growth by the rate, spend, tier; points that
 * had lapsed by then lapse first. The caller has made sure that this order is not in yet.
 */
export function importOrder(
  account: Account,
  order: PastOrder,
  settings: Settings,
  recordedAt: number,
  by: `staff:${string}`,
): Account {
  const settled = expirePoints(account, order.placedDay, settings.tiers, recordedAt)
  const { pointsPerYuan, growthPerYuan, version } = settings.earning
  const points = fromMoney(order.amountFen, pointsPerYuan)
  const growth = fromMoney(order.amountFen, growthPerYuan)
  const until = validUntil(settings.points.validity, order.placedDay)
  const spend = withOrder(settled.spend, order)
  return post(
    { ...settled, spend },
    {
      _id: orderCause(order.orderId),
      kind: 'orderImported',
      at: placedAt(order),
      day: order.placedDay,
      recordedAt,
      source: `order:${order.orderId}`,
      reason: {
        zh: `消费 ${yuanText(order.amountFen)} 元`,
        en: `Purchase of ¥${yuanText(order.amountFen)}`,
      },
      legs: [
        ...move('store.cash.imported', 'store.sales', 'fen', order.amountFen),
        ...move('store.pointsIssued.order', 'points', 'points', points),
        ...move('store.growthIssued.order', 'growth', 'growth', growth),
      ],
      lots: points > 0 ? [{ validUntil: until, points }] : [],
      basis: {
        of: 'order',
        orderId: order.orderId,
        amountFen: order.amountFen,
        quantity: order.quantity,
        pointsPerYuan,
        growthPerYuan,
        validUntil: until,
        firstOrder: settled.spend.orders === 0,
        firstReturn: !cameBack(settled.spend) && cameBack(spend),
      },
      rule: { topic: 'earning', version },
      by,
    },
    settings.tiers,
  )
}

/** True once the member has bought on two days or more. */
export function cameBack(spend: Spend): boolean {
  return spend.firstDay !== spend.lastDay
}

function withOrder(spend: Spend, order: PastOrder): Spend {
  return {
    orders: spend.orders + 1,
    fen: spend.fen + order.amountFen,
    largestFen: Math.max(spend.largestFen, order.amountFen),
    firstDay: spend.firstDay && spend.firstDay < order.placedDay ? spend.firstDay : order.placedDay,
    lastDay: spend.lastDay && spend.lastDay > order.placedDay ? spend.lastDay : order.placedDay,
  }
}
