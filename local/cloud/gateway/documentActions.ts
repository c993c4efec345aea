import { find } from 'mingo'
import { type Doc, toStored } from './bsonValues'
import { parseStored } from './documentStore'
import { errors } from './gatewayError'
import { limits } from './limits'
import { mingoOptions } from './mingoOptions'
import { countDocs, selectDocs } from './queryReader'
import {
  type Caller,
  type GatewayContext,
  type TcbRequest,
  collectionNameOf,
  parseData,
  parseNewDocs,
  parseOrder,
  parseProjection,
  parseQuery,
} from './request'
import { changeDocs, insertDocs, putDoc, removeDocs } from './writeDocs'
import { applyUpdate } from './updateOperators'

/** The database actions outside of a transaction. Each answers what stands in the reply beside `requestId`. */

export async function addCollection({ store }: GatewayContext, request: TcbRequest): Promise<object> {
  const name = collectionNameOf(request)
  await store.group.run(() => store.catalog.create(name))
  return {}
}

export async function insertDocument(context: GatewayContext, request: TcbRequest): Promise<object> {
  const docs = parseNewDocs(context, request)
  await insertDocs(context.store, collectionNameOf(request), docs)
  return { data: { insertedIds: docs.map((doc) => doc._id) } }
}

export function getDocument({ store }: GatewayContext, request: TcbRequest): object {
  const collection = store.catalog.get(collectionNameOf(request))
  const found = selectDocs(store.reader, collection, {
    query: parseQuery(request.query),
    sort: parseOrder(request.order),
    skip: wholeNumber(request.offset, 'offset') ?? 0,
    limit: getLimit(request),
  })
  return {
    data: {
      list: project(
        found.map((each) => each.body),
        parseProjection(request.projection),
      ),
    },
  }
}

/** The texts as they are, or with a projection what it leaves of them. */
export function project(bodies: string[], projection: Doc | undefined): string[] {
  if (!projection) return bodies
  return find(bodies.map(parseStored), {}, projection, mingoOptions).all().map(toStored)
}

function getLimit(request: TcbRequest): number {
  const limit = wholeNumber(request.limit, 'limit') ?? limits.getDefaultDocuments
  if (limit > limits.getMaxDocuments) {
    throw errors.invalidParam(`limit is ${limit}: a get answers at most ${limits.getMaxDocuments} documents`)
  }
  return limit === 0 ? limits.getDefaultDocuments : limit
}

function wholeNumber(value: unknown, name: string): number | undefined {
  if (value === undefined || value === null) return undefined
  if (Number.isSafeInteger(value) && (value as number) >= 0) return value as number
  throw errors.invalidParam(`${name} must be a whole number`)
}

export function calculateDocument({ store }: GatewayContext, request: TcbRequest): object {
  const collection = store.catalog.get(collectionNameOf(request))
  return { data: { total: countDocs(store.reader, collection, parseQuery(request.query)) } }
}

export async function modifyDocument(
  context: GatewayContext,
  request: TcbRequest,
  caller: Caller,
): Promise<object> {
  refuseLeak(context, request, caller)
  const data = parseData(context, request, request.data)
  const query = parseQuery(request.query)
  if (request.merge === false) return setDocument(context, request, query, data)
  refuseBadUpdate(data)
  const { changed } = await changeDocs(
    context.store,
    collectionNameOf(request),
    query,
    request.multi === true,
    (doc) => applyUpdate(doc, data),
  )
  return { data: { updated: changed.length, upsert_id: null } }
}

async function setDocument(
  { store }: GatewayContext,
  request: TcbRequest,
  query: Doc,
  data: Doc,
): Promise<object> {
  const { updated, added } = await putDoc(store, collectionNameOf(request), wholeDoc(query, data))
  return { data: { updated, upsert_id: added ? query._id : null } }
}

/** The document that a set stores. */
export function wholeDoc(query: Doc, data: Doc): Doc {
  if (query._id === undefined) throw errors.invalidParam('A set needs an _id')
  if ('_id' in data) throw errors.invalidParam('A set cannot change _id')
  return { _id: query._id, ...data }
}

/** MongoDB would store `{}` in the place of the document, and mixes of fields and operators are refused. */
export function refuseBadUpdate(data: Doc): void {
  const names = Object.keys(data)
  if (names.length === 0) throw errors.emptyUpdate()
  const plain = names.find((name) => !name.startsWith('$'))
  if (plain) throw errors.requestFailed(`The update has the field '${plain}' where an operator must stand`)
}

/** In the cloud such a write is done at once, and stays when the transaction is rolled back. */
function refuseLeak({ store }: GatewayContext, request: TcbRequest, { invocation }: Caller): void {
  if (request.queryType === 'WHERE' && invocation && store.transactions.openIn(invocation)) {
    throw errors.whereWriteInTransaction()
  }
}

export async function modifyAndReturnDoc(
  context: GatewayContext,
  request: TcbRequest,
  caller: Caller,
): Promise<object> {
  refuseLeak(context, request, caller)
  const data = parseData(context, request, request.data)
  refuseBadUpdate(data)
  let after: Doc | undefined
  const { matched, changed } = await changeDocs(
    context.store,
    collectionNameOf(request),
    parseQuery(request.query),
    false,
    (doc) => (after = applyUpdate(doc, data)),
  )
  return { data: { updated: changed.length, doc: matched === 0 ? null : toStored(after) } }
}

export async function removeDocument(
  context: GatewayContext,
  request: TcbRequest,
  caller: Caller,
): Promise<object> {
  refuseLeak(context, request, caller)
  const query = parseQuery(request.query)
  const deleted = await removeDocs(context.store, collectionNameOf(request), query, request.multi === true)
  return { data: { deleted } }
}
