import { Binary, Decimal128, EJSON, Long, ObjectId } from 'bson'
import { errors } from './gatewayError'

/** A document in memory: plain JSON values, Date, RegExp, and bson's own classes for what JavaScript lacks. */
export type Doc = Record<string, unknown>

/** Called for `{$tcb_server_date: {offset}}`; absent where a server date makes no sense (queries). */
export type ServerDate = (offsetMs: number) => Date

/** Reads a string of EJSON (canonical, relaxed or the stored form) into memory values. */
export function parseEjson(text: string, serverDate?: ServerDate): unknown {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw errors.invalidParam(`Not a JSON text: ${text.slice(0, 80)}`)
  }
  return text.includes('"$') ? revive(value, serverDate) : value
}

export function isPlainObject(value: unknown): value is Doc {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
}

function revive(value: unknown, serverDate?: ServerDate): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) {
    for (let i = 0; i < value.length; i++) value[i] = revive(value[i], serverDate)
    return value
  }
  const object = value as Doc
  for (const key in object) {
    if (key.charCodeAt(0) === 36) {
      const reviver = revivers[key]
      if (reviver) return reviver(object[key], object, serverDate)
    }
    const inner = object[key]
    if (typeof inner === 'object' && inner !== null) object[key] = revive(inner, serverDate)
  }
  return object
}

type Reviver = (inner: unknown, whole: Doc, serverDate?: ServerDate) => unknown

const byLibrary: Reviver = (_inner, whole) => EJSON.deserialize(whole, { relaxed: false }) as unknown

const revivers: Record<string, Reviver> = {
  $numberInt: (inner) => Number(inner),
  $numberDouble: (inner) => Number(inner),
  $numberLong: (inner) => {
    const asNumber = Number(inner)
    return Number.isSafeInteger(asNumber) ? asNumber : Long.fromString(String(inner))
  },
  $numberDecimal: (inner) => Decimal128.fromString(String(inner)),
  $date: (inner) => {
    const ms =
      typeof inner === 'object' && inner !== null
        ? Number((inner as Doc).$numberLong)
        : new Date(inner as string).getTime()
    return new Date(ms)
  },
  $oid: (inner) => new ObjectId(String(inner)),
  $regularExpression: (inner) => {
    const { pattern, options } = inner as { pattern: string; options?: string }
    return toRegExp(pattern, options ?? '')
  },
  $tcb_server_date: (inner, _whole, serverDate) => {
    if (!serverDate) throw errors.requestFailed('serverDate is not allowed here')
    const offset = revive((inner as Doc).offset ?? 0)
    return serverDate(Number(offset))
  },
  $undefined: () => null,
  $binary: byLibrary,
  $uuid: byLibrary,
  $timestamp: byLibrary,
  $minKey: byLibrary,
  $maxKey: byLibrary,
}

function toRegExp(pattern: string, options: string): RegExp {
  if (/[^ims]/.test(options)) {
    throw errors.requestFailed(`The local cloud has no regular expression option "${options}": use i, m or s`)
  }
  return new RegExp(pattern, options)
}

/**
 * The stored form, which is also what replies carry: numbers as JSON numbers, everything else that JSON lacks as
 * canonical EJSON. It is valid EJSON for the SDK, sqlite's JSON functions read it, and a read copies it unparsed.
 */
export function toStored(value: unknown): string {
  return JSON.stringify(toJson(value))
}

function toJson(value: unknown): unknown {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return value
    case 'number':
      return Number.isFinite(value) && !Object.is(value, -0) ? value : { $numberDouble: doubleText(value) }
    case 'bigint':
      return { $numberLong: value.toString() }
    case 'object':
      return value === null ? null : objectToJson(value)
    default:
      return null
  }
}

function doubleText(value: number): string {
  return Object.is(value, -0) ? '-0.0' : String(value)
}

function objectToJson(value: object): unknown {
  if (Array.isArray(value)) return value.map(toJson)
  if (value instanceof Date) return { $date: { $numberLong: String(value.getTime()) } }
  if (value instanceof RegExp) {
    return { $regularExpression: { pattern: value.source, options: [...value.flags].sort().join('') } }
  }
  if (value instanceof ObjectId) return { $oid: value.toHexString() }
  if (value instanceof Long) return { $numberLong: value.toString() }
  if (value instanceof Decimal128) return { $numberDecimal: value.toString() }
  if (value instanceof Binary || '_bsontype' in value) {
    return EJSON.serialize(value, { relaxed: false })
  }
  const result: Doc = {}
  for (const key of Object.keys(value)) result[key] = toJson((value as Doc)[key])
  return result
}

/** A deep copy that keeps the bson classes (they are never changed in place). */
export function cloneValue<T>(value: T): T {
  if (Array.isArray(value)) return value.map(cloneValue) as T
  if (!isPlainObject(value)) return value
  const result: Doc = {}
  for (const key of Object.keys(value)) result[key] = cloneValue(value[key])
  return result as T
}
