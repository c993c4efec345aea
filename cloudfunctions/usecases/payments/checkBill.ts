import { ok, refuse } from '@shared/kernel/result'
import { readBillCheck } from '../../database/billChecks'
import type { UseCase } from '../../runtime/call'
import { checkFace } from './bill'
import { reconcileDay } from './reconcileDay'

export const checkBill: UseCase<'payments.checkBill'> = async (call, { day }) => {
  // Days are compared in order: one that was not yet is not skipped to.
  if (!(await readBillCheck(call.cloud, day))) return refuse({ code: 'BILL_NOT_CHECKED', data: { day } })
  const payments = call.payments('goods')
  if (!payments) return refuse({ code: 'PAYMENT_NOT_OFFERED' })
  const checked = await reconcileDay(call, payments, day)
  if (checked.ok) return ok({ check: checkFace(checked.value) })
  const { reason, code, message } = checked.error
  if (reason !== 'askAgain') call.alert(new Error(`the bill of ${day}: ${code} ${message}`))
  return refuse({ code: 'BILL_UNAVAILABLE', data: { day } })
}
