import type { ShopOrder, ShopOrderState } from '@shared/rules/shopOrders/shopOrder'
import type { Cloud } from '../../database/cloud'
import { getByIds } from '../../database/documentAccess'
import { closeDue, type DueEnd } from '../../database/reservations'
import type { TimerWork } from '../../runtime/serveTimer'

const RESERVATIONS_A_SLICE = 100

const ENDS: Readonly<Record<ShopOrderState, DueEnd>> = {
  awaitingPayment: 'wait',
  paid: 'settle',
  shipped: 'settle',
  received: 'settle',
  refunded: 'settle',
  cancelled: 'release',
}

/** Finishes what a stop left of goods that were held: sold with an order that was paid, else on sale again. */
export const closeReservations: TimerWork = async ({ cloud, at, hasTime }) => {
  let closed = 0
  while (hasTime()) {
    const found = await closeDue(cloud, at, RESERVATIONS_A_SLICE, (ids) => endsOf(cloud, ids))
    closed += found
    if (found < RESERVATIONS_A_SLICE) break
  }
  return { closed }
}

async function endsOf(cloud: Cloud, ids: readonly string[]): Promise<ReadonlyMap<string, DueEnd>> {
  const orders = await getByIds<Pick<ShopOrder, '_id' | 'state'>>(cloud, 'shopOrders', ids, { state: true })
  return new Map(orders.map(({ _id, state }) => [_id, ENDS[state]]))
}
