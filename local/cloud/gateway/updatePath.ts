import { type Doc, isPlainObject, toStored } from './bsonValues'
import { errors } from './gatewayError'

type Container = Doc | unknown[]

/** Where an update's path ends: the object or array that holds the last part. */
export interface Place {
  container: Container
  key: string | number
  /** Undefined when there is nothing yet. */
  value: unknown
}

/**
 * Walks to the end of a path. With `create` missing objects are made on the way, and a way through null, a scalar or
 * a name within an array is MongoDB's PathNotViable error; without it the place is undefined when it does not exist.
 */
export function placeOf(doc: Doc, path: string, create: boolean): Place | undefined {
  const parts = path.split('.')
  if (parts.some((part) => part === ''))
    throw errors.requestFailed(`The update path '${path}' contains an empty field name`)
  if (parts.some((part) => part.startsWith('$'))) {
    throw errors.requestFailed(`The positional operator in '${path}' is not supported by the local cloud`)
  }
  let container: Container = doc
  for (let i = 0; i < parts.length - 1; i++) {
    const key = keyIn(container, parts[i]!, create)
    if (key === undefined) return undefined
    let next = read(container, key)
    if (next === undefined) {
      if (!create) return undefined
      next = {}
      write(container, key, next)
    }
    if (!Array.isArray(next) && !isPlainObject(next)) {
      if (!create) return undefined
      throw errors.requestFailed(
        `(PathNotViable) Cannot create field '${parts[i + 1]!}' in element {${parts[i]!}: ${toStored(next)}}`,
      )
    }
    container = next
  }
  const key = keyIn(container, parts[parts.length - 1]!, create)
  return key === undefined ? undefined : { container, key, value: read(container, key) }
}

/** Stores a value at a place; an array grows with nulls up to it. */
export function put(place: Place, value: unknown): void {
  write(place.container, place.key, value)
}

/** Takes away a field; an element of an array becomes null, as in MongoDB. */
export function unset(place: Place): void {
  if (place.value === undefined) return
  if (Array.isArray(place.container)) place.container[place.key as number] = null
  else delete place.container[place.key as string]
}

function keyIn(container: Container, part: string, create: boolean): string | number | undefined {
  if (!Array.isArray(container)) return part
  if (/^(0|[1-9]\d{0,6})$/.test(part)) return Number(part)
  if (!create) return undefined
  throw errors.requestFailed(`(PathNotViable) Cannot create field '${part}' in an array`)
}

function read(container: Container, key: string | number): unknown {
  if (Array.isArray(container)) return container[key as number]
  return Object.hasOwn(container, key) ? container[key as string] : undefined
}

function write(container: Container, key: string | number, value: unknown): void {
  if (!Array.isArray(container)) {
    container[key as string] = value
    return
  }
  while (container.length < (key as number)) container.push(null)
  container[key as number] = value
}
