import type { Account } from '@shared/rules/account/account'
import type { OrderDocument } from '@shared/rules/orders/order'
import type { Cloud } from '../../cloudfunctions/database/cloud'

/**
 * What a shop's members and orders came to, without what tells in which sequence it did: the numbers of entries, and
 * the moments of booking.
 */
export async function intakeState(
  cloud: Cloud,
  source: string,
): Promise<{ members: object[]; orders: object[] }> {
  const orders = (await all<OrderDocument>(cloud, 'orders')).filter((order) => order.source === source)
  const members = await all<Account>(cloud, 'members')
  return {
    members: members
      .filter(({ importedAs }) => importedAs?.source === source)
      .map(memberState)
      .sort((a, b) => (a.customer < b.customer ? -1 : 1)),
    orders: orders.map(orderState).sort((a, b) => (a.externalId < b.externalId ? -1 : 1)),
  }
}

function memberState({
  importedAs,
  balances,
  lots,
  pending,
  growthDays,
  bought,
  spend,
  tier,
  dueDay,
}: Account) {
  const { id, since, earned } = tier
  return {
    customer: importedAs?.customer ?? '',
    ...{ balances, lots, pending, growthDays, bought, spend, dueDay },
    tier: { id, since, until: earned.until },
  }
}

function orderState(order: OrderDocument) {
  const { externalId, kind, placedAt, placedDay, state, quantity, amountFen, netFen } = order
  const plain = { externalId, kind, placedAt, placedDay, state, quantity, amountFen, netFen }
  if (order.kind !== 'sale') return plain
  const { lines, freightFen, earned, refunds } = order
  // Each refund's share is rounded on from those before it: what they come to together is the same.
  const told = refunds
    .map(({ id, amountFen: fen, freightFen: freight, lines: back = [] }) => ({ id, fen, freight, back }))
    .sort((a, b) => (a.id < b.id ? -1 : 1))
  const sum = (of: (refund: (typeof refunds)[number]) => number) =>
    refunds.reduce((total, each) => total + of(each), 0)
  return {
    ...plain,
    ...{ lines, freightFen, earned, told },
    takenBackPoints: sum((refund) => refund.takenBackPoints),
    takenBackGrowth: sum((refund) => refund.takenBackGrowth),
    debt: sum((refund) => refund.debt),
  }
}

async function all<T extends { readonly _id: string }>(cloud: Cloud, collection: string): Promise<T[]> {
  const { command } = cloud.db
  const found: T[] = []
  for (;;) {
    const { data } = await cloud.db
      .collection(collection)
      .where({ _id: command.gt(found.at(-1)?._id ?? '') })
      .orderBy('_id', 'asc')
      .limit(500)
      .get()
    found.push(...(data as T[]))
    if (data.length < 500) return found
  }
}
