import { ok } from '@shared/kernel/result'
import { receiveOrder } from '@shared/rules/shopOrders/deliver'
import { commandOnShopOrder, shopOrdersDue } from '../../database/shopOrders'
import type { TimerWork } from '../../runtime/serveTimer'

const ORDERS_A_SLICE = 100

/** Takes goods as received that were shipped long ago and of which nobody said anything. */
export const receiveDue: TimerWork = async ({ cloud, at, hasTime }) => {
  let received = 0
  while (hasTime()) {
    const due = await shopOrdersDue(cloud, 'shipped', at, ORDERS_A_SLICE)
    await Promise.all(
      due.map(({ _id }) =>
        commandOnShopOrder(cloud, _id, (order) => {
          if (!order) throw new Error(`order ${_id} is gone`)
          return order.state === 'shipped' ? receiveOrder(order, 'receivedByItself', at) : ok(order)
        }),
      ),
    )
    received += due.length
    if (due.length < ORDERS_A_SLICE) break
  }
  return { received }
}
