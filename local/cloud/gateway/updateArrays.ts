import { Query } from 'mingo'
import { isEqual } from 'mingo/util'
import { type Doc, isPlainObject } from './bsonValues'
import { errors } from './gatewayError'
import { valuesAt } from './indexEntries'
import { compareValues } from './indexKey'
import { mingoOptions } from './mingoOptions'
import { placeOf, put } from './updatePath'

/** $push, $addToSet, $pop, $pull and $pullAll: on anything but an array they are errors, as in MongoDB. */
export const arrayOperators: Record<string, (doc: Doc, path: string, operand: unknown) => void> = {
  $push: (doc, path, operand) => {
    const place = placeOf(doc, path, true)!
    put(place, pushed(arrayOr(place.value, [], '$push', path), operand))
  },
  $addToSet: (doc, path, operand) => {
    const place = placeOf(doc, path, true)!
    const result = [...arrayOr(place.value, [], '$addToSet', path)]
    const added = isPlainObject(operand) && '$each' in operand ? each(operand, '$addToSet') : [operand]
    for (const value of added) if (!result.some((element) => isEqual(element, value))) result.push(value)
    put(place, result)
  },
  $pop: (doc, path, operand) => {
    if (operand !== 1 && operand !== -1)
      throw errors.requestFailed(`$pop expects 1 or -1, found: ${String(operand)}`)
    change(doc, path, '$pop', (elements) => (operand === 1 ? elements.slice(0, -1) : elements.slice(1)))
  },
  $pull: (doc, path, operand) => {
    const matches = elementTest(operand)
    change(doc, path, '$pull', (elements) => elements.filter((element) => !matches(element)))
  },
  $pullAll: (doc, path, operand) => {
    if (!Array.isArray(operand)) throw errors.requestFailed('$pullAll requires an array argument')
    change(doc, path, '$pullAll', (elements) =>
      elements.filter((element) => !operand.some((value) => isEqual(element, value))),
    )
  },
}

function change(doc: Doc, path: string, operator: string, compute: (elements: unknown[]) => unknown[]): void {
  const place = placeOf(doc, path, false)
  if (!place || place.value === undefined) return
  put(place, compute(arrayOr(place.value, [], operator, path)))
}

function arrayOr(value: unknown, missing: unknown[], operator: string, path: string): unknown[] {
  if (value === undefined) return missing
  if (Array.isArray(value)) return value
  throw errors.requestFailed(
    `(BadValue) Cannot apply ${operator} to a non-array value: the field '${path}' holds ${value === null ? 'null' : typeof value}`,
  )
}

const pushModifiers = new Set(['$each', '$position', '$slice', '$sort'])

function pushed(elements: unknown[], operand: unknown): unknown[] {
  if (!isPlainObject(operand) || !('$each' in operand)) return [...elements, operand]
  for (const name of Object.keys(operand)) {
    if (!pushModifiers.has(name)) throw errors.requestFailed(`Unrecognized clause in $push: ${name}`)
  }
  const added = each(operand, '$push')
  const position = integer(operand.$position, '$position') ?? elements.length
  const at = position < 0 ? Math.max(0, elements.length + position) : position
  const result = [...elements.slice(0, at), ...added, ...elements.slice(at)]
  return sliced(sorted(result, operand.$sort), integer(operand.$slice, '$slice'))
}

function each(operand: Doc, operator: string): unknown[] {
  if (Array.isArray(operand.$each)) return operand.$each as unknown[]
  throw errors.requestFailed(`The argument to $each in ${operator} must be an array`)
}

function integer(value: unknown, name: string): number | undefined {
  if (value === undefined || Number.isInteger(value)) return value as number | undefined
  throw errors.requestFailed(`The value for ${name} must be an integer`)
}

function sorted(elements: unknown[], by: unknown): unknown[] {
  if (by === undefined) return elements
  if (by === 1 || by === -1) return elements.sort((a, b) => by * compareValues(a, b))
  if (!isPlainObject(by)) throw errors.requestFailed('The $sort of a $push must be 1, -1 or an object')
  const fields = Object.entries(by) as [string, number][]
  return elements.sort((a, b) => {
    for (const [path, direction] of fields) {
      const order = compareValues(at(a, path), at(b, path)) * direction
      if (order !== 0) return order
    }
    return 0
  })
}

function at(element: unknown, path: string): unknown {
  return isPlainObject(element) ? valuesAt(element, path).values[0] : null
}

function sliced(elements: unknown[], slice: number | undefined): unknown[] {
  if (slice === undefined) return elements
  return slice >= 0 ? elements.slice(0, slice) : elements.slice(slice)
}

/** $pull takes a value, operators on the element, or conditions on the fields of elements that are objects. */
function elementTest(operand: unknown): (element: unknown) => boolean {
  if (operand instanceof RegExp) return (element) => typeof element === 'string' && operand.test(element)
  if (!isPlainObject(operand)) return (element) => isEqual(element, operand)
  const onValue = Object.keys(operand).some(
    (key) => key.startsWith('$') && !['$and', '$or', '$nor'].includes(key),
  )
  if (onValue) {
    const query = new Query({ element: operand }, mingoOptions)
    return (element) => query.test({ element })
  }
  const query = new Query(operand, mingoOptions)
  return (element) => isPlainObject(element) && query.test(element)
}
