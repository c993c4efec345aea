import { randomUUID } from 'node:crypto'
import { runAction } from './actions'
import type { FaultKind, FaultTarget } from './faults'
import { GatewayError, errors } from './gatewayError'
import type { Reply } from './httpServer'
import type { Caller, GatewayContext, TcbRequest } from './request'
import type { StatsCounter } from './stats'

export interface Gateway {
  context: GatewayContext
  /** Asked once for each request, which fault hits it. */
  faults: { next(target: FaultTarget): FaultKind | undefined }
  stats: StatsCounter
  /** Told of errors that are the gateway's own: they are bugs or a broken disk. */
  onInternalError(error: Error): void
}

/** Carries out a request of an SDK, however it came. What fails is answered as the platform would; undefined is no answer. */
export async function answerAction(gateway: Gateway, request: TcbRequest, caller: Caller): Promise<Reply> {
  try {
    const { context, stats, faults } = gateway
    if (request.envName !== context.envId) throw errors.invalidEnv(String(request.envName))
    const { action } = request
    const collection = typeof request.collectionName === 'string' ? request.collectionName : undefined
    stats.count(String(action), collection)
    const inTransaction = typeof request.transactionId === 'string'
    const fault = faults.next({ action, collection, inTransaction })
    const reply = await underFault(fault, gateway, request, caller)
    return reply && { requestId: randomUUID(), ...reply }
  } catch (error) {
    return failureReply(gateway, error)
  }
}

/** How long a request hit by `slow` is held back. */
const slowMs = 300

async function underFault(
  fault: FaultKind | undefined,
  { context }: Gateway,
  request: TcbRequest,
  caller: Caller,
): Promise<Reply> {
  switch (fault) {
    case 'timeoutBefore':
      return undefined
    case 'timeoutAfter':
      // done, and nobody learns of it: not even of an error
      await runAction(context, request, caller).catch(() => undefined)
      return undefined
    case 'error':
      throw errors.requestFailed('[InternalError] injected by the local cloud')
    case 'conflict':
      context.store.transactions.end(context.store.transactions.get(request.transactionId!))
      throw errors.transactionConflict()
    case 'slow':
      await new Promise((resolve) => setTimeout(resolve, slowMs))
      break
    case undefined:
      break
  }
  return runAction(context, request, caller)
}

export function failureReply(gateway: Gateway, error: unknown): object {
  const { code, message } = asGatewayError(gateway, error)
  return { code, message, requestId: randomUUID() }
}

export function asGatewayError(gateway: Gateway, error: unknown): GatewayError {
  if (error instanceof GatewayError) return error
  gateway.onInternalError(error as Error)
  return errors.internal((error as Error).message)
}
