import { startOfDay } from '@shared/kernel/businessDay'
import type { Day } from '@shared/kernel/day'
import { yuanText } from '@shared/kernel/fen'
import type { Account } from '../account/account'
import { move } from '../account/legs'
import { post } from '../account/post'
import { catchUp } from '../account/settle'
import { gained } from '../growth/lapse'
import { earnPoints, fromMoney } from '../points/earn'
import type { Settings } from '../settings/settings'
import type { OrderChange } from '../tiers/bought'
import { withBought } from './bought'
import { cameBack, withOrder } from './spend'

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
  const settled = catchUp(account, order.placedDay, settings, recordedAt)
  const { pointsPerYuan, growthPerYuan, version } = settings.earning
  const points = fromMoney(order.amountFen, pointsPerYuan)
  const growth = fromMoney(order.amountFen, growthPerYuan)
  const { lots, legs, validUntil } = pastEarning(settled, points, order.placedDay, settings)
  const spend = withOrder(settled.spend, order.placedDay, order.amountFen)
  return post(
    withBought({ ...settled, spend }, pastOrder(order, settled.seq + 1)),
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
        ...legs,
        ...move('store.growthIssued.order', 'growth', 'growth', growth),
      ],
      lots,
      growthDays: gained(order.placedDay, growth),
      basis: {
        of: 'order',
        orderId: order.orderId,
        amountFen: order.amountFen,
        quantity: order.quantity,
        pointsPerYuan,
        growthPerYuan,
        validUntil,
        pointsVersion: settings.points.version,
        firstOrder: settled.spend.orders === 0,
        firstReturn: !cameBack(settled.spend) && cameBack(spend),
      },
      rule: { topic: 'earning', version },
      by,
    },
    settings,
  )
}

/** What a past order earned: the day's caps and the days to wait are for orders of today. */
function pastEarning(account: Account, points: number, day: Day, settings: Settings) {
  const uncapped = { ...settings, earning: { ...settings.earning, dailyCaps: {} } }
  return earnPoints(account, 'order', points, day, uncapped)
}

function pastOrder(order: PastOrder, seq: number): OrderChange {
  const { placedDay: day, amountFen: toFen } = order
  return { day, at: placedAt(order), seq, imported: true, fromFen: null, toFen }
}
