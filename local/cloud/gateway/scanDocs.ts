import { Query } from 'mingo'
import type { Doc } from './bsonValues'
import type { Collection } from './catalog'
import { parseStored } from './documentStore'
import { errors } from './gatewayError'
import { mingoOptions } from './mingoOptions'
import type { KeyRange, QueryPlan } from './queryPlan'
import type { Connection } from './sqlite'

/** A document met on the way: whole, or with some fields only and then with the row alone. */
export interface ScannedDoc {
  row: number
  id: Buffer | null
  body: string
  /** Parsed only when the query had to be tested on it. */
  doc: Doc | undefined
}

export interface ScanOptions {
  query: Doc
  /** Stops when it has found so many. */
  wanted: number
  /** Read these top-level fields only; absent reads whole documents. */
  fields?: readonly string[]
}

/** Reads along a plan, page after page, and keeps what matches. */
export function scanDocs(
  connection: Connection,
  collection: Collection,
  plan: QueryPlan,
  { query, wanted, fields }: ScanOptions,
): ScannedDoc[] {
  const found: ScannedDoc[] = []
  if (wanted === 0) return found
  const test = plan.exact ? undefined : matcher(query)
  const seen = plan.index?.multikey ? new Set<number>() : undefined
  const ranges = plan.backwards ? [...plan.ranges].reverse() : plan.ranges
  for (const range of ranges) {
    for (const page of pages(connection, collection, plan, range, test ? 2 * wanted : wanted, fields)) {
      for (const [row, id, , body] of page) {
        if (seen?.has(row)) continue
        seen?.add(row)
        const doc = test && parseStored(body)
        if (doc && !test(doc)) continue
        found.push({ row, id, body, doc })
        if (found.length >= wanted) return found
      }
    }
  }
  return found
}

/** How many documents lie within the ranges of an exact plan. */
export function countInRanges(connection: Connection, collection: Collection, plan: QueryPlan): number {
  let total = 0
  for (const range of plan.ranges) {
    const { where, parameters } = condition(plan, range)
    const table = plan.index ? `index_${plan.index.id} i` : `docs_${collection.id} d`
    total += connection.get(`SELECT count(*) FROM ${table} ${where}`, parameters)![0] as number
  }
  return total
}

/** A test of documents against a query; what mingo refuses is the platform's error. */
function matcher(query: Doc): (doc: Doc) => boolean {
  try {
    const compiled = new Query(query, mingoOptions)
    return (doc) => compiled.test(doc)
  } catch (error) {
    throw errors.requestFailed((error as Error).message)
  }
}

type PageRow = [
  row: number,
  id: Buffer | null,
  key: Buffer | null,
  body: string,
  ...fields: (string | null)[],
]

const pageRows = { least: 50, most: 2_000 }

function* pages(
  connection: Connection,
  collection: Collection,
  plan: QueryPlan,
  range: KeyRange,
  expected: number,
  fields: readonly string[] | undefined,
): Generator<PageRow[]> {
  const rows = Math.max(pageRows.least, Math.min(pageRows.most, expected))
  let last: PageRow | undefined
  for (;;) {
    const { sql, parameters } = pageSql(collection, plan, range, last, fields)
    const page = connection.all(`${sql} LIMIT ${rows}`, parameters) as PageRow[]
    collection.documentsRead += page.length
    if (fields) for (const row of page) row[3] = bodyOfFields(fields, row)
    yield page
    if (page.length < rows) return
    last = page[page.length - 1]
  }
}

/** The statement that reads one range from behind `last` on, in the order of the plan. */
export function pageSql(
  collection: Collection,
  plan: QueryPlan,
  range: KeyRange,
  last: PageRow | undefined,
  fields: readonly string[] | undefined,
): { sql: string; parameters: (Buffer | number)[] } {
  const columns = [
    'd.doc',
    fields && plan.natural ? 'NULL' : 'd.id',
    plan.index ? 'i.k' : 'NULL',
    fields ? 'NULL' : 'd.body',
    ...(fields ?? []).map((field) => `d.body->'$.${field}'`),
  ]
  const direction = plan.backwards ? 'DESC' : 'ASC'
  const order = plan.natural
    ? 'd.doc'
    : plan.index
      ? `i.k ${direction}, i.id ${direction}`
      : `d.id ${direction}`
  const from = plan.index
    ? `index_${plan.index.id} i CROSS JOIN docs_${collection.id} d ON d.doc = i.doc`
    : `docs_${collection.id} d`
  const { where, parameters } = condition(plan, range, last)
  return { sql: `SELECT ${columns.join(', ')} FROM ${from} ${where} ORDER BY ${order}`, parameters }
}

function condition(
  plan: QueryPlan,
  range: KeyRange,
  last?: PageRow,
): { where: string; parameters: (Buffer | number)[] } {
  const conditions: string[] = []
  const parameters: (Buffer | number)[] = []
  const add = (sql: string, ...values: (Buffer | number | undefined | null)[]): void => {
    if (values.some((value) => value === undefined)) return
    conditions.push(sql)
    parameters.push(...(values as (Buffer | number)[]))
  }
  const beyond = plan.backwards ? '<' : '>'
  const ranged = !plan.index ? 'd.id' : range.key ? 'i.id' : 'i.k'
  add('i.k = ?', range.key)
  add(`${ranged} >= ?`, range.from)
  add(`${ranged} < ?`, range.to)
  if (last && plan.natural) add('d.doc > ?', last[0])
  else if (last && ranged === 'i.k') add(`(i.k, i.id) ${beyond} (?, ?)`, last[2], last[1])
  else if (last) add(`${ranged} ${beyond} ?`, last[1])
  return { where: conditions.length > 0 ? `WHERE ${conditions.join(' AND ')}` : '', parameters }
}

/** The text of a document that has only some of its fields. A field that is missing stays missing. */
function bodyOfFields(fields: readonly string[], row: PageRow): string {
  let body = ''
  for (let i = 0; i < fields.length; i++) {
    const value = row[4 + i]
    if (value !== null) body += `${body ? ',' : ''}"${fields[i]!}":${value as string}`
  }
  return `{${body}}`
}
