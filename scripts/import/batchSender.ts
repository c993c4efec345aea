import { randomUUID } from 'node:crypto'
import type { SendBatch } from './importOrders'
import { withPatience, type Patience } from './patience'
import { callShop, type ShopDoor } from './shopDoor'

/** Sends batches to a shop, and sends a batch again while the shop is away or busy. */
export function batchSender(door: ShopDoor, source: string, patience: Patience): SendBatch {
  return (rows) => {
    // One id for all attempts: a batch that went in while its answer was lost is recognised.
    const requestId = randomUUID()
    return withPatience(
      () => callShop(door, 'orders.import', { source, rows: [...rows] }, requestId),
      patience,
    )
  }
}
