/** Failures of a call as such, by CloudBase's names; what a function refuses is its answer, not one of these. */
export type CallFailureCode =
  | 'FUNCTION_NOT_FOUND'
  | 'FUNCTIONS_EXECUTE_FAIL'
  | 'FUNCTIONS_TIME_LIMIT_EXCEEDED'
  | 'FUNCTIONS_CONCURRENCY_EXCEEDED'

export class CallFailure extends Error {
  constructor(
    readonly code: CallFailureCode,
    message: string,
  ) {
    super(message)
  }
}
