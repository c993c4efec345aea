import { isDay, type Day } from '@shared/kernel/day'
import { parseYuan } from '@shared/kernel/fen'
import { ok, refuse, type Result } from '@shared/kernel/result'
import type { Column } from './importHeader'
import type { OrderRow } from './orderRow'
import {
  AMOUNT_MAX_FEN,
  CUSTOMER_MAX,
  OPENID_MAX,
  ORDER_NUMBER_MAX,
  QUANTITY_MAX,
  type RowFault,
} from './rowFault'

type Fields = Partial<Record<Column, string>>

const MAX_LENGTH: Partial<Record<Column, number>> = {
  customer: CUSTOMER_MAX,
  openid: OPENID_MAX,
  order: ORDER_NUMBER_MAX,
}

const CONTROL_CHARACTER = /[\u0000-\u001f\u007f]/

/** What a message quotes of a field that may be of any length. */
const quoted = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text)

/**
 * Reads one record of the file under its columns; the first thing wrong with it is the reason. `today` is the store's:
 * a past order cannot be of a day to come.
 */
export function readRow(
  columns: readonly Column[],
  record: readonly string[],
  today: Day,
): Result<OrderRow, RowFault> {
  if (record.length > columns.length) {
    return refuse({ code: 'tooManyFields', found: record.length, expected: columns.length })
  }
  const fields: Fields = {}
  columns.forEach((column, i) => (fields[column] = record[i]?.trim() ?? ''))
  const fault = textFault(fields)
  if (fault) return refuse(fault)
  return readValues(fields, today)
}

function textFault(fields: Fields): RowFault | undefined {
  for (const [name, text] of Object.entries(fields)) {
    const column = name as Column
    if (text === '' && column !== 'order' && column !== 'openid') return { code: 'missingField', column }
    const max = MAX_LENGTH[column]
    if (max !== undefined && text.length > max) return { code: 'fieldTooLong', column, max }
    if (CONTROL_CHARACTER.test(text)) return { code: 'controlCharacter', column }
  }
  return undefined
}

function readValues(fields: Fields, today: Day): Result<OrderRow, RowFault> {
  const { customer = '', date = '', quantity = '', amount = '', order, openid } = fields
  if (!isDay(date)) return refuse({ code: 'noDate', text: quoted(date) })
  if (date > today) return refuse({ code: 'inFuture', text: date, today })
  if (!/^\d{1,7}$/.test(quantity) || Number(quantity) > QUANTITY_MAX) {
    return refuse({ code: 'noQuantity', text: quoted(quantity) })
  }
  const fen = parseYuan(amount)
  if (!fen.ok) return refuse({ code: AMOUNT_FAULTS[fen.error], text: quoted(amount) })
  if (fen.value > AMOUNT_MAX_FEN) return refuse({ code: 'amountTooLarge', text: quoted(amount) })
  return ok({
    customer,
    ...(openid ? { openid } : {}),
    ...(order ? { order } : {}),
    placedDay: date,
    quantity: Number(quantity),
    amountFen: fen.value,
  })
}

const AMOUNT_FAULTS = {
  notMoney: 'noAmount',
  negative: 'negativeAmount',
  tooLarge: 'amountTooLarge',
} as const
