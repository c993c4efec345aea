import { calculateObjectSize } from 'bson'
import { type Doc, isPlainObject, toStored } from './bsonValues'
import { errors } from './gatewayError'
import { encodeKey } from './indexKey'
import { limits } from './limits'

/** The key of an `_id`; refuses what MongoDB refuses as one. */
export function idKey(id: unknown): Buffer {
  if (id === undefined || id === null || Array.isArray(id) || id instanceof RegExp) {
    throw errors.requestFailed(`The '_id' value cannot be ${Array.isArray(id) ? 'an array' : String(id)}`)
  }
  return encodeKey(id)
}

/** The stored text of a document, or the error MongoDB has for its field names or its size. */
export function storedBody(doc: Doc): string {
  checkFieldNames(doc)
  const body = toStored(doc)
  // BSON is at most some six times the text (arrays of small integers): measure only what may be too large
  if (body.length > limits.documentBytes / 8 && calculateObjectSize(doc) > limits.documentBytes) {
    throw errors.requestFailed(`The document is larger than ${limits.documentBytes} bytes (512 KB)`)
  }
  return body
}

function checkFieldNames(value: unknown): void {
  if (Array.isArray(value)) {
    for (const element of value) checkFieldNames(element)
    return
  }
  if (!isPlainObject(value)) return
  for (const key of Object.keys(value)) {
    if (key.startsWith('$') || key.includes('.')) {
      throw errors.requestFailed(`The field name '${key}' is not valid for storage`)
    }
    checkFieldNames(value[key])
  }
}
