import { ObjectId } from 'bson'
import { type Doc, isPlainObject } from './bsonValues'
import { encodeKey, typeTag } from './indexKey'

/** One end of a range of values, as a place in the order of key bytes: before or after all keys with this prefix. */
export interface Edge {
  bytes: Buffer
  after: boolean
}

/** A range of values of one field. A point has the same bytes at both ends. */
export interface Bounds {
  low: Edge
  high: Edge
  /** Set when exactly one value satisfies it. */
  point: boolean
}

/** What a query asks of one field, as far as an index can answer it. */
export interface FieldCondition {
  path: string
  bounds: Bounds[]
  /** False when documents within the bounds still have to be tested. */
  exact: boolean
  /** What the first operator alone asks: on arrays different elements may satisfy different operators. */
  first: Bounds[]
}

export interface Conditions {
  fields: Map<string, FieldCondition>
  /** True when the conditions of `fields` are the whole query. */
  complete: boolean
}

/** Takes from a query what indexes can answer: equality, $in, $gt, $gte, $lt, $lte and $and of them. */
export function queryConditions(query: Doc): Conditions {
  const result: Conditions = { fields: new Map(), complete: true }
  collect(query, result)
  return result
}

function collect(query: Doc, into: Conditions): void {
  for (const key of Object.keys(query)) {
    const value = query[key]
    if (key === '$and' && Array.isArray(value)) {
      for (const part of value) if (isPlainObject(part)) collect(part, into)
    } else if (key.startsWith('$')) {
      into.complete = false
    } else {
      addCondition(into, key, value)
    }
  }
}

function addCondition(into: Conditions, path: string, value: unknown): void {
  const condition = fieldCondition(path, value)
  const existing = into.fields.get(path)
  if (!condition) into.complete = false
  else if (!existing) into.fields.set(path, condition)
  else into.fields.set(path, intersect(existing, condition))
}

function fieldCondition(path: string, value: unknown): FieldCondition | undefined {
  if (isIndexable(value)) return oneOperator(path, [pointOf(value)])
  if (!isPlainObject(value)) return undefined
  const operators = Object.keys(value)
  if (operators.length === 0 || !operators.every((operator) => operator.startsWith('$'))) return undefined
  let result: FieldCondition | undefined
  let exact = true
  for (const operator of operators) {
    const bounds = boundsOf[operator]?.(value[operator])
    if (!bounds) {
      exact = false
      continue
    }
    const one = oneOperator(path, bounds)
    result = result ? intersect(result, one) : one
  }
  return result && { ...result, exact: result.exact && exact }
}

function oneOperator(path: string, bounds: Bounds[]): FieldCondition {
  return { path, bounds, first: bounds, exact: true }
}

const boundsOf: Record<string, (operand: unknown) => Bounds[] | undefined> = {
  $eq: (operand) => (isIndexable(operand) ? [pointOf(operand)] : undefined),
  $in: (operand) =>
    Array.isArray(operand) && operand.every(isIndexable) ? distinctPoints(operand.map(pointOf)) : undefined,
  $gt: (operand) => oneSided(operand, (bytes, tag) => ({ low: { bytes, after: true }, high: endOf(tag) })),
  $gte: (operand) => oneSided(operand, (bytes, tag) => ({ low: { bytes, after: false }, high: endOf(tag) })),
  $lt: (operand) => oneSided(operand, (bytes, tag) => ({ low: startOf(tag), high: { bytes, after: false } })),
  $lte: (operand) => oneSided(operand, (bytes, tag) => ({ low: startOf(tag), high: { bytes, after: true } })),
}

/** Arrays, objects and patterns are compared by MongoDB in ways an index of single values does not show. */
function isIndexable(value: unknown): boolean {
  if (value === null) return true
  if (typeof value === 'number') return !Number.isNaN(value)
  if (typeof value === 'object') return value instanceof Date || value instanceof ObjectId
  return typeof value === 'string' || typeof value === 'boolean'
}

function oneSided(
  operand: unknown,
  make: (bytes: Buffer, tag: number) => { low: Edge; high: Edge },
): Bounds[] | undefined {
  if (operand === null || !isIndexable(operand)) return undefined
  const bytes = encodeKey(operand)
  return [{ ...make(bytes, bytes[0]!), point: false }]
}

function pointOf(value: unknown): Bounds {
  const bytes = encodeKey(value)
  return { low: { bytes, after: false }, high: { bytes, after: true }, point: true }
}

/** NaN has the number's tag and zero bytes: a range of numbers starts after it. */
function startOf(tag: number): Edge {
  if (tag === typeTag.number) return { bytes: encodeKey(Number.NaN), after: true }
  return { bytes: Buffer.from([tag]), after: false }
}

function endOf(tag: number): Edge {
  return { bytes: Buffer.from([tag]), after: true }
}

function distinctPoints(points: Bounds[]): Bounds[] {
  const sorted = [...points].sort((a, b) => compareEdges(a.low, b.low))
  return sorted.filter((point, i) => i === 0 || !point.low.bytes.equals(sorted[i - 1]!.low.bytes))
}

function intersect(a: FieldCondition, b: FieldCondition): FieldCondition {
  const bounds: Bounds[] = []
  for (const x of a.bounds) {
    for (const y of b.bounds) {
      const low = compareEdges(x.low, y.low) >= 0 ? x.low : y.low
      const high = compareEdges(x.high, y.high) <= 0 ? x.high : y.high
      if (compareEdges(low, high) < 0) bounds.push({ low, high, point: x.point || y.point })
    }
  }
  return { path: a.path, bounds, first: a.first, exact: a.exact && b.exact }
}

/** The order of two places; `after` of a prefix lies behind every key that starts with it. */
function compareEdges(a: Edge, b: Edge): number {
  const length = Math.min(a.bytes.length, b.bytes.length)
  const order = Buffer.compare(a.bytes.subarray(0, length), b.bytes.subarray(0, length))
  if (order !== 0) return order
  if (a.bytes.length === b.bytes.length) return Number(a.after) - Number(b.after)
  const aIsPrefix = a.bytes.length < b.bytes.length
  return aIsPrefix ? (a.after ? 1 : -1) : b.after ? -1 : 1
}
