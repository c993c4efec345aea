/** What the store said when a call did not work. The platform words one failure in several ways. */
export type Failure = 'conflict' | 'duplicate' | 'unknownOutcome' | 'other'

const CONNECTION_ERRORS = new Set([
  'ECONNRESET',
  'ECONNREFUSED',
  'EPIPE',
  'ETIMEDOUT',
  'ESOCKETTIMEDOUT',
  'ECONNABORTED',
])

/**
 * Sorts an error of the SDK: `conflict` lost to another transaction (whose other calls then find it gone), `duplicate` met a key that is taken,
 * `unknownOutcome` got no answer, so that the call may or may not have been carried out.
 */
export function failureOf(error: unknown): Failure {
  const { code, message } = error as { code?: unknown; message?: unknown }
  const text = typeof message === 'string' ? message : ''
  if (code === 'DATABASE_TRANSACTION_CONFLICT' || code === 'DATABASE_TRANSACTION_FAIL') return 'conflict'
  if (code === 'DATABASE_DUPLICATE_WRITE') return 'duplicate'
  if (code === 'DATABASE_REQUEST_FAILED' && text.includes('E11000')) return 'duplicate'
  if (typeof code === 'string' && CONNECTION_ERRORS.has(code)) return 'unknownOutcome'
  if (/socket hang up|timeout|network/i.test(text)) return 'unknownOutcome'
  return 'other'
}
