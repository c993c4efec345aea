import type { CounterSale } from '@shared/rules/counter/counterSale'
import type { OrderDocument } from '@shared/rules/orders/order'
import type { Cloud } from './cloud'
import { getById } from './documentAccess'

export const readCounterSale = (cloud: Cloud, id: string): Promise<CounterSale | null> =>
  getById<CounterSale>(cloud, 'counterSales', id)

/** What a member is asked to confirm and can still, the latest first. */
export async function readWaitingSales(
  { db }: Cloud,
  member: string,
  at: number,
  most: number,
): Promise<CounterSale[]> {
  const { data } = await db
    .collection('counterSales')
    .where({ member, state: 'waiting', lapsesAt: db.command.gt(at) })
    .orderBy('lapsesAt', 'desc')
    .limit(most)
    .get()
  return data as CounterSale[]
}

/** A place among sales: those of one instant are in the order of their ids. */
export interface SalePlace {
  readonly at: number
  readonly id: string
}

/** What was sold at the counter, charged or recorded, the latest first. */
export async function readCounterOrders(
  { db }: Cloud,
  beyond: SalePlace | undefined,
  limit: number,
): Promise<OrderDocument[]> {
  const { command } = db
  const which = { source: 'counter' }
  const condition = beyond
    ? command.and([
        which,
        command.or([
          { placedAt: command.lt(beyond.at) },
          { placedAt: beyond.at, _id: command.lt(beyond.id) },
        ]),
      ])
    : which
  const { data } = await db
    .collection('orders')
    .where(condition)
    .orderBy('placedAt', 'desc')
    .orderBy('_id', 'desc')
    .limit(limit)
    .get()
  return data as OrderDocument[]
}
