import type { InputOf } from '@shared/contracts'
import { ok, refuse } from '@shared/kernel/result'
import { importedMemberId, memberIdOf } from '../../database/memberId'
import type { Call, UseCase } from '../../runtime/call'
import { bookBatch, type CustomerOrders } from './bookBatch'

type Row = InputOf<'orders.import'>['rows'][number]

const importOrders: UseCase<'orders.import'> = async (call, { source, rows }) => {
  const seen = new Set<string>()
  for (const { externalId, placedDay } of rows) {
    if (seen.has(externalId)) return refuse({ code: 'ROW_TWICE', data: { externalId } })
    if (placedDay > call.today) return refuse({ code: 'ROW_IN_FUTURE', data: { externalId, placedDay } })
    seen.add(externalId)
  }
  return ok(await bookBatch(call, await call.settings(), byMember(call, source, rows)))
}

export { importOrders as import }

/** The rows of each member, oldest first. */
function byMember(call: Call, source: string, rows: readonly Row[]): CustomerOrders[] {
  const members = new Map<string, CustomerOrders>()
  for (const row of [...rows].sort((a, b) =>
    a.placedDay < b.placedDay ? -1 : a.placedDay > b.placedDay ? 1 : 0,
  )) {
    const memberId = row.openid
      ? memberIdOf(row.openid, call.secret)
      : importedMemberId(source, row.customer, call.secret)
    const known = members.get(memberId) ?? {
      memberId,
      importedAs: { source, customer: row.customer },
      orders: [],
    }
    members.set(memberId, {
      ...known,
      orders: [
        ...known.orders,
        {
          orderId: `${source}:${row.externalId}`,
          externalId: row.externalId,
          placedDay: row.placedDay,
          quantity: row.quantity,
          amountFen: row.amountFen,
        },
      ],
    })
  }
  return [...members.values()]
}
