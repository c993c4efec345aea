import { aggregateDocuments } from './aggregate'
import {
  addCollection,
  calculateDocument,
  getDocument,
  insertDocument,
  modifyAndReturnDoc,
  modifyDocument,
  removeDocument,
} from './documentActions'
import { GatewayError, errors } from './gatewayError'
import type { Caller, GatewayContext, TcbRequest } from './request'
import { abort, commit, inTransaction, startTransaction } from './transactionActions'

type Action = (context: GatewayContext, request: TcbRequest, caller: Caller) => object | Promise<object>

const actions: Record<string, Action> = {
  'database.addCollection': addCollection,
  'database.insertDocument': orInTransaction(insertDocument),
  'database.getDocument': orInTransaction(getDocument),
  'database.calculateDocument': orInTransaction(calculateDocument),
  'database.modifyDocument': orInTransaction(modifyDocument),
  'database.modifyAndReturnDoc': orInTransaction(modifyAndReturnDoc),
  'database.removeDocument': orInTransaction(removeDocument),
  'database.aggregateDocuments': orInTransaction(aggregateDocuments),
  'database.startTransaction': startTransaction,
  'database.commitTransaction': commit,
  'database.abortTransaction': abort,
  'functions.invokeFunction': invokeFunction,
}

/** Executes a request of node-sdk or wx-server-sdk; resolves to what stands in the reply beside `requestId`. */
export async function runAction(
  context: GatewayContext,
  request: TcbRequest,
  caller: Caller,
): Promise<object> {
  const action = Object.hasOwn(actions, request.action) ? actions[request.action] : undefined
  if (!action) throw errors.invalidAction(request.action)
  return action(context, request, caller)
}

function orInTransaction(action: Action): Action {
  return (context, request, caller) =>
    request.transactionId ? inTransaction(context, request) : action(context, request, caller)
}

async function invokeFunction(
  context: GatewayContext,
  request: TcbRequest,
  { source }: Caller,
): Promise<object> {
  const name = request.function_name
  if (typeof name !== 'string' || !name) throw errors.invalidParam('function_name is missing')
  try {
    const data: unknown = request.request_data ? JSON.parse(request.request_data) : {}
    const result = await context.invoke(name, data, source)
    return { data: { response_data: JSON.stringify(result ?? null) } }
  } catch (error) {
    const { code, message } = error as { code?: unknown; message: string }
    throw new GatewayError(typeof code === 'string' ? code : 'FUNCTIONS_EXECUTE_FAIL', message)
  }
}
