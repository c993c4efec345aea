import { serve } from '../runtime/serve'
import { audit } from '../usecases/books/audit'
import { import as importOrders } from '../usecases/orders/import'
import { record } from '../usecases/orders/record'
import { refund } from '../usecases/orders/refund'
import { read as readOverview } from '../usecases/overview/read'
import { me } from '../usecases/staff/me'

export const main = serve('merchant', {
  'staff.me': me,
  'overview.read': readOverview,
  'orders.import': importOrders,
  'orders.record': record,
  'orders.refund': refund,
  'books.audit': audit,
})
