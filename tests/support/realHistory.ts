import { readFileSync } from 'node:fs'
import { parseYuan } from '@shared/kernel/fen'
import type { OrderRow } from '@shared/rules/orders/orderRow'
import { parse } from 'csv-parse/sync'

/** The CDNOW purchase history; it is no part of the project. */
export const HISTORY_FILE = process.env.CHANGKE_HISTORY

interface Line {
  readonly customer: string
  readonly date: string
  readonly quantity: string
  readonly amount: string
}

export function readHistory(file: string): OrderRow[] {
  return parse<Line>(readFileSync(file), { columns: true }).map(({ customer, date, quantity, amount }) => {
    const fen = parseYuan(amount)
    if (!fen.ok) throw new Error(`no amount: ${amount}`)
    return { customer, placedDay: date, quantity: Number(quantity), amountFen: fen.value }
  })
}
