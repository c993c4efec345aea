import { setTimeout as wait } from 'node:timers/promises'
import type { NoticeRefusal, PayNotice } from '../wechat/pay/payments'
import type { HttpAnswer, HttpCall, HttpHandler } from './http'

/**
 * What became of a notice. `unknown`: no payment of this number is known here, perhaps not yet; WeChat will say it again.
 * `refused`: it does not fit what was asked for, and a person must look.
 */
export type NoticeOutcome = 'taken' | 'unknown' | 'refused'

/** Acts on a verified notice. It may come twice, late, and in any order; what was asked for is compared here. */
export type TakeNotice = (call: HttpCall, notice: PayNotice) => Promise<NoticeOutcome>

/** WeChat waits five seconds. What takes longer is answered as failed and comes again; the work may go on. */
const ANSWER_WITHIN_MS = 4_000

const REFUSAL_STATUS: Record<NoticeRefusal, number> = {
  unsigned: 401,
  probe: 401,
  unknownKey: 401,
  forged: 401,
  stale: 401,
  unreadable: 400,
  unknownEvent: 400,
  wrongMerchant: 403,
  wrongApp: 403,
}

const OUTCOME_STATUS: Record<NoticeOutcome, number> = { taken: 200, unknown: 404, refused: 409 }

/**
 * Answers WeChat Pay's notices. Only what is signed by WeChat, for this merchant and app, reaches `take`; everything else
 * is answered with 4xx. The log names the outcome, never what was sent.
 */
export function answerNotice(take: TakeNotice, withinMs = ANSWER_WITHIN_MS): HttpHandler {
  return async (call, { method, headers, body }) => {
    if (method !== 'POST') return failed(405, 'notPost')
    const payments = call.payments('goods')
    if (!payments) return failed(503, 'notSetUp')
    const notice = payments.readNotice(headers, body.toString('utf8'), call.at)
    if (!notice.ok) return failed(REFUSAL_STATUS[notice.error], notice.error)
    const outcome = await inTime(take(call, notice.value), withinMs)
    if (outcome !== 'taken') return failed(OUTCOME_STATUS[outcome], outcome)
    return { status: OUTCOME_STATUS.taken, outcome, body: { code: 'SUCCESS' } }
  }
}

function failed(status: number, outcome: string): HttpAnswer {
  return { status, outcome, body: { code: 'FAIL', message: outcome } }
}

async function inTime<T>(work: Promise<T>, withinMs: number): Promise<T> {
  const stop = new AbortController()
  const tooLate = wait(withinMs, undefined, { signal: stop.signal }).then(() => {
    throw new Error(`not done within ${withinMs} ms`)
  })
  try {
    return await Promise.race([work, tooLate])
  } finally {
    stop.abort()
  }
}
