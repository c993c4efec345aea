import { z } from 'zod'
import type { Payment } from '../pay/payDocuments'
import type { PayStore } from '../pay/payStore'
import { OpenApiRefused } from './openApiRefused'

const LONGEST_GOODS = 120
const EXPRESS = 1
const SPLIT = 2
const NEEDS_CONTACT = 'SF'

const parcelSchema = z.object({
  tracking_no: z.string().max(128).optional(),
  express_company: z.string().max(128).optional(),
  item_desc: z.string(),
  contact: z
    .object({ consignor_contact: z.string().optional(), receiver_contact: z.string().optional() })
    .optional(),
})

const bodySchema = z.object({
  order_key: z.object({
    order_number_type: z.union([z.literal(1), z.literal(2)]),
    transaction_id: z.string().optional(),
    mchid: z.string().optional(),
    out_trade_no: z.string().optional(),
  }),
  logistics_type: z.number(),
  delivery_mode: z.number(),
  shipping_list: z.array(parcelSchema).min(1).max(10),
  upload_time: z.string(),
  payer: z.object({ openid: z.string() }),
})
type Body = z.infer<typeof bodySchema>
type Told = Pick<Body, 'logistics_type' | 'delivery_mode' | 'shipping_list'>

/** What WeChat was told of a payment's goods. */
export interface Shipment {
  readonly transactionId: string
  readonly outTradeNo: string
  readonly openid: string
  readonly uploadTime: string
  readonly told: Told
  /** How often it was told something new: twice at most. */
  readonly times: number
}

/** Keeps what was shipped. Refused: an unknown payment, one of somebody else's or given back, what is not complete, a third telling. */
export function uploadShipment(store: PayStore, mchid: string, body: unknown): void {
  const read = bodySchema.safeParse(body)
  if (!read.success) throw new OpenApiRefused(47001)
  const asked = read.data
  const payment = paymentOf(store, mchid, asked)
  checkShippable(store, payment, asked)
  checkParcels(asked)
  if (!z.iso.datetime({ offset: true }).safeParse(asked.upload_time).success)
    throw new OpenApiRefused(268485216)
  const { logistics_type, delivery_mode, shipping_list } = asked
  const told = { logistics_type, delivery_mode, shipping_list }
  const before = store.shipment(payment.transactionId)
  if (before) checkNew(before, told, asked.upload_time)
  store.saveShipment({
    transactionId: payment.transactionId,
    outTradeNo: payment.outTradeNo,
    openid: payment.openid,
    uploadTime: asked.upload_time,
    told,
    times: (before?.times ?? 0) + 1,
  })
}

function paymentOf(store: PayStore, mchid: string, { order_key }: Body): Payment {
  const { order_number_type, transaction_id = '', out_trade_no = '' } = order_key
  const payment =
    order_number_type === 2 ? store.paymentOfTransaction(transaction_id) : store.payment(out_trade_no)
  if (!payment || payment.state !== 'SUCCESS') throw new OpenApiRefused(10060001)
  if (order_number_type === 1 && order_key.mchid !== mchid) throw new OpenApiRefused(10060001)
  return payment
}

function checkShippable(store: PayStore, payment: Payment, { payer }: Body): void {
  if (payment.openid !== payer.openid) throw new OpenApiRefused(10060031)
  const refundedFen = store.refundsOf(payment.outTradeNo).reduce((sum, { refundFen }) => sum + refundFen, 0)
  if (refundedFen >= payment.amountFen) throw new OpenApiRefused(10060004)
}

function checkParcels({ logistics_type, delivery_mode, shipping_list }: Body): void {
  if (![1, 2, 3, 4].includes(logistics_type)) throw new OpenApiRefused(10060005)
  if (delivery_mode === SPLIT && logistics_type !== EXPRESS) throw new OpenApiRefused(10060006)
  for (const { item_desc, tracking_no, express_company, contact } of shipping_list) {
    if (item_desc === '') throw new OpenApiRefused(10060008)
    if ([...item_desc].length > LONGEST_GOODS) throw new OpenApiRefused(10060009)
    if (logistics_type !== EXPRESS) continue
    const isComplete = Boolean(tracking_no) && Boolean(express_company)
    const knowsWhom = Boolean(contact?.receiver_contact ?? contact?.consignor_contact)
    if (!isComplete || (express_company === NEEDS_CONTACT && !knowsWhom)) throw new OpenApiRefused(10060014)
  }
}

/** It can be put right once, by something that is new and later. */
function checkNew(before: Shipment, told: Told, uploadTime: string): void {
  const isSame = JSON.stringify(before.told) === JSON.stringify(told)
  if (isSame || Date.parse(uploadTime) < Date.parse(before.uploadTime)) throw new OpenApiRefused(10060023)
  if (before.times >= 2) throw new OpenApiRefused(10060003)
}
