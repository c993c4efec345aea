import type { Doc } from './bsonValues'
import type { Collection } from './catalog'
import { type StoredDoc, parseStored } from './documentStore'
import { valuesAt } from './indexEntries'
import { compareValues } from './indexKey'
import { queryFields } from './neededFields'
import { type QueryPlan, type SortSpec, planQuery, sortKey } from './queryPlan'
import { type ScannedDoc, countInRanges, scanDocs } from './scanDocs'
import type { Connection } from './sqlite'

export interface FoundDoc extends StoredDoc {
  /** Parsed only when that was needed to find it. */
  doc?: Doc
}

export interface Selection {
  query: Doc
  sort?: SortSpec
  skip?: number
  limit?: number
}

/** The documents a selection asks for, whole and in its order. */
export function selectDocs(connection: Connection, collection: Collection, selection: Selection): FoundDoc[] {
  const plan = planQuery(selection.query, selection.sort ?? [], collection)
  // where much is read to find little, only what decides is read, and then the documents that were found
  const fields = plan.ordered && (plan.exact || !plan.natural) ? undefined : decidingFields(selection)
  const found = inOrder(connection, collection, plan, selection, fields)
  return fields ? found.map(({ row }) => byRow(connection, collection, row)) : (found as FoundDoc[])
}

/** The same documents with some top-level fields only. */
export function selectFields(
  connection: Connection,
  collection: Collection,
  selection: Selection,
  fields: readonly string[],
): Doc[] {
  const plan = planQuery(selection.query, selection.sort ?? [], collection)
  const deciding = plan.exact && plan.ordered ? [] : decidingFields(selection)
  const read = deciding && [...new Set([...fields, ...deciding])]
  const found = inOrder(connection, collection, plan, selection, read)
  return found.map((each) => each.doc ?? parseStored(each.body))
}

/** How many documents match: counted within the index when that is exact. */
export function countDocs(connection: Connection, collection: Collection, query: Doc): number {
  const plan = planQuery(query, [], collection)
  if (plan.exact) return countInRanges(connection, collection, plan)
  return scanDocs(connection, collection, plan, { query, wanted: Infinity, fields: queryFields(query) })
    .length
}

function inOrder(
  connection: Connection,
  collection: Collection,
  plan: QueryPlan,
  selection: Selection,
  fields: readonly string[] | undefined,
): ScannedDoc[] {
  const { query, sort = [], skip = 0, limit = Infinity } = selection
  const wanted = plan.ordered ? skip + limit : Infinity
  const found = scanDocs(connection, collection, plan, { query, wanted, fields })
  return (plan.ordered ? found : sorted(found, sort)).slice(skip, skip + limit)
}

/** The top-level fields by which documents are chosen and ordered; undefined when that cannot be told. */
function decidingFields({ query, sort = [] }: Selection): string[] | undefined {
  const tested = queryFields(query)
  const ordering = queryFields(Object.fromEntries(sort))
  return tested && ordering && [...new Set([...tested, ...ordering])]
}

function byRow(connection: Connection, collection: Collection, row: number): FoundDoc {
  collection.documentsRead++
  const [id, body] = connection.get(`SELECT id, body FROM docs_${collection.id} WHERE doc = ?`, [row])!
  return { row, id: id as Buffer, body: body as string }
}

/** Sorts by keys made once a document. Of an array, the least or the greatest element counts. */
function sorted(found: ScannedDoc[], sort: SortSpec): ScannedDoc[] {
  const keyed = found.map((each) => {
    const doc = each.doc ?? parseStored(each.body)
    const values = sort.map(([path, direction]) => extreme(valuesAt(doc, path).values, direction))
    return { each, key: sortKey(values, sort) }
  })
  return keyed.sort((a, b) => Buffer.compare(a.key, b.key)).map(({ each }) => each)
}

function extreme(values: unknown[], direction: 1 | -1): unknown {
  return values.reduce((best, value) => (compareValues(value, best) * direction < 0 ? value : best))
}
