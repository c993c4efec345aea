import { type Fen, parseYuan } from '@shared/kernel/fen'
import { ok, refuse, type Result } from '@shared/kernel/result'
import { Formatter } from './library'
import type { BillLine } from './payments'
import { type PayRefusal, untrusted } from './payRefusal'

type Cells = Readonly<Record<string, string>>

/** The bill of all trades of a day; `untrusted` when it does not say what it should, or not as much as its sums say. */
export function readBill(csv: Buffer): Result<readonly BillLine[], PayRefusal> {
  try {
    return ok(linesOf(csv))
  } catch (error) {
    return refuse(untrusted((error as Error).message))
  }
}

function linesOf(csv: Buffer): readonly BillLine[] {
  const { rows, summary } = Formatter.castCsvBill(csv) as { rows: Cells[]; summary: Cells }
  const lines = rows.map(lineOf)
  const sumOf = (kind: BillLine['kind']) =>
    lines.reduce((sum, line) => (line.kind === kind ? sum + line.amountFen : sum), 0)
  const whole =
    String(lines.length) === cell(summary, '总交易单数') &&
    sumOf('payment') === fenOf(summary, '订单总金额') &&
    sumOf('refund') === fenOf(summary, '申请退款总金额')
  if (!whole) throw new Error('the bill does not add up to its own sums')
  return lines
}

function lineOf(row: Cells): BillLine {
  const common = {
    outTradeNo: cell(row, '商户订单号'),
    transactionId: cell(row, '微信订单号'),
    feeFen: feeOf(row),
  }
  const state = cell(row, '交易状态')
  if (state === 'SUCCESS') return { kind: 'payment', ...common, amountFen: fenOf(row, '订单金额') }
  if (state !== 'REFUND') throw new Error(`the bill has a trade of state ${state}`)
  return {
    kind: 'refund',
    ...common,
    outRefundNo: cell(row, '商户退款单号'),
    refundId: cell(row, '微信退款单号'),
    amountFen: fenOf(row, '申请退款金额'),
  }
}

function cell(row: Cells, name: string): string {
  const text = row[name]
  if (text === undefined) throw new Error(`the bill has no ${name}`)
  return text.trim()
}

function fenOf(row: Cells, name: string): Fen {
  const read = parseYuan(cell(row, name))
  if (!read.ok) throw new Error(`the bill's ${name} is ${read.error}`)
  return read.value
}

/** In yuan to five places, where a fen has two: "0.06000"; negative when it was given back. */
function feeOf(row: Cells): Fen {
  const text = cell(row, '手续费')
  const match = /^(-?)(\d+\.\d{2})0*$/.exec(text)
  const read = match && parseYuan(match[2]!)
  if (!read?.ok) throw new Error('the bill has a fee that is no money')
  return match?.[1] ? -read.value : read.value
}
