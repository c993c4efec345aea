import { createHash, createHmac } from 'node:crypto'
import { CODE_BYTES } from '@shared/rules/giftCards/code'

/**
 * The code of a card: made of the shop's secret and the card's number, so that it need not be kept anywhere to be shown
 * again. Who has the database alone knows none.
 */
export function codeBytesOf(cardId: string, secret: string): Uint8Array {
  return createHmac('sha256', secret).update(`changke gift card\n${cardId}`).digest().subarray(0, CODE_BYTES)
}

/** What is kept of a code. Its 128 bits need no salt: nobody has a table of them. */
export const hashOfCode = (code: string): string => createHash('sha256').update(code).digest('base64url')
