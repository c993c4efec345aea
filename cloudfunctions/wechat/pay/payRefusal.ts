/** Why WeChat Pay did not do what it was asked. */
export type PayRefusalReason =
  | 'alreadyPaid'
  | 'closed'
  /** The number belongs to another payment. */
  | 'numberUsed'
  | 'notFound'
  /** The merchant's own account does not hold the refund. */
  | 'notEnough'
  /** Not possible for this payment as it stands, or not understood. */
  | 'invalid'
  /** A bill is not made yet. */
  | 'notYet'
  /** Whether it was done is not known: ask again with the same number. */
  | 'askAgain'
  /** Keys, merchant or app are not those that WeChat knows. */
  | 'misconfigured'
  /** The answer is not WeChat's: its signature is wrong or missing, or it speaks of something else. */
  | 'untrusted'

export interface PayRefusal {
  readonly reason: PayRefusalReason
  /** WeChat's own code, for the log. */
  readonly code: string
  /** WeChat's own words, or those of the fault; names nobody. */
  readonly message: string
}

/** WeChat's codes. Some are written in two ways, by the age of the address. */
const REASONS: Readonly<Record<string, PayRefusalReason>> = {
  ORDERPAID: 'alreadyPaid',
  ORDER_CLOSED: 'closed',
  ORDERCLOSED: 'closed',
  OUT_TRADE_NO_USED: 'numberUsed',
  ORDER_NOT_EXIST: 'notFound',
  ORDERNOTEXIST: 'notFound',
  RESOURCE_NOT_EXISTS: 'notFound',
  NOT_ENOUGH: 'notEnough',
  NOTENOUGH: 'notEnough',
  STATEMENT_CREATING: 'notYet',
  SYSTEM_ERROR: 'askAgain',
  SYSTEMERROR: 'askAgain',
  BANK_ERROR: 'askAgain',
  BANKERROR: 'askAgain',
  FREQUENCY_LIMITED: 'askAgain',
  FREQUENCY_LIMIT_EXCEED: 'askAgain',
  RATELIMIT_EXCEEDED: 'askAgain',
  SIGN_ERROR: 'misconfigured',
  NO_AUTH: 'misconfigured',
  NOAUTH: 'misconfigured',
  MCH_NOT_EXISTS: 'misconfigured',
  APPID_MCHID_NOT_MATCH: 'misconfigured',
}

const SERVER_ERROR = 500

/** A code that nobody knows means that it was refused, unless the server broke down on it. */
export function refusalOf(status: number, code: string, message: string): PayRefusal {
  const reason = REASONS[code] ?? (status >= SERVER_ERROR ? 'askAgain' : 'invalid')
  return { reason, code: code || String(status), message }
}

export function untrusted(message: string): PayRefusal {
  return { reason: 'untrusted', code: 'UNTRUSTED', message }
}
