import { createHash, createHmac } from 'node:crypto'
import { z } from 'zod'
import { dayOf, startOfDay } from '@shared/kernel/businessDay'
import { addDays, addMonths, type Day, isDay } from '@shared/kernel/day'
import { type Fen, shareOf, yuanText } from '@shared/kernel/fen'
import { sumOf } from '@shared/kernel/sumOf'
import type { Payment, Refund } from './payDocuments'
import type { Merchant } from './payments'
import { PayRefused } from './payRefused'
import type { PayStore } from './payStore'
import { statusAt } from './refunds'
import { billTime, boundsOf } from './weChatTime'

/** 0.60 % */
const FEE_RATE_BP = 60
const READY_AFTER_MS = 10 * 3_600_000
const MONTHS_KEPT = 3

const billTypes = ['ALL', 'SUCCESS', 'REFUND'] as const
type BillType = (typeof billTypes)[number]

export const billSchema = z.object({
  bill_date: z.string().refine(isDay),
  bill_type: z.enum(billTypes).default('ALL'),
})

/** One trade of a day: a payment, or a refund of one. */
interface Trade {
  readonly payment: Payment
  readonly refund?: Refund
  readonly at: number
}

type Cell = (trade: Trade, merchant: Merchant) => string

const feeOf = (fen: Fen) => `${yuanText(fen)}000`
const onlyPaid = ({ payment, refund }: Trade) => yuanText(refund ? 0 : payment.amountFen)
const onlyRefunded = ({ refund }: Trade) => yuanText(refund?.refundFen ?? 0)

/** The columns that WeChat Pay's own bills have, in their order; the words are part of the format. */
const COLUMNS: readonly (readonly [title: string, cell: Cell, types: readonly BillType[]])[] = [
  ['交易时间', ({ at }) => billTime(at), billTypes],
  ['公众账号ID', ({ payment }) => payment.appid, billTypes],
  ['商户号', (_, { mchid }) => mchid, billTypes],
  ['特约商户号', () => '0', billTypes],
  ['设备号', () => '', billTypes],
  ['微信订单号', ({ payment }) => payment.transactionId, billTypes],
  ['商户订单号', ({ payment }) => payment.outTradeNo, billTypes],
  ['用户标识', ({ payment }) => payment.openid, billTypes],
  ['交易类型', () => 'JSAPI', billTypes],
  ['交易状态', ({ refund }) => (refund ? 'REFUND' : 'SUCCESS'), billTypes],
  ['付款银行', () => 'OTHERS', billTypes],
  ['货币种类', () => 'CNY', billTypes],
  ['应结订单金额', onlyPaid, billTypes],
  ['代金券金额', () => '0.00', billTypes],
  ['退款申请时间', ({ refund }) => billTime(refund?.createdAt ?? 0), ['REFUND']],
  ['退款成功时间', ({ refund }) => billTime(refund?.settledAt ?? 0), ['REFUND']],
  ['微信退款单号', ({ refund }) => refund?.refundId ?? '0', ['ALL', 'REFUND']],
  ['商户退款单号', ({ refund }) => refund?.outRefundNo ?? '0', ['ALL', 'REFUND']],
  ['退款金额', onlyRefunded, ['ALL', 'REFUND']],
  ['充值券退款金额', () => '0.00', ['ALL', 'REFUND']],
  ['退款类型', ({ refund }) => (refund ? 'ORIGINAL' : ''), ['ALL', 'REFUND']],
  ['退款状态', ({ refund }) => (refund ? statusAt(refund, refund.settledAt) : ''), ['ALL', 'REFUND']],
  ['商品名称', ({ payment }) => plain(payment.description), billTypes],
  ['商户数据包', ({ payment }) => plain(payment.attach), billTypes],
  ['手续费', (trade) => feeOf(feeFen(trade)), billTypes],
  ['费率', () => '0.60%', billTypes],
  ['订单金额', onlyPaid, billTypes],
  ['申请退款金额', onlyRefunded, ['ALL', 'REFUND']],
  ['费率备注', () => '', billTypes],
]

