import { createHash } from 'node:crypto'
import type * as z from 'zod'
import type { Day } from '@shared/kernel/day'
import { ok, refuse, type Result } from '@shared/kernel/result'
import { billPlace, prepaid, refund, refundStateOf, stateOf, transaction } from './answers'
import type { BillLine, Payments } from './payments'
import { type PayRefusal, untrusted } from './payRefusal'
import { paymentParameters } from './paySign'
import type { PaySettings } from './paySettings'
import { type Answer, type Request, requester } from './payRequest'
import { readBill } from './readBill'
import { readNotice } from './readNotice'
import { storeTimeText } from './storeTimeText'

/** WeChat Pay v3 by JSAPI, signed in public-key mode. Keys are read here: throws when one is none. */
export function weChatPayments(settings: PaySettings): Payments {
  const { appid, mchid, notifyUrl } = settings
  const request = requester(settings)
  const ofOrder = (outTradeNo: string) => `v3/pay/transactions/out-trade-no/${encodeURIComponent(outTradeNo)}`

  return {
    async prepay({ outTradeNo, description, amountFen, openid, expiresAt }, at) {
      const answer = await request('post', 'v3/pay/transactions/jsapi', {
        body: {
          appid,
          mchid,
          description,
          out_trade_no: outTradeNo,
          time_expire: storeTimeText(expiresAt),
          notify_url: notifyUrl,
          amount: { total: amountFen, currency: 'CNY' },
          payer: { openid },
        },
      })
      const read = readAs(prepaid, answer)
      return read.ok ? ok(paymentParameters(settings, read.value.prepay_id, at)) : read
    },

    async query(outTradeNo) {
      const read = readAs(transaction, await request('get', ofOrder(outTradeNo), { params: { mchid } }))
      if (!read.ok) return read
      const { value } = read
      const same = value.out_trade_no === outTradeNo && value.mchid === mchid && value.appid === appid
      return same ? ok(stateOf(value)) : refuse(untrusted('the answer speaks of another payment'))
    },

    async close(outTradeNo) {
      const answer = await request('post', `${ofOrder(outTradeNo)}/close`, { body: { mchid } })
      // It was closed before: by a retry, or because its time was over.
      if (!answer.ok && answer.error.reason !== 'closed') return answer
      return ok('closed')
    },

    async refund({ outTradeNo, outRefundNo, refundFen, paidFen, reason }) {
      const answer = await request('post', 'v3/refund/domestic/refunds', {
        body: {
          out_trade_no: outTradeNo,
          out_refund_no: outRefundNo,
          reason,
          notify_url: notifyUrl,
          amount: { refund: refundFen, total: paidFen, currency: 'CNY' },
        },
      })
      return refundIn(answer, outRefundNo)
    },

    async queryRefund(outRefundNo) {
      const path = `v3/refund/domestic/refunds/${encodeURIComponent(outRefundNo)}`
      return refundIn(await request('get', path, {}), outRefundNo)
    },

    bill: (day) => fetchBill(request, day),

    readNotice: (headers, body, at) => readNotice(settings, headers, body, at),
  }
}

async function fetchBill(request: Request, day: Day): Promise<Result<readonly BillLine[], PayRefusal>> {
  const answer = await request('get', 'v3/bill/tradebill', { params: { bill_date: day, bill_type: 'ALL' } })
  // No trades, no bill.
  if (!answer.ok && answer.error.code === 'NO_STATEMENT_EXIST') return ok([])
  const place = readAs(billPlace, answer)
  if (!place.ok) return place
  // Of the address only the path counts: where WeChat is, the settings alone say.
  const { pathname, searchParams } = new URL(place.value.download_url)
  const params = Object.fromEntries(searchParams)
  const file = await request('get', pathname.slice(1), { params, file: true })
  if (!file.ok) return file
  const csv = file.value as Buffer
  const hash = createHash('sha1').update(csv).digest('hex')
  if (hash !== place.value.hash_value.toLowerCase()) {
    return refuse(untrusted('the bill is not the one whose hash was signed'))
  }
  return readBill(csv)
}

function refundIn(answer: Answer, outRefundNo: string) {
  const read = readAs(refund, answer)
  if (!read.ok) return read
  const same = read.value.out_refund_no === outRefundNo
  return same ? ok(refundStateOf(read.value)) : refuse(untrusted('the answer speaks of another refund'))
}

function readAs<Schema extends z.ZodType>(
  schema: Schema,
  answer: Answer,
): Result<z.output<Schema>, PayRefusal> {
  if (!answer.ok) return answer
  const read = schema.safeParse(answer.value)
  if (read.success) return ok(read.data)
  const where = read.error.issues.map(({ path }) => path.join('.')).join(', ')
  return refuse(untrusted(`the answer is not what is documented: ${where}`))
}
