import { isEqual } from 'mingo/util'
import { type Doc, cloneValue, isPlainObject } from './bsonValues'
import { arrayOperators } from './updateArrays'
import { errors } from './gatewayError'
import { compareValues } from './indexKey'
import { type Place, placeOf, put, unset } from './updatePath'

type FieldOperator = (doc: Doc, path: string, operand: unknown) => void

/**
 * Applies an update of operators to a copy of a document and returns the copy. As strict as MongoDB: a wrong type, a
 * way through a scalar, two operators on one path or a changed `_id` is an error.
 */
export function applyUpdate(doc: Doc, update: Doc): Doc {
  refuseConflicts(update)
  const result = cloneValue(doc)
  for (const operator of Object.keys(update)) {
    const apply = operators[operator]
    if (!apply) throw errors.requestFailed(`Unknown modifier: ${operator}`)
    const fields = update[operator]
    if (!isPlainObject(fields))
      throw errors.requestFailed(`Modifiers operate on fields but ${operator} has none`)
    for (const path of Object.keys(fields)) apply(result, path, fields[path])
  }
  if (!isEqual(result._id, doc._id)) {
    throw errors.requestFailed(
      "Performing an update on the path '_id' would modify the immutable field '_id'",
    )
  }
  return result
}

const operators: Record<string, FieldOperator> = {
  $set: (doc, path, operand) => put(placeOf(doc, path, true)!, operand),
  $unset: (doc, path) => {
    const place = placeOf(doc, path, false)
    if (place) unset(place)
  },
  $inc: (doc, path, operand) => arithmetic('$inc', doc, path, operand, (value, by) => value + by),
  $mul: (doc, path, operand) => arithmetic('$mul', doc, path, operand, (value, by) => value * by),
  $min: (doc, path, operand) => replaceWhen(doc, path, operand, (order) => order < 0),
  $max: (doc, path, operand) => replaceWhen(doc, path, operand, (order) => order > 0),
  $rename: rename,
  $bit: bitwise,
  // nothing is inserted by an update with operators here
  $setOnInsert: () => undefined,
  ...arrayOperators,
}

function arithmetic(
  operator: string,
  doc: Doc,
  path: string,
  operand: unknown,
  compute: (value: number, by: number) => number,
): void {
  if (typeof operand !== 'number') {
    throw errors.requestFailed(
      `(TypeMismatch) Cannot ${verbs[operator]!} with non-numeric argument: {${path}: ${show(operand)}}`,
    )
  }
  const place = placeOf(doc, path, true)!
  const value = place.value === undefined ? 0 : place.value
  if (typeof value !== 'number') {
    throw errors.requestFailed(
      `(TypeMismatch) Cannot apply ${operator} to a value of non-numeric type. {_id: ${show(doc._id)}} has the field ` +
        `'${path}' of non-numeric type ${typeName(value)}`,
    )
  }
  const result = compute(value, operand)
  if (Number.isSafeInteger(value) && Number.isSafeInteger(operand) && !Number.isSafeInteger(result)) {
    throw errors.requestFailed(`${operator} on '${path}' leaves the integers that JavaScript holds exactly`)
  }
  put(place, result)
}

const verbs: Record<string, string> = { $inc: 'increment', $mul: 'multiply' }

function replaceWhen(doc: Doc, path: string, operand: unknown, better: (order: number) => boolean): void {
  const place = placeOf(doc, path, true)!
  if (place.value === undefined || better(compareValues(operand, place.value))) put(place, operand)
}

function rename(doc: Doc, path: string, operand: unknown): void {
  if (typeof operand !== 'string')
    throw errors.requestFailed(`The 'to' field for $rename must be a string: ${path}`)
  const from = placeOf(doc, path, false)
  if (!from || from.value === undefined) return
  refuseArray(from, path)
  unset(from)
  put(placeOf(doc, operand, true)!, from.value)
}

function refuseArray(place: Place, path: string): void {
  if (Array.isArray(place.container))
    throw errors.requestFailed(`The source field of $rename cannot be an array element: ${path}`)
}

const bits: Record<string, (a: number, b: number) => number> = {
  and: (a, b) => a & b,
  or: (a, b) => a | b,
  xor: (a, b) => a ^ b,
}

function bitwise(doc: Doc, path: string, operand: unknown): void {
  const place = placeOf(doc, path, true)!
  let value = place.value ?? 0
  if (!Number.isInteger(value))
    throw errors.requestFailed(`Cannot apply $bit to a value of non-integral type: ${path}`)
  for (const [name, by] of Object.entries(isPlainObject(operand) ? operand : {})) {
    const compute = bits[name]
    if (!compute || !Number.isInteger(by)) throw errors.requestFailed(`Bad $bit: {${name}: ${show(by)}}`)
    value = compute(value as number, by as number)
  }
  put(place, value)
}

/** MongoDB refuses two changes of one path, or of a path and what lies within it. */
function refuseConflicts(update: Doc): void {
  const paths: string[] = []
  for (const operator of Object.keys(update)) {
    const fields = update[operator]
    if (!isPlainObject(fields)) continue
    for (const path of Object.keys(fields)) {
      paths.push(path)
      if (operator === '$rename' && typeof fields[path] === 'string') paths.push(fields[path])
    }
  }
  paths.sort()
  for (const [i, path] of paths.entries()) {
    const conflict = paths.find((other, j) => j !== i && (other === path || other.startsWith(`${path}.`)))
    if (conflict) {
      throw errors.requestFailed(
        `(ConflictingUpdateOperators) Updating the path '${conflict}' would create a conflict at '${path}'`,
      )
    }
  }
}

function typeName(value: unknown): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'array'
  if (value instanceof Date) return 'date'
  return typeof value
}

function show(value: unknown): string {
  return JSON.stringify(value) ?? 'undefined'
}
