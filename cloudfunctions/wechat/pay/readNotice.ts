import * as z from 'zod'
import type { Instant } from '@shared/kernel/businessDay'
import { ok, refuse, type Result } from '@shared/kernel/result'
import { paidTransaction, refundNotice, refundStatuses } from './answers'
import { Aes, Formatter, Rsa } from './library'
import type { NoticeHeaders, NoticeRefusal, PayNotice } from './payments'
import type { PaySettings } from './paySettings'

/** A notice signed earlier, or later, than this is a replayed one. */
const CLOCKS_APART_MS = 300_000
const PROBE = 'WECHATPAY/SIGNTEST/'

const envelope = z.object({
  id: z.string().min(1),
  event_type: z.string(),
  resource: z.object({
    algorithm: z.literal('AEAD_AES_256_GCM'),
    ciphertext: z.string(),
    nonce: z.string(),
    associated_data: z.string().default(''),
  }),
})
type Envelope = z.infer<typeof envelope>

/** Verifies, decrypts and reads a notice; compares merchant and app, in this order: nothing unsigned is looked into. */
export function readNotice(
  settings: PaySettings,
  headers: NoticeHeaders,
  body: string,
  at: Instant,
): Result<PayNotice, NoticeRefusal> {
  const refusal = signatureFault(settings, headers, body, at)
  if (refusal) return refuse(refusal)
  const notice = envelope.safeParse(parsed(body))
  if (!notice.success) return refuse('unreadable')
  const read = READERS[notice.data.event_type]
  if (!read) return refuse('unknownEvent')
  const resource = decrypted(settings, notice.data)
  return resource === undefined ? refuse('unreadable') : read(settings, notice.data.id, resource)
}

function signatureFault(
  { publicKeyId, publicKey }: PaySettings,
  headers: NoticeHeaders,
  body: string,
  at: Instant,
): NoticeRefusal | null {
  const timestamp = headers.get('wechatpay-timestamp')
  const nonce = headers.get('wechatpay-nonce')
  const serial = headers.get('wechatpay-serial')
  const signature = headers.get('wechatpay-signature')
  if (!timestamp || !nonce || !serial || !signature) return 'unsigned'
  if (signature.startsWith(PROBE)) return 'probe'
  if (serial !== publicKeyId) return 'unknownKey'
  const signed = Formatter.response(timestamp, nonce, body)
  if (!Rsa.verify(signed, signature, Rsa.fromSpki(publicKey))) return 'forged'
  const apartMs = Math.abs(at - Number(timestamp) * 1000)
  return apartMs <= CLOCKS_APART_MS ? null : 'stale'
}

type Reader = (settings: PaySettings, noticeId: string, resource: unknown) => Result<PayNotice, NoticeRefusal>

const READERS: Readonly<Record<string, Reader>> = {
  'TRANSACTION.SUCCESS': readPayment,
  'REFUND.SUCCESS': readRefund,
  'REFUND.ABNORMAL': readRefund,
  'REFUND.CLOSED': readRefund,
}

function readPayment(
  settings: PaySettings,
  noticeId: string,
  resource: unknown,
): Result<PayNotice, NoticeRefusal> {
  const read = paidTransaction.required({ success_time: true }).safeParse(resource)
  if (!read.success) return refuse('unreadable')
  const { mchid, appid, out_trade_no, transaction_id, amount, success_time } = read.data
  if (mchid !== settings.mchid) return refuse('wrongMerchant')
  if (appid !== settings.appid) return refuse('wrongApp')
  return ok({
    kind: 'paid',
    noticeId,
    outTradeNo: out_trade_no,
    transactionId: transaction_id,
    amountFen: amount.total,
    paidAt: success_time,
  })
}

function readRefund(
  settings: PaySettings,
  noticeId: string,
  resource: unknown,
): Result<PayNotice, NoticeRefusal> {
  const read = refundNotice.safeParse(resource)
  if (!read.success) return refuse('unreadable')
  const { mchid, out_trade_no, out_refund_no, refund_id, refund_status, amount, success_time } = read.data
  if (mchid !== settings.mchid) return refuse('wrongMerchant')
  return ok({
    kind: 'refunded',
    noticeId,
    outTradeNo: out_trade_no,
    outRefundNo: out_refund_no,
    refundId: refund_id,
    refundFen: amount.refund,
    status: refundStatuses[refund_status],
    doneAt: success_time ?? null,
  })
}

function decrypted({ apiV3Key }: PaySettings, { resource }: Envelope): unknown {
  const { ciphertext, nonce, associated_data } = resource
  try {
    return parsed(Aes.AesGcm.decrypt(ciphertext, apiV3Key, nonce, associated_data))
  } catch {
    return undefined
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
