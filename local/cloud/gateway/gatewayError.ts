/** An error that the platform would answer: `code` and `message` reach the SDK as they are. */
export class GatewayError extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message)
    this.name = 'GatewayError'
  }
}

const pleaseCheck = 'Please check your request, but if the problem cannot be solved, contact us.'

/** Every error the gateway answers with, by what went wrong. */
export const errors = {
  invalidParam: (message: string) => new GatewayError('INVALID_PARAM', message),
  invalidAction: (action: string) =>
    new GatewayError('INVALID_ACTION', `The action ${action} is not served by the local cloud`),
  invalidEnv: (envName: string) => new GatewayError('INVALID_ENV', `Environment ${envName} not found`),
  signature: (message: string) => new GatewayError('SIGN_PARAM_INVALID', message),
  payloadTooLarge: (limitBytes: number) =>
    new GatewayError('EXCEED_REQUEST_SIZE_LIMIT', `The request body is larger than ${limitBytes} bytes`),
  requestFailed: (message: string) => new GatewayError('DATABASE_REQUEST_FAILED', message),
  collectionNotExist: (name: string) =>
    new GatewayError('DATABASE_COLLECTION_NOT_EXIST', `Db or Table not exist: ${name}. ${pleaseCheck}`),
  collectionExists: (name: string) =>
    new GatewayError('DATABASE_COLLECTION_ALREADY_EXIST', `Table exist: ${name}. ${pleaseCheck}`),
  limitExceeded: (message: string) =>
    new GatewayError('DATABASE_REQUEST_FAILED', `[LimitExceeded] ${message}`),
  duplicateKey: (namespace: string, index: string, key: string) =>
    new GatewayError(
      'DATABASE_REQUEST_FAILED',
      `E11000 duplicate key error collection: ${namespace} index: ${index} dup key: ${key}`,
    ),
  transactionConflict: () =>
    new GatewayError(
      'DATABASE_TRANSACTION_CONFLICT',
      '[ResourceUnavailable.TransactionConflict] Transaction is conflict, maybe resource operated by others. ' +
        'Please check your request, but if the problem persists, contact us.',
    ),
  transactionNotExist: () =>
    new GatewayError(
      'DATABASE_TRANSACTION_FAIL',
      '[ResourceUnavailable.TransactionNotExist] Transaction does not exist on the server, transaction must be ' +
        'commit or abort in 30 seconds. Please check your request, but if the problem persists, contact us.',
    ),
  whereInTransaction: () =>
    new GatewayError(
      'DATABASE_TRANSACTION_WHERE',
      'A transaction reaches documents by _id only: use transaction.collection(name).doc(id)',
    ),
  whereWriteInTransaction: () =>
    new GatewayError(
      'DATABASE_TRANSACTION_WHERE_WRITE',
      'A where().update() or where().remove() was sent while this invocation has a transaction open. In the cloud ' +
        'it leaves the transaction silently and is not rolled back: use doc(id) inside, or write before or after',
    ),
  serverDateInTransaction: () =>
    new GatewayError(
      'DATABASE_REQUEST_FAILED',
      'serverDate is not supported in a transaction: pass the instant of your own clock',
    ),
  emptyUpdate: () =>
    new GatewayError(
      'DATABASE_REQUEST_FAILED',
      'The update is empty. update({field: {}}) is sent as {} by the SDK: use _.set({}) to store an empty object',
    ),
  internal: (message: string) => new GatewayError('SYS_ERR', message),
} as const
