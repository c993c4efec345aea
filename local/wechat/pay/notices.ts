import { randomUUID } from 'node:crypto'
import { storeTimeText } from '../../../cloudfunctions/wechat/pay/storeTimeText'
import type { Notice } from './payDocuments'
import type { Signatures } from './signatures'

/** After a try that was not taken: the seconds until the next. Fifteen more in 24 hours and four minutes, then no more. */
const RETRY_AFTER_SECONDS = [
  15, 15, 30, 180, 600, 1_200, 1_800, 1_800, 1_800, 3_600, 10_800, 10_800, 10_800, 21_600, 21_600,
] as const

const EVENTS = {
  'TRANSACTION.SUCCESS': ['transaction', '支付成功'],
  'REFUND.SUCCESS': ['refund', '退款成功'],
  'REFUND.ABNORMAL': ['refund', '退款异常'],
} as const
export type NoticeEvent = keyof typeof EVENTS

export interface NewNotice {
  readonly event: NoticeEvent
  readonly outTradeNo: string
  readonly url: string
  /** What it says, before it is encrypted. */
  readonly resource: object
}

/** A notice to be sent at an instant. Its words are made once: each try sends the same, newly signed. */
export function newNotice(
  signatures: Signatures,
  { event, outTradeNo, url, resource }: NewNotice,
  now: number,
  sendAt: number,
): Notice {
  const [originalType, summary] = EVENTS[event]
  const id = randomUUID()
  const body = JSON.stringify({
    id,
    create_time: storeTimeText(now),
    event_type: event,
    resource_type: 'encrypt-resource',
    summary,
    resource: signatures.encrypted(resource, originalType),
  })
  return { id, outTradeNo, event, url, body, tries: [], nextAt: sendAt, probe: false }
}

/** A look-alike that nobody may take; it is sent once. */
export function probeOf(notice: Notice): Notice {
  return { ...notice, id: randomUUID(), tries: [], probe: true }
}

/** The notice after one more try. */
export function afterTry(notice: Notice, status: number, at: number): Notice {
  const tries = [...notice.tries, { at, status }]
  const taken = status >= 200 && status < 300
  const pause = RETRY_AFTER_SECONDS[tries.length - 1]
  const over = taken || notice.probe || pause === undefined
  return { ...notice, tries, nextAt: over ? null : at + pause * 1000 }
}
