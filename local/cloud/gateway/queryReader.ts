import { Query } from 'mingo'
import type { Doc } from './bsonValues'
import type { Collection } from './catalog'
import { type StoredDoc, parseStored } from './documentStore'
import { errors } from './gatewayError'
import { valuesAt } from './indexEntries'
import { compareValues } from './indexKey'
import { mingoOptions } from './mingoOptions'
import { type KeyRange, type QueryPlan, type SortSpec, planQuery, sortKey } from './queryPlan'
import type { Connection } from './sqlite'

export interface FoundDoc extends StoredDoc {
  /** Parsed only when the query had to be tested on it. */
  doc?: Doc
}

export interface Selection {
  query: Doc
  sort?: SortSpec
  skip?: number
  limit?: number
  /** Read these top-level fields only; absent reads whole documents. */
  fields?: string[]
}

/** The documents a selection asks for, in its order. Reads one page after the other until it has enough. */
export function selectDocs(connection: Connection, collection: Collection, selection: Selection): FoundDoc[] {
  const { query, sort = [], skip = 0, limit = Infinity } = selection
  const plan = planQuery(query, sort, collection)
  const wanted = plan.ordered ? skip + limit : Infinity
  const found = scan(connection, collection, plan, { ...selection, limit: wanted })
  if (plan.ordered) return found.slice(skip)
  return inOrder(found, sort).slice(skip, skip + limit)
}

/** How many documents match: counted within the index when that is exact. */
export function countDocs(connection: Connection, collection: Collection, query: Doc): number {
  const plan = planQuery(query, [], collection)
  if (!plan.exact) return scan(connection, collection, plan, { query }).length
  let total = 0
  for (const range of plan.ranges) {
    const { sql, parameters } = rangeSql(collection, plan, range)
    total += connection.get(`SELECT count(*) ${sql}`, parameters)![0] as number
  }
  return total
}

/** A test of documents against a query, with what mingo refuses as the platform's error. */
export function matcher(query: Doc): (doc: Doc) => boolean {
  try {
    const compiled = new Query(query, mingoOptions)
    return (doc) => compiled.test(doc)
  } catch (error) {
    throw errors.requestFailed((error as Error).message)
  }
}

function scan(
  connection: Connection,
  collection: Collection,
  plan: QueryPlan,
  selection: Selection,
): FoundDoc[] {
  const { query, fields, limit: wanted = Infinity } = selection
  const test = plan.exact ? undefined : matcher(query)
  const seen = plan.index?.multikey ? new Set<number>() : undefined
  const found: FoundDoc[] = []
  const ranges = plan.backwards ? [...plan.ranges].reverse() : plan.ranges
  for (const range of ranges) {
    for (const page of pages(connection, collection, plan, range, test ? 2 * wanted : wanted, fields)) {
      for (const [row, id, body] of page) {
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

type PageRow = [row: number, id: Buffer, body: string, key: Buffer | null, ...fields: (string | null)[]]

const pageRows = { least: 50, most: 2_000 }

function* pages(
  connection: Connection,
  collection: Collection,
  plan: QueryPlan,
  range: KeyRange,
  expected: number,
  fields: string[] | undefined,
): Generator<PageRow[]> {
  const columns = [
    'd.doc',
    'd.id',
    fields ? 'NULL' : 'd.body',
    plan.index ? 'i.k' : 'NULL',
    ...(fields ?? []).map((field) => `d.body->'$.${field}'`),
  ].join(', ')
  const rows = Math.max(pageRows.least, Math.min(pageRows.most, expected))
  let last: PageRow | undefined
  for (;;) {
    const { sql, parameters } = rangeSql(collection, plan, range, last)
    const direction = plan.backwards ? 'DESC' : 'ASC'
    const order = plan.natural
      ? 'd.doc'
      : plan.index
        ? `i.k ${direction}, i.id ${direction}`
        : `d.id ${direction}`
    const page = connection.all(
      `SELECT ${columns} ${sql} ORDER BY ${order} LIMIT ${rows}`,
      parameters,
    ) as PageRow[]
    if (fields) for (const row of page) row[2] = bodyOfFields(fields, row)
    yield page
    if (page.length < rows) return
    last = page[page.length - 1]
  }
}

/** The text of a document that has only some of its fields. A field that is missing stays missing. */
function bodyOfFields(fields: string[], row: PageRow): string {
  let body = ''
  for (let i = 0; i < fields.length; i++) {
    const value = row[4 + i]
    if (value !== null) body += `${body ? ',' : ''}"${fields[i]!}":${value as string}`
  }
  return `{${body}}`
}

/** The FROM and WHERE of one range, from behind `last` on. */
export function rangeSql(
  collection: Collection,
  plan: QueryPlan,
  range: KeyRange,
  last?: PageRow,
): { sql: string; parameters: (Buffer | number)[] } {
  const where: string[] = []
  const parameters: (Buffer | number)[] = []
  const add = (condition: string, ...values: (Buffer | number | undefined)[]): void => {
    if (values.some((value) => value === undefined)) return
    where.push(condition)
    parameters.push(...(values as (Buffer | number)[]))
  }
  const beyond = plan.backwards ? '<' : '>'
  const ranged = !plan.index ? 'd.id' : range.key ? 'i.id' : 'i.k'
  add('i.k = ?', range.key)
  add(`${ranged} >= ?`, range.from)
  add(`${ranged} < ?`, range.to)
  if (last && plan.natural) add('d.doc > ?', last[0])
  else if (last && ranged === 'i.k') add(`(i.k, i.id) ${beyond} (?, ?)`, last[3]!, last[1])
  else if (last) add(`${ranged} ${beyond} ?`, last[1])
  const from = plan.index
    ? `FROM index_${plan.index.id} i CROSS JOIN docs_${collection.id} d ON d.doc = i.doc`
    : `FROM docs_${collection.id} d`
  return { sql: where.length > 0 ? `${from} WHERE ${where.join(' AND ')}` : from, parameters }
}

/** Sorts by keys made once a document. Of an array, the least or the greatest element counts. */
function inOrder(found: FoundDoc[], sort: SortSpec): FoundDoc[] {
  const keyed = found.map((each) => {
    const doc = each.doc ?? parseStored(each.body)
    return {
      each,
      key: sortKey(
        sort.map(([path, direction]) => extreme(valuesAt(doc, path).values, direction)),
        sort,
      ),
    }
  })
  return keyed.sort((a, b) => Buffer.compare(a.key, b.key)).map(({ each }) => each)
}

function extreme(values: unknown[], direction: 1 | -1): unknown {
  return values.reduce((best, value) => (compareValues(value, best) * direction < 0 ? value : best))
}
