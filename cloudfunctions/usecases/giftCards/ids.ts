import { createHash } from 'node:crypto'
import { cardIdOf } from '@shared/rules/giftCards/batch'
import type { Call } from '../../runtime/call'

type Asker = Pick<Call, 'memberId' | 'requestId'>

/** A number made of who asks and of their request: asked again it is the same, and nobody makes another one's. */
const idOf = (kind: string, { memberId, requestId }: Asker): string =>
  createHash('sha256').update(`${kind}:${memberId}:${requestId}`).digest('base64url').slice(0, 22)

/** The number of a purchase, which is that of its payment too: 1 to 32 of `0-9 A-Z a-z _ -`. */
export const purchaseIdOf = (asker: Asker): string => `g${idOf('giftCards', asker)}`

export const batchIdOf = (asker: Asker): string => `b${idOf('giftBatch', asker)}`

/** The cards of a purchase, from the first on. */
export const cardIdsOf = (purchaseId: string, count: number): string[] =>
  Array.from({ length: count }, (_, place) => cardIdOf(purchaseId, place + 1))

/** What WeChat knows the refund of a card by: there is one at most. */
export const outRefundNoOf = (cardId: string): string => `${cardId}*back`
