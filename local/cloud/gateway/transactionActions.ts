import { type Doc, isPlainObject } from './bsonValues'
import type { Collection } from './catalog'
import { project, refuseBadUpdate, wholeDoc } from './documentActions'
import { parseStored } from './documentStore'
import { errors } from './gatewayError'
import {
  type Caller,
  type GatewayContext,
  type TcbRequest,
  collectionNameOf,
  parseData,
  parseNewDocs,
  parseProjection,
  parseQuery,
} from './request'
import { type Transaction } from './transactions'
import {
  insertInTransaction,
  putInTransaction,
  readInTransaction,
  removeInTransaction,
} from './transactionDocs'
import { applyUpdate } from './updateOperators'
import { commitTransaction } from './writeDocs'

type WithinTransaction = (
  context: GatewayContext,
  request: TcbRequest,
  transaction: Transaction,
  collection: Collection,
) => object

export function startTransaction(
  { store }: GatewayContext,
  _request: TcbRequest,
  { invocation }: Caller,
): object {
  return { transactionId: store.transactions.begin(invocation).id }
}

export async function commit({ store }: GatewayContext, request: TcbRequest): Promise<object> {
  await commitTransaction(store, transactionIdOf(request))
  return {}
}

export function abort({ store }: GatewayContext, request: TcbRequest): object {
  store.transactions.end(store.transactions.get(transactionIdOf(request)))
  return {}
}

/** Any error ends the transaction, as in MongoDB. */
export function inTransaction(context: GatewayContext, request: TcbRequest): object {
  const transaction = context.store.transactions.get(transactionIdOf(request))
  try {
    const action = actions[request.action]
    if (!action) throw errors.whereInTransaction()
    return action(context, request, transaction, context.store.catalog.get(collectionNameOf(request)))
  } catch (error) {
    context.store.transactions.end(transaction)
    throw error
  }
}

const actions: Record<string, WithinTransaction> = {
  'database.getDocument': ({ store }, request, transaction, collection) => {
    const body = readInTransaction(store, transaction, collection, idOf(request))
    return { data: { list: project(body === undefined ? [] : [body], parseProjection(request.projection)) } }
  },

  'database.insertDocument': (context, request, transaction, collection) => {
    const docs = parseNewDocs(context, request)
    insertInTransaction(context.store, transaction, collection, docs)
    return { data: { insertedIds: docs.map((doc) => doc._id) } }
  },

  'database.modifyDocument': (context, request, transaction, collection) => {
    const { store } = context
    const id = idOf(request)
    const data = parseData(context, request, request.data)
    const seen = readInTransaction(store, transaction, collection, id)
    if (request.merge === false) {
      putInTransaction(store, transaction, collection, wholeDoc({ _id: id }, data))
      return { data: { updated: seen === undefined ? 0 : 1, upsert_id: seen === undefined ? id : null } }
    }
    refuseBadUpdate(data)
    if (seen === undefined) return { data: { updated: 0, upsert_id: null } }
    putInTransaction(store, transaction, collection, applyUpdate(parseStored(seen), data))
    return { data: { updated: 1, upsert_id: null } }
  },

  'database.removeDocument': ({ store }, request, transaction, collection) => {
    const removed = removeInTransaction(store, transaction, collection, idOf(request))
    return { data: { deleted: removed ? 1 : 0 } }
  },
}

/** Within a transaction a document is reached by its `_id` and nothing else. */
function idOf(request: TcbRequest): unknown {
  const query: Doc = parseQuery(request.query)
  const id = query._id
  if (
    request.queryType !== 'DOC' ||
    Object.keys(query).length !== 1 ||
    id === undefined ||
    isPlainObject(id)
  ) {
    throw errors.whereInTransaction()
  }
  return id
}

function transactionIdOf(request: TcbRequest): string {
  if (typeof request.transactionId === 'string' && request.transactionId) return request.transactionId
  throw errors.invalidParam('transactionId is missing')
}
