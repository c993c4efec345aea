import { parse } from 'csv-parse/sync'
import { crossCheck, type RefusedRow } from '@shared/rules/orders/crossCheck'
import { readHeader, type Column, type HeaderFault } from '@shared/rules/orders/importHeader'
import { readRow } from '@shared/rules/orders/importRow'
import type { IdentifiedRow, OrderRow } from '@shared/rules/orders/orderRow'
import { LINE_MAX_BYTES, type RowFault } from '@shared/rules/orders/rowFault'
import { withIds } from '@shared/rules/orders/rowIds'
import type { Day } from '@shared/kernel/day'
import { ok, refuse, type Result } from '@shared/kernel/result'
import { readLines, type Line } from './readLines'

/** A row that stays out, with the beginning of what stood on its line. */
export interface Reject extends RefusedRow {
  readonly text: string
}

export interface OrdersFile {
  readonly orders: readonly (IdentifiedRow & { readonly line: number })[]
  /** By line. */
  readonly rejects: readonly Reject[]
}

const UTF8_BOM = '\uFEFF'
const TEXT_KEPT = 200

/** Reads a file of past orders: good rows with their ids, bad rows with their reasons. Wrong columns refuse the file. */
export async function readOrders(
  chunks: AsyncIterable<Buffer>,
  today: Day,
): Promise<Result<OrdersFile, HeaderFault>> {
  let columns: readonly Column[] | undefined
  const rows: (OrderRow & { line: number })[] = []
  const refused: RefusedRow[] = []
  const texts = new Map<number, string>()

  for await (const line of readLines(chunks, LINE_MAX_BYTES)) {
    const record = readRecord(line)
    if (!columns) {
      if (!record.ok) return refuse({ code: 'unreadableHeader' })
      const header = readHeader(record.value)
      if (!header.ok) return header
      columns = header.value
      continue
    }
    if (record.ok && record.value.length === 0) continue
    const row = record.ok ? readRow(columns, record.value, today) : record
    texts.set(line.number, firstCharacters(line))
    if (row.ok) rows.push({ ...row.value, line: line.number })
    else refused.push({ line: line.number, fault: row.error })
  }
  if (!columns) return refuse({ code: 'emptyFile' })

  const checked = crossCheck(rows)
  const rejects = [...refused, ...checked.refused]
    .sort((a, b) => a.line - b.line)
    .map((row) => ({ ...row, text: texts.get(row.line) ?? '' }))
  return ok({ orders: withIds(checked.accepted), rejects })
}

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** The fields of one line; none for a blank line. A record never goes over a line, so an open quote spoils only its own. */
function readRecord(line: Line): Result<readonly string[], RowFault> {
  if (line.bytes === null) return refuse({ code: 'lineTooLong' })
  let text: string
  try {
    text = decoder.decode(line.bytes)
  } catch {
    return refuse({ code: 'wrongEncoding' })
  }
  if (line.number === 1 && text.startsWith(UTF8_BOM)) text = text.slice(1)
  if (text.trim() === '') return ok([])
  try {
    return ok(parse(text, { relax_column_count: true, record_delimiter: '\n' })[0] ?? [])
  } catch {
    return refuse({ code: 'brokenQuotes' })
  }
}

const firstCharacters = (line: Line): string =>
  line.bytes
    ? line.bytes
        .subarray(0, TEXT_KEPT * 3)
        .toString('utf8')
        .slice(0, TEXT_KEPT)
    : ''
