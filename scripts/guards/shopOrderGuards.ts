import type { Guard } from './guard'

const rules = 'shared/rules/shopOrders'
const usecases = 'cloudfunctions/usecases/shopOrders'
const placing = 'tests/usecases/shopOrderPlacing.test.ts'
const life = 'tests/usecases/shopOrderLife.test.ts'
const properties = `${rules}/properties.test.ts`

/** What keeps an order from being placed, paid, ended or refunded twice, and for anything but what was seen. */
export const shopOrderGuards: readonly Guard[] = [
  {
    what: 'an order is placed for what was seen',
    file: `${rules}/place.ts`,
    from: '  if (!same.ok) return same\n',
    to: '',
    test: placing,
  },
  {
    what: 'an order is placed only while its goods are held',
    file: `${usecases}/place.ts`,
    from: "if (reservation?.state !== 'held') return",
    to: 'if (!reservation) return',
    test: placing,
  },
  {
    what: 'goods of an order that was placed are not freed with a refused run of its request',
    file: 'cloudfunctions/database/reservations.ts',
    from: '{ isOrdered: command.neq(true) }',
    to: '{}',
    test: placing,
  },
  {
    what: 'a request that made an order stands for that alone',
    file: `${rules}/place.ts`,
    from: 'return order.member === member && JSON.stringify(placed) === JSON.stringify(wished)',
    to: 'return order.member === member',
    test: placing,
  },
  {
    what: 'a coupon that waits in the tail is filed before it is locked',
    file: `${usecases}/place.ts`,
    from: '  if (waits) await drain(cloud, [read], at)\n',
    to: '',
    test: placing,
  },
  {
    what: 'points that are worth nothing are not taken',
    file: `${rules}/orderQuote.ts`,
    from: "  if (points.used > 0 && worthFen === 0) return refuse({ code: 'POINTS_WORTHLESS' })\n",
    to: '',
    test: `${rules}/orderQuote.test.ts`,
  },
  {
    what: 'money for an order that was cancelled is not booked',
    file: `${usecases}/bookPayment.ts`,
    from: "      if (order.state === 'cancelled') return { answer: 'late' }\n",
    to: '',
    test: placing,
  },
  {
    what: 'an order that was paid is booked once',
    file: `${usecases}/bookPayment.ts`,
    from: "      if (order.state !== 'awaitingPayment') return { answer: 'booked' }\n",
    to: '',
    test: placing,
  },
  {
    what: 'cancelling asks WeChat first',
    file: `${usecases}/cancel.ts`,
    from: "  if (payment?.state === 'open') await closePayment(call, payment)\n",
    to: '',
    test: placing,
  },
  {
    what: 'balance that an unpaid order held is free again',
    file: `${rules}/undo.ts`,
    from: 'wallet: release(walletOf(account), order._id)',
    to: 'wallet: walletOf(account)',
    test: properties,
  },
  {
    what: 'goods follow an order that was cancelled',
    file: `${usecases}/endOrder.ts`,
    from: "  if (ended.state === 'cancelled') await release(moment.cloud, orderId)\n",
    to: '',
    test: placing,
  },
  {
    what: 'goods that stayed held are sold with an order that was paid',
    file: `${usecases}/closeReservations.ts`,
    from: "  paid: 'settle',",
    to: "  paid: 'release',",
    test: placing,
  },
  {
    what: 'a refund of an order is made once for its request',
    file: `${usecases}/refund.ts`,
    from: '      if (order.refunds.some(({ id }) => id === refundId)) return { answer: ok(order) }\n',
    to: '',
    test: life,
  },
  {
    what: 'a refund of an order is what was previewed',
    file: `${usecases}/refund.ts`,
    from: "      if (!isSameRefund(seen, value.split)) return { answer: refuse({ code: 'REFUND_CHANGED' }) }\n",
    to: '',
    test: life,
  },
  {
    what: 'an order is refunded from its earlier refunds on',
    file: `${rules}/refund.ts`,
    from: '  const made = refundSplit(order.quote, earlier, wish.request, occasion.today)',
    to: '  const made = refundSplit(order.quote, earlier.slice(1), wish.request, occasion.today)',
    test: properties,
  },
  {
    what: 'an order is somebody’s own',
    file: `${usecases}/read.ts`,
    from: 'if (order?.member !== memberId)',
    to: 'if (!order)',
    test: life,
  },
]
