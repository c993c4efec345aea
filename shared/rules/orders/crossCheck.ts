import type { OrderRow } from './orderRow'
import type { RowFault } from './rowFault'

export interface RefusedRow {
  /** The row's line in its file; the first line is 1. */
  readonly line: number
  readonly fault: RowFault
}

/**
 * What only rows together can tell: an order number stands once, and a customer has one openid. The first row of a
 * contradiction stays in. A customer's openid goes to all of that customer's rows, wherever in the file it stood.
 */
export function crossCheck<Row extends OrderRow & { readonly line: number }>(
  rows: readonly Row[],
): { accepted: Row[]; refused: RefusedRow[] } {
  const lineOfOrder = new Map<string, number>()
  const openidOf = new Map<string, { openid: string; line: number }>()
  const accepted: Row[] = []
  const refused: RefusedRow[] = []

  for (const row of rows) {
    const { line, order, openid, customer } = row
    const taken = order === undefined ? undefined : lineOfOrder.get(order)
    const known = openidOf.get(customer)
    if (order !== undefined && taken !== undefined) {
      refused.push({ line, fault: { code: 'orderNumberTaken', order, line: taken } })
    } else if (openid !== undefined && known && known.openid !== openid) {
      refused.push({ line, fault: { code: 'openidDiffers', line: known.line } })
    } else {
      if (order !== undefined) lineOfOrder.set(order, line)
      if (openid !== undefined && !known) openidOf.set(customer, { openid, line })
      accepted.push(row)
    }
  }
  return { accepted: accepted.map((row) => withOpenid(row, openidOf.get(row.customer)?.openid)), refused }
}

const withOpenid = <Row extends OrderRow>(row: Row, openid: string | undefined): Row =>
  openid === undefined || row.openid === openid ? row : { ...row, openid }
