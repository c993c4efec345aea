import { ok, refuse } from '@shared/kernel/result'
import { wholeFace } from '@shared/rules/counter/face'
import type { OrderDocument } from '@shared/rules/orders/order'
import { readCounterSale } from '../../database/counterSales'
import { getById } from '../../database/documentAccess'
import type { UseCase } from '../../runtime/call'

export const read: UseCase<'counter.read'> = async ({ cloud, at }, { id }) => {
  const [sale, order] = await Promise.all([
    readCounterSale(cloud, id),
    getById<OrderDocument>(cloud, 'orders', id),
  ])
  if (!sale) return refuse({ code: 'COUNTER_SALE_NOT_FOUND' })
  return ok(wholeFace(sale, order?.kind === 'sale' ? order : null, at))
}
