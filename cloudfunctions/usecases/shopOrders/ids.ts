import { createHash } from 'node:crypto'

/**
 * The number of the order that a request makes: the same request once more makes the same. Capital letters and digits
 * alone, since people read it to one another.
 */
export function shopOrderIdOf(memberId: string, requestId: string): string {
  return `S${digest(`shopOrder\n${memberId}\n${requestId}`).slice(0, 24)}`
}

/** The number of the refund that a request makes, among those of its order. */
export function refundIdOf(memberId: string, requestId: string): string {
  return `R${digest(`refund\n${memberId}\n${requestId}`).slice(0, 16)}`
}

const digest = (text: string): string => createHash('sha256').update(text).digest('hex').toUpperCase()
