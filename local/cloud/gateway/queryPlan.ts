import type { Doc } from './bsonValues'
import type { Collection, Index } from './catalog'
import { afterPrefix, encodeKey, invert } from './indexKey'
import { type Bounds, type Conditions, type Edge, type FieldCondition, queryConditions } from './queryBounds'

export type SortSpec = readonly (readonly [path: string, direction: 1 | -1])[]

/** A range of keys, `from` included, `to` not; or one whole key, within which there may be a range of `_id`. */
export interface KeyRange {
  key?: Buffer
  from?: Buffer
  to?: Buffer
}

export interface QueryPlan {
  /** Undefined reads by `_id` or, without ranges on it, the whole collection. */
  index: Index | undefined
  /** Reads the whole collection in the order the documents were added. */
  natural: boolean
  /** Ranges in the order of the index. Empty means that nothing can match. */
  ranges: KeyRange[]
  /** Reading gives the documents in the order asked for; `backwards` turns the index round for it. */
  ordered: boolean
  backwards: boolean
  /** Everything within the ranges matches: no document needs to be tested. */
  exact: boolean
}

interface Candidate extends QueryPlan {
  score: number
}

// more ranges than this cost more than they save
const maxRanges = 2_000

/** Chooses how to read what `query` asks: the index that fixes most fields, else one that gives the order. */
export function planQuery(query: Doc, sort: SortSpec, collection: Collection): QueryPlan {
  const conditions = queryConditions(query)
  const candidates = [byIdCandidate(conditions, sort)]
  for (const index of collection.indexes) candidates.push(indexCandidate(index, conditions, sort))
  return candidates.reduce((best, each) => (each.score > best.score ? each : best))
}

function byIdCandidate(conditions: Conditions, sort: SortSpec): Candidate {
  const condition = conditions.fields.get('_id')
  const order = orderGiven([{ path: '_id', descending: false }], new Set(), sort)
  const ranges = condition ? condition.bounds.map((bounds) => keyRange(Buffer.alloc(0), bounds, false)) : [{}]
  const wantsOrder = order.ordered && sort.length > 0
  const points = condition?.bounds.every((bounds) => bounds.point) ?? false
  return {
    index: undefined,
    natural: !condition && !wantsOrder,
    ranges,
    ...order,
    exact:
      conditions.complete && conditions.fields.size === (condition ? 1 : 0) && (condition?.exact ?? true),
    score: (points ? 1_000 : condition ? 8 : 0) + (wantsOrder ? 3 : 0),
  }
}

function indexCandidate(index: Index, conditions: Conditions, sort: SortSpec): Candidate {
  const walk = walkFields(index, conditions)
  const order = index.multikey
    ? { ordered: sort.length === 0, backwards: false }
    : orderGiven([...index.fields, { path: '_id', descending: false }], walk.fixedPaths, sort)
  const used = walk.used.size
  const exact =
    !index.multikey &&
    conditions.complete &&
    used === conditions.fields.size &&
    [...walk.used].every((each) => each.exact)
  const useful = used > 0 || (order.ordered && sort.length > 0)
  return {
    index,
    natural: false,
    ranges: walk.ranges,
    ...order,
    exact,
    score: useful
      ? walk.pointFields * 10 + walk.rangeFields * 5 + (order.ordered && sort.length > 0 ? 3 : 0)
      : -1,
  }
}

interface FieldWalk {
  ranges: KeyRange[]
  used: Set<FieldCondition>
  /** Fields with one value: they do not disturb the order of the fields behind them. */
  fixedPaths: Set<string>
  pointFields: number
  rangeFields: number
}

function walkFields(index: Index, conditions: Conditions): FieldWalk {
  const walk: FieldWalk = {
    ranges: [],
    used: new Set(),
    fixedPaths: new Set(),
    pointFields: 0,
    rangeFields: 0,
  }
  let prefixes: Buffer[] = [Buffer.alloc(0)]
  for (const field of index.fields) {
    const condition = conditions.fields.get(field.path)
    const bounds = condition && (index.multikey ? condition.first : condition.bounds)
    if (!condition || !bounds || prefixes.length * bounds.length > maxRanges) return finish(walk, prefixes)
    walk.used.add(condition)
    if (!bounds.every((each) => each.point)) {
      walk.rangeFields++
      walk.ranges = ordered(
        prefixes.flatMap((prefix) => bounds.map((each) => keyRange(prefix, each, field.descending))),
      )
      return walk
    }
    walk.pointFields++
    if (bounds.length === 1) walk.fixedPaths.add(field.path)
    prefixes = prefixes.flatMap((prefix) =>
      bounds.map((each) => Buffer.concat([prefix, oriented(each, field.descending)])),
    )
  }
  const byId = conditions.fields.get('_id')
  if (!byId || prefixes.length !== 1) {
    walk.ranges = ordered(prefixes.map((key) => ({ key })))
    return walk
  }
  walk.used.add(byId)
  walk.rangeFields++
  walk.ranges = byId.bounds.map((bounds) => ({
    key: prefixes[0]!,
    ...keyRange(Buffer.alloc(0), bounds, false),
  }))
  return walk
}

function finish(walk: FieldWalk, prefixes: Buffer[]): FieldWalk {
  walk.ranges = ordered(
    prefixes.map((prefix) => (prefix.length === 0 ? {} : { from: prefix, to: afterPrefix(prefix) })),
  )
  return walk
}

function oriented(bounds: Bounds, descending: boolean): Buffer {
  return descending ? invert(bounds.low.bytes) : bounds.low.bytes
}

function keyRange(prefix: Buffer, bounds: Bounds, descending: boolean): KeyRange {
  const [low, high] = descending ? [turned(bounds.high), turned(bounds.low)] : [bounds.low, bounds.high]
  return { from: place(prefix, low), to: place(prefix, high) }
}

/** In a descending field the bytes are inverted: what lay before a value lies behind it. */
function turned(edge: Edge): Edge {
  return { bytes: invert(edge.bytes), after: !edge.after }
}

function place(prefix: Buffer, edge: Edge): Buffer | undefined {
  const bytes = Buffer.concat([prefix, edge.bytes])
  return edge.after ? afterPrefix(bytes) : bytes
}

function ordered(ranges: KeyRange[]): KeyRange[] {
  return ranges.length < 2
    ? ranges
    : [...ranges].sort((a, b) => Buffer.compare(a.key ?? a.from ?? zero, b.key ?? b.from ?? zero))
}

const zero = Buffer.alloc(0)

function orderGiven(
  fields: readonly { path: string; descending: boolean }[],
  fixed: ReadonlySet<string>,
  sort: SortSpec,
): { ordered: boolean; backwards: boolean } {
  const rest = fields.filter((field) => !fixed.has(field.path))
  const wanted = sort.filter(([path]) => !fixed.has(path))
  let backwards: boolean | undefined
  for (const [i, [path, direction]] of wanted.entries()) {
    const field = rest[i]
    // behind _id nothing is left to order
    if (!field) break
    const turn = (direction === -1) !== field.descending
    if (field.path !== path || (backwards !== undefined && turn !== backwards)) {
      return { ordered: false, backwards: false }
    }
    backwards = turn
  }
  return { ordered: true, backwards: backwards ?? false }
}

/** The bytes by which documents are put in order when no index gives it: the same order as an index's. */
export function sortKey(values: readonly unknown[], sort: SortSpec): Buffer {
  return Buffer.concat(
    values.map((value, i) => (sort[i]![1] === -1 ? invert(encodeKey(value)) : encodeKey(value))),
  )
}
