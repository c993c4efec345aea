import { type Doc, isPlainObject } from './bsonValues'
import { errors } from './gatewayError'
import { emptyArray, encodeKey, invert } from './indexKey'

export interface IndexField {
  path: string
  descending: boolean
}

export interface IndexEntries {
  keys: Buffer[]
  /** True when an array gave its elements as keys: order and double bounds then need care. */
  multikey: boolean
}

/** The keys under which an index finds a document: one, or one an element when a field holds an array. */
export function indexEntries(fields: readonly IndexField[], doc: Doc): IndexEntries {
  let keys: Buffer[][] = [[]]
  let arrayFields = 0
  for (const field of fields) {
    const { values, throughArray } = valuesAt(doc, field.path)
    if (throughArray) arrayFields++
    const encoded = values.map((value) => (field.descending ? invert(encodeKey(value)) : encodeKey(value)))
    keys = keys.flatMap((prefix) => encoded.map((bytes) => [...prefix, bytes]))
  }
  if (arrayFields > 1) {
    throw errors.requestFailed(
      `cannot index parallel arrays [${fields.map((field) => field.path).join('] [')}]`,
    )
  }
  return {
    keys: distinct(keys.map((parts) => (parts.length === 1 ? parts[0]! : Buffer.concat(parts)))),
    multikey: arrayFields > 0,
  }
}

/** The values MongoDB indexes at a dotted path: elements of arrays one by one, null where there is nothing. */
export function valuesAt(doc: Doc, path: string): { values: unknown[]; throughArray: boolean } {
  const found: unknown[] = []
  const state = { throughArray: false }
  collect(doc, path.split('.'), 0, found, state)
  return { values: found.length > 0 ? found : [null], throughArray: state.throughArray }
}

function collect(
  value: unknown,
  path: readonly string[],
  at: number,
  found: unknown[],
  state: { throughArray: boolean },
): void {
  if (at === path.length) {
    if (!Array.isArray(value)) {
      found.push(value ?? null)
      return
    }
    state.throughArray = true
    if (value.length === 0) found.push(emptyArray)
    else found.push(...(value as unknown[]))
    return
  }
  const part = path[at]!
  if (Array.isArray(value)) {
    state.throughArray = true
    if (/^\d+$/.test(part) && Number(part) < value.length)
      collect(value[Number(part)], path, at + 1, found, state)
    for (const element of value) if (isPlainObject(element)) collect(element, path, at, found, state)
    return
  }
  if (isPlainObject(value)) collect(value[part], path, at + 1, found, state)
  else found.push(null)
}

function distinct(keys: Buffer[]): Buffer[] {
  if (keys.length < 2) return keys
  const seen = new Map<string, Buffer>()
  for (const key of keys) seen.set(key.toString('latin1'), key)
  return [...seen.values()]
}
