import { Binary, Decimal128, Long, ObjectId } from 'bson'

/**
 * Index keys are bytes whose order (memcmp) is MongoDB's order of values: null and missing, numbers, strings,
 * objects, arrays, binary, ObjectId, booleans, dates, regular expressions. The first byte is the type, so a range
 * within one type is a range of bytes.
 */
export const typeTag = {
  minKey: 0x05,
  emptyArray: 0x08,
  null: 0x0a,
  number: 0x10,
  string: 0x18,
  object: 0x20,
  array: 0x28,
  binary: 0x30,
  objectId: 0x38,
  boolean: 0x40,
  date: 0x48,
  regExp: 0x50,
  other: 0x58,
  maxKey: 0x7f,
} as const

/** Stands for an empty array, which MongoDB indexes as undefined: before null. */
export const emptyArray = Symbol('emptyArray')

/** The key bytes of one value. */
export function encodeKey(value: unknown): Buffer {
  const parts: Buffer[] = []
  append(parts, value)
  return parts.length === 1 ? parts[0]! : Buffer.concat(parts)
}

/** Bytes of a descending field: the same order, turned round. */
export function invert(bytes: Buffer): Buffer {
  const result = Buffer.allocUnsafe(bytes.length)
  for (let i = 0; i < bytes.length; i++) result[i] = 0xff - bytes[i]!
  return result
}

/** The first key after all keys that start with these bytes; undefined when there is none. */
export function afterPrefix(bytes: Buffer): Buffer | undefined {
  let end = bytes.length
  while (end > 0 && bytes[end - 1] === 0xff) end--
  if (end === 0) return undefined
  const result = Buffer.from(bytes.subarray(0, end))
  result[end - 1] = result[end - 1]! + 1
  return result
}

/** Compares two values as MongoDB sorts them. */
export function compareValues(a: unknown, b: unknown): number {
  return Buffer.compare(encodeKey(a), encodeKey(b))
}

function append(parts: Buffer[], value: unknown): void {
  switch (typeof value) {
    case 'string':
      appendString(parts, typeTag.string, value)
      return
    case 'number':
      parts.push(numberBytes(typeTag.number, value))
      return
    case 'boolean':
      parts.push(Buffer.from([typeTag.boolean, value ? 1 : 0]))
      return
    case 'bigint':
      parts.push(numberBytes(typeTag.number, Number(value)))
      return
    case 'object':
      if (value === null) break
      appendObject(parts, value)
      return
    default:
  }
  parts.push(Buffer.from([value === emptyArray ? typeTag.emptyArray : typeTag.null]))
}

function appendObject(parts: Buffer[], value: object): void {
  if (value instanceof Date) parts.push(numberBytes(typeTag.date, value.getTime()))
  else if (value instanceof ObjectId) parts.push(Buffer.from([typeTag.objectId]), Buffer.from(value.id))
  else if (value instanceof Long) parts.push(numberBytes(typeTag.number, value.toNumber()))
  else if (value instanceof Decimal128) parts.push(numberBytes(typeTag.number, Number(value.toString())))
  else if (value instanceof RegExp) appendString(parts, typeTag.regExp, `${value.source}/${value.flags}`)
  else if (value instanceof Binary)
    appendString(parts, typeTag.binary, Buffer.from(value.buffer).toString('hex'))
  else if (Array.isArray(value)) appendArray(parts, value)
  else if ('_bsontype' in value) appendBsonClass(parts, value)
  else appendFields(parts, value as Record<string, unknown>)
}

function appendBsonClass(parts: Buffer[], value: object & { _bsontype?: unknown }): void {
  if (value._bsontype === 'MinKey') parts.push(Buffer.from([typeTag.minKey]))
  else if (value._bsontype === 'MaxKey') parts.push(Buffer.from([typeTag.maxKey]))
  else appendString(parts, typeTag.other, JSON.stringify(value))
}

function appendArray(parts: Buffer[], values: unknown[]): void {
  parts.push(Buffer.from([typeTag.array]))
  for (const value of values) append(parts, value)
  parts.push(Buffer.from([0]))
}

function appendFields(parts: Buffer[], fields: Record<string, unknown>): void {
  parts.push(Buffer.from([typeTag.object]))
  for (const key of Object.keys(fields)) {
    appendString(parts, 1, key)
    append(parts, fields[key])
  }
  parts.push(Buffer.from([0]))
}

/** UTF-8, a zero byte written as 00 FF and the end as 00 00, so that a shorter text sorts first. */
function appendString(parts: Buffer[], tag: number, text: string): void {
  if (text.includes('\0')) {
    const escaped = Buffer.from(text, 'utf8').toString('latin1').replaceAll('\0', '\0\xff')
    parts.push(Buffer.from([tag]), Buffer.from(escaped, 'latin1'), Buffer.from([0, 0]))
    return
  }
  const bytes = Buffer.allocUnsafe(Buffer.byteLength(text) + 3)
  bytes[0] = tag
  bytes.write(text, 1)
  bytes[bytes.length - 2] = 0
  bytes[bytes.length - 1] = 0
  parts.push(bytes)
}

/** A double whose bytes sort like its value: the sign bit flipped for positives, all bits for negatives. */
function numberBytes(tag: number, value: number): Buffer {
  const bytes = Buffer.allocUnsafe(9)
  bytes[0] = tag
  if (Number.isNaN(value)) return bytes.fill(0, 1)
  bytes.writeDoubleBE(value === 0 ? 0 : value, 1)
  if (bytes[1]! & 0x80) {
    for (let i = 1; i < 9; i++) bytes[i] = 0xff - bytes[i]!
  } else {
    bytes[1] = bytes[1]! | 0x80
  }
  return bytes
}
