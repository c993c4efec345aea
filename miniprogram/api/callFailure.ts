import type { CallError, ErrorCode } from '@shared/contracts/errors'

/** `OFFLINE`: no answer came, so nobody knows yet whether anything was done. */
export type FailureCode = ErrorCode | 'OFFLINE'

/** Why a call brought no value. `message` is the server's own words in the caller's language; empty when offline. */
export class CallFailure extends Error {
  readonly code: FailureCode
  readonly data: CallError['data']

  constructor(code: FailureCode, message = '', data?: CallError['data']) {
    super(message)
    this.name = 'CallFailure'
    this.code = code
    this.data = data
  }
}

const UNSETTLED: readonly FailureCode[] = ['OFFLINE', 'BUSY', 'INTERNAL']

/** True when the command may have been done all the same: its retry has to carry the same requestId. */
export function leavesCommandOpen(failure: unknown): boolean {
  return !(failure instanceof CallFailure) || UNSETTLED.includes(failure.code)
}