function feeFen({ payment, refund }: Trade): Fen {
  if (!refund) return shareOf(payment.amountFen, FEE_RATE_BP)
  const fen = shareOf(refund.refundFen, FEE_RATE_BP)
  return fen === 0 ? 0 : -fen
}

/** A name that a merchant gave must not break out of its cell. */
function plain(text: string): string {
  return text.replace(/[`\r\n]/g, ' ')
}

/** Where a day's bill is fetched, and the hash of it. Refused before ten o'clock of the day after, and when nothing was traded. */
export function billPlace(
  store: PayStore,
  merchant: Merchant,
  asked: z.infer<typeof billSchema>,
  origin: string,
  key: string,
  now: number,
) {
  const { bill_date: day, bill_type: type } = asked
  checkDay(day, now)
  const csv = billOf(store, merchant, day, type)
  if (csv === undefined) throw new PayRefused('NO_STATEMENT_EXIST')
  return {
    download_url: `${origin}/v3/billdownload/file?token=${tokenOf(day, type, key)}`,
    hash_type: 'SHA1',
    hash_value: createHash('sha1').update(csv).digest('hex'),
  }
}

/** The bill that a token stands for. */
export function billOfToken(store: PayStore, merchant: Merchant, token: string, key: string): Buffer {
  const [day = '', type] = token.split('.')
  const known = billTypes.find((one) => one === type)
  const csv = known && token === tokenOf(day, known, key) ? billOf(store, merchant, day, known) : undefined
  if (csv === undefined) throw new PayRefused('NO_STATEMENT_EXIST', '账单下载地址无效')
  return csv
}

function tokenOf(day: Day, type: BillType, key: string): string {
  const named = `${day}.${type}`
  return `${named}.${createHmac('sha256', key).update(named).digest('base64url')}`
}

function checkDay(day: Day, now: number): void {
  const today = dayOf(now)
  if (day >= today) throw new PayRefused('PARAM_ERROR', '账单日期须早于今天')
  if (day < addMonths(today, -MONTHS_KEPT)) throw new PayRefused('INVALID_REQUEST', '仅支持三个月内的账单')
  const readyAt = startOfDay(addDays(day, 1)) + READY_AFTER_MS
  if (now < readyAt) throw new PayRefused('STATEMENT_CREATING')
}

/** Undefined when nothing was traded. */
function billOf(store: PayStore, merchant: Merchant, day: Day, type: BillType): Buffer | undefined {
  const trades = tradesOf(store, day).filter(
    ({ refund }) => type === 'ALL' || (type === 'REFUND') === (refund !== undefined),
  )
  if (trades.length === 0) return undefined
  const columns = COLUMNS.filter(([, , types]) => types.includes(type))
  const lines = [
    columns.map(([title]) => title).join(','),
    ...trades.map((trade) => row(columns.map(([, cell]) => cell(trade, merchant)))),
    '总交易单数,应结订单总金额,退款总金额,充值券退款总金额,手续费总金额,订单总金额,申请退款总金额',
    sumsOf(trades),
  ]
  return Buffer.from(`\uFEFF${lines.map((line) => `${line}\r\n`).join('')}`)
}

function tradesOf(store: PayStore, day: Day): Trade[] {
  const { from, before } = boundsOf(day)
  const paid = store.paidBetween(from, before).map((payment) => ({ payment, at: payment.paidAt! }))
  const refunded = store.refundsBetween(from, before).map((refund) => ({
    payment: store.payment(refund.outTradeNo)!,
    refund,
    at: refund.createdAt,
  }))
  return [...paid, ...refunded].sort((a, b) => a.at - b.at)
}

function sumsOf(trades: readonly Trade[]): string {
  const paid = yuanText(sumOf(trades, ({ payment, refund }) => (refund ? 0 : payment.amountFen)))
  const refunded = yuanText(sumOf(trades, ({ refund }) => refund?.refundFen ?? 0))
  return row([String(trades.length), paid, refunded, '0.00', feeOf(sumOf(trades, feeFen)), paid, refunded])
}

function row(cells: readonly string[]): string {
  return cells.map((cell) => `\`${cell}`).join(',')
}
