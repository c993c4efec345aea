import { createHash } from 'node:crypto'
import type { Call } from '../../runtime/call'

/** A number made of who asks and of their request: asked again it is the same, and nobody makes another one's. */
function idOf(kind: string, { memberId, requestId }: Pick<Call, 'memberId' | 'requestId'>): string {
  return createHash('sha256').update(`${kind}:${memberId}:${requestId}`).digest('base64url').slice(0, 22)
}

/** The number of a top-up, which is that of its payment too: 1 to 32 of `0-9 A-Z a-z _ -`. */
export const topUpIdOf = (call: Pick<Call, 'memberId' | 'requestId'>): string => `t${idOf('topUp', call)}`

export const walletRefundIdOf = (call: Pick<Call, 'memberId' | 'requestId'>): string =>
  `r${idOf('walletRefund', call)}`

/** What WeChat knows a refund of one top-up by. Neither part has a star in it. */
export const outRefundNoOf = (refundId: string, topUpId: string): string => `${refundId}*${topUpId}`

/** The refund of the wallet that a refund of WeChat's belongs to. */
export const refundIdIn = (outRefundNo: string): string => outRefundNo.slice(0, outRefundNo.indexOf('*'))
