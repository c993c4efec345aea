import { randomUUID } from 'node:crypto'
import { type Doc, isPlainObject, parseEjson, type ServerDate } from './bsonValues'
import { errors } from './gatewayError'
import type { SortSpec } from './queryPlan'
import type { Store } from './store'

/** The body of a request as the SDKs send it. Everything but the action may be missing. */
export interface TcbRequest {
  action: string
  envName?: string
  collectionName?: string
  transactionId?: string
  queryType?: string
  query?: string
  order?: string
  projection?: string
  offset?: number
  limit?: number
  data?: unknown
  multi?: boolean
  merge?: boolean
  upsert?: boolean
  stages?: unknown
  function_name?: string
  request_data?: string
}

/** Calls a function of the local cloud by name; rejects with an error that may carry a `code`. */
export type Invoke = (name: string, data: unknown, source: string) => Promise<unknown>

/** What the actions work with. */
export interface GatewayContext {
  store: Store
  envId: string
  /** The turned clock, in ms. */
  now(): number
  invoke: Invoke
}

/** What is known of the caller beside the body. */
export interface Caller {
  /** The function invocation the request comes from, when it says so. */
  invocation: string | undefined
  /** The chain of callers so far, with commas between. */
  source: string
}

export function parseQuery(text: string | undefined): Doc {
  return text ? objectOf(parseEjson(text), 'query') : {}
}

export function parseProjection(text: string | undefined): Doc | undefined {
  const projection = text ? objectOf(parseEjson(text), 'projection') : undefined
  return projection && Object.keys(projection).length > 0 ? projection : undefined
}

export function parseOrder(text: string | undefined): SortSpec {
  return text ? sortSpec(objectOf(parseEjson(text), 'order')) : []
}

export function sortSpec(order: Doc): SortSpec {
  return Object.entries(order).map(([path, direction]) => {
    if (direction !== 1 && direction !== -1)
      throw errors.invalidParam(`The direction of ${path} must be 1 or -1`)
    return [path, direction] as const
  })
}

/** The data of an update or a set. A server date in a transaction is refused. */
export function parseData(context: GatewayContext, request: TcbRequest, text: unknown): Doc {
  if (typeof text !== 'string') throw errors.invalidParam('data must be a string of EJSON')
  return objectOf(parseEjson(text, serverDate(context, request)), 'data')
}

/** The documents of an add, each with an `_id`. */
export function parseNewDocs(context: GatewayContext, request: TcbRequest): Doc[] {
  if (!Array.isArray(request.data) || request.data.length === 0) {
    throw errors.invalidParam('data must be an array of at least one document')
  }
  return request.data.map((text) => {
    const doc = parseData(context, request, text)
    if (doc._id === undefined) doc._id = randomUUID().replaceAll('-', '')
    return doc
  })
}

export function objectOf(value: unknown, name: string): Doc {
  if (isPlainObject(value)) return value
  throw errors.invalidParam(`${name} must be an object`)
}

function serverDate(context: GatewayContext, request: TcbRequest): ServerDate {
  return (offsetMs) => {
    if (request.transactionId) throw errors.serverDateInTransaction()
    return new Date(context.now() + offsetMs)
  }
}

export function collectionNameOf(request: TcbRequest): string {
  if (typeof request.collectionName === 'string' && request.collectionName) return request.collectionName
  throw errors.invalidParam('collectionName is missing')
}
