import { refuse, type Result } from '@shared/kernel/result'
import { sumOf } from '@shared/kernel/sumOf'
import type { Account } from '../account/account'
import { settle } from '../account/settle'
import type { Refund, SaleDocument } from '../orders/order'
import type { Occasion } from '../orders/recordSale'
import { refundSale, type RefundRefusal } from '../orders/refundSale'
import type { Settings } from '../settings/settings'
import type { ToldRefund } from './told'

/** So many refunds an order takes: its document stays small. */
export const MOST_REFUNDS = 50

export type ToldRefundRefusal =
  | RefundRefusal
  | { readonly code: 'REFUND_LINE_MISSING'; readonly line: number; readonly lines: number }
  | { readonly code: 'REFUND_LINE_TOO_MUCH'; readonly line: number; readonly leftFen: number }
  | { readonly code: 'REFUNDS_TOO_MANY'; readonly most: number }

/** Refunds what was told on a settled account: never more of a line, or of the order, than was paid for it. */
export function refundTold(
  account: Account,
  order: SaleDocument,
  told: ToldRefund,
  settings: Settings,
  occasion: Occasion,
): Result<{ account: Account; order: SaleDocument; refund: Refund }, ToldRefundRefusal> {
  if (order.refunds.length >= MOST_REFUNDS) return refuse({ code: 'REFUNDS_TOO_MANY', most: MOST_REFUNDS })
  const fault = lineFault(order, told)
  if (fault) return refuse(fault)
  const refunded = refundSale(account, order, told, settings, occasion)
  if (!refunded.ok) return refunded
  const { value } = refunded
  return {
    ok: true,
    value: { ...value, account: settle(value.account, occasion.today, settings, occasion.at) },
  }
}

function lineFault(
  { lines, refunds }: SaleDocument,
  { lines: back = [] }: ToldRefund,
): ToldRefundRefusal | null {
  for (const { line, amountFen } of back) {
    const paid = lines[line - 1]
    if (!paid) return { code: 'REFUND_LINE_MISSING', line, lines: lines.length }
    const before = sumOf(
      refunds.flatMap((refund) => refund.lines ?? []).filter((each) => each.line === line),
      (each) => each.amountFen,
    )
    const leftFen = paid.paidFen - before
    if (amountFen > leftFen) return { code: 'REFUND_LINE_TOO_MUCH', line, leftFen }
  }
  return null
}
