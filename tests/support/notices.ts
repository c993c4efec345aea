import { newNotice, type NewNotice } from '../../local/wechat/pay/notices'
import type { PayKeys } from '../../local/wechat/pay/payKeys'
import { Signatures } from '../../local/wechat/pay/signatures'
import { APPID } from './localPay'

/** A notice as it goes over the line. */
export interface Made {
  readonly headers: Record<string, string>
  readonly body: string
}

/** A notice as WeChat makes it: signed and encrypted with these keys, at this instant. */
export function makeNotice(
  keys: PayKeys,
  at: number,
  resource: object,
  event: NewNotice['event'] = 'TRANSACTION.SUCCESS',
): Made {
  const signatures = new Signatures(keys, () => at)
  const { body } = newNotice(signatures, { event, outTradeNo: 'any', url: '/', resource }, at, at)
  return { headers: { 'content-type': 'application/json', ...signatures.headersFor(body) }, body }
}

/** What a notice of a payment says, before it is encrypted. */
export function paidResource(
  keys: PayKeys,
  outTradeNo: string,
  totalFen: number,
  change: object = {},
): object {
  return {
    appid: APPID,
    mchid: keys.mchid,
    out_trade_no: outTradeNo,
    transaction_id: `4200${outTradeNo}`,
    trade_type: 'JSAPI',
    trade_state: 'SUCCESS',
    success_time: '2026-03-01T10:00:00+08:00',
    payer: { openid: 'oMei' },
    amount: { total: totalFen, payer_total: totalFen, currency: 'CNY', payer_currency: 'CNY' },
    ...change,
  }
}

/** Sends it, and answers the status. */
export async function sendNotice(url: string, { headers, body }: Made): Promise<number> {
  const reply = await fetch(`${url}/http/payNotify`, { method: 'POST', headers, body })
  await reply.arrayBuffer()
  return reply.status
}
