import type { Day } from '@shared/kernel/day'
import { ok, type Result } from '@shared/kernel/result'
import { type BillCheck, billCheckOf } from '@shared/rules/payments/billCheck'
import { type BilledLine, reconcile } from '@shared/rules/payments/reconcile'
import { markBilled, readBooked, readUnbilled, writeBillCheck } from '../../database/billChecks'
import type { BillLine, Payments } from '../../wechat/pay/payments'
import type { PayRefusal } from '../../wechat/pay/payRefusal'
import type { PayDesk } from './desk'

/** Compares WeChat's bill of a day with the books and keeps what differs; nothing else is changed. */
export async function reconcileDay(
  { cloud, at, alert }: PayDesk,
  payments: Payments,
  day: Day,
): Promise<Result<BillCheck, PayRefusal>> {
  const bill = await payments.bill(day)
  if (!bill.ok) return bill
  const lines = bill.value.map(comparedLine)
  const idsOf = (of: BilledLine['kind']) => lines.filter(({ kind }) => kind === of).map(({ id }) => id)
  const booked = await readBooked(cloud, idsOf('payment'), idsOf('refund'))
  await Promise.all([
    markBilled(cloud, 'payments', [...booked.payments.keys()], day),
    markBilled(cloud, 'refunds', [...booked.refunds.keys()], day),
  ])
  const differences = reconcile(lines, booked, await readUnbilled(cloud, day))
  const check = billCheckOf(day, lines, differences, at)
  await writeBillCheck(cloud, check)
  if (differences.length > 0)
    alert(new Error(`the bill of ${day} differs from the books in ${differences.length}`))
  return ok(check)
}

function comparedLine(line: BillLine): BilledLine & Pick<BillLine, 'feeFen'> {
  const { kind, outTradeNo, amountFen, feeFen } = line
  return { kind, id: line.kind === 'payment' ? outTradeNo : line.outRefundNo, outTradeNo, amountFen, feeFen }
}
