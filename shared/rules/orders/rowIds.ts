import type { IdentifiedRow, OrderRow } from './orderRow'

/**
 * Gives each order the id under which it is known for ever: its own number, or one made from its content and its ordinal
 * among identical rows. So a file that is sorted anew or appended to keeps every id, and what a customer truly bought
 * twice on one day stays two orders. The openid is no part of it: it may be learnt later.
 */
export function withIds<Row extends OrderRow>(rows: readonly Row[]): (Row & IdentifiedRow)[] {
  const seen = new Map<string, number>()
  return rows.map((row) => {
    if (row.order !== undefined) return { ...row, externalId: row.order }
    // The customer may hold any character, but what follows can be read from the end: no two contents are written alike.
    const content = `${row.customer}_${row.placedDay}_${row.quantity}x${row.amountFen}`
    const ordinal = (seen.get(content) ?? 0) + 1
    seen.set(content, ordinal)
    return { ...row, externalId: `${content}_${ordinal}` }
  })
}
