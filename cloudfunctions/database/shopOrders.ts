import type { Instant } from '@shared/kernel/businessDay'
import type { Result } from '@shared/kernel/result'
import type { ShopOrder, ShopOrderState } from '@shared/rules/shopOrders/shopOrder'
import type { Cloud } from './cloud'
import { getById } from './documentAccess'
import { failureOf } from './failures'
import { lost, untilWon } from './retry'
import { changedFields, wholeFields } from './wholeFields'

export function readShopOrder(cloud: Cloud, id: string): Promise<ShopOrder | null> {
  return getById<ShopOrder>(cloud, 'shopOrders', id)
}

/** A place in a list of orders: those of one instant are in the order of their ids. */
export interface ShopOrderPlace {
  readonly at: Instant
  readonly id: string
}

/** A page of orders that meet what is asked, the latest first, below a place where one is given. */
export function readShopOrders(
  cloud: Cloud,
  which: { readonly member?: string; readonly state?: ShopOrderState },
  below: ShopOrderPlace | undefined,
  limit: number,
): Promise<ShopOrder[]> {
  return readPage(cloud, which, 'placedAt', 'desc', below, limit)
}

/** A page of orders for which a refund is asked, the longest waiting first, beyond a place where one is given. */
export function readRefundsAsked(
  cloud: Cloud,
  beyond: ShopOrderPlace | undefined,
  limit: number,
): Promise<ShopOrder[]> {
  return readPage(cloud, { askedAt: cloud.db.command.gt(0) }, 'askedAt', 'asc', beyond, limit)
}

/** In two queries, since one that asks for either of two ranges reads everything before them. */
async function readPage(
  { db }: Cloud,
  which: object,
  field: 'placedAt' | 'askedAt',
  direction: 'asc' | 'desc',
  beyond: ShopOrderPlace | undefined,
  limit: number,
): Promise<ShopOrder[]> {
  const { command } = db
  const past = direction === 'asc' ? command.gt.bind(command) : command.lt.bind(command)
  const page = async (where: object): Promise<ShopOrder[]> => {
    const query = db.collection('shopOrders').where(where)
    const { data } = await query.orderBy(field, direction).orderBy('_id', direction).limit(limit).get()
    return data as ShopOrder[]
  }
  if (!beyond) return page(which)
  const [ofThatInstant, further] = await Promise.all([
    page({ ...which, [field]: beyond.at, _id: past(beyond.id) }),
    page({ ...which, [field]: past(beyond.at) }),
  ])
  return [...ofThatInstant, ...further].slice(0, limit)
}

/** Orders that the timer is to take up, the longest due first. */
export async function shopOrdersDue(
  cloud: Cloud,
  state: ShopOrderState,
  at: Instant,
  limit: number,
): Promise<ShopOrder[]> {
  const { command } = cloud.db
  const { data } = await cloud.db
    .collection('shopOrders')
    .where({ state, dueAt: command.gt(0).and(command.lte(at)) })
    .orderBy('dueAt', 'asc')
    .limit(limit)
    .get()
  return data as ShopOrder[]
}

/**
 * Changes an order and nothing else: one read, a pure decision, one conditional write. `decide` is shown it anew
 * whenever somebody else wrote first, and an order that it hands back as it was is not written.
 */
export function commandOnShopOrder<E>(
  cloud: Cloud,
  id: string,
  decide: (order: ShopOrder | null) => Result<ShopOrder, E>,
): Promise<Result<ShopOrder, E>> {
  return untilWon(cloud, async () => {
    const order = await readShopOrder(cloud, id)
    const decided = decide(order)
    if (!decided.ok || decided.value === order) return decided
    if (!order) throw new Error(`there is no order ${id} to change`)
    return (await write(cloud, order, decided.value)) ? decided : lost
  })
}

async function write({ db }: Cloud, previous: ShopOrder, next: ShopOrder): Promise<boolean> {
  const { _id, version } = previous
  try {
    const { updated } = (await db
      .collection('shopOrders')
      .where({ _id, version })
      .update(wholeFields(db, changedFields(previous, next)))) as { updated: number }
    return updated === 1
  } catch (error) {
    const failure = failureOf(error)
    if (failure === 'conflict' || failure === 'unknownOutcome') return false
    throw error
  }
}
