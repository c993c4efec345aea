import { yuanText } from '@shared/kernel/fen'
import type { OrderRow } from '@shared/rules/orders/orderRow'

/** A history as the file that a shop would export. */
export function historyFile(rows: readonly OrderRow[]): string {
  const lines = rows.map(({ customer, placedDay, quantity, amountFen }) =>
    [customer, placedDay, quantity, yuanText(amountFen)].join(','),
  )
  return ['customer,date,quantity,amount', ...lines, ''].join('\n')
}

export const sumFen = (rows: readonly OrderRow[]): number =>
  rows.reduce((sum, { amountFen }) => sum + amountFen, 0)

export const customersOf = (rows: readonly OrderRow[]): number =>
  new Set(rows.map(({ customer }) => customer)).size
