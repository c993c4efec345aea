import type { OutputOf } from '@shared/contracts'
import { ok, refuse } from '@shared/kernel/result'
import type { BillCheck } from '@shared/rules/payments/billCheck'
import { readBillCheck } from '../../database/billChecks'
import type { UseCase } from '../../runtime/call'
import { billDay } from './bills'

export const bill: UseCase<'payments.bill'> = async ({ cloud }, { day }) => {
  const check = await readBillCheck(cloud, day)
  return check ? ok({ check: checkFace(check) }) : refuse({ code: 'BILL_NOT_CHECKED', data: { day } })
}

export function checkFace(check: BillCheck): OutputOf<'payments.bill'>['check'] {
  return { ...billDay(check), differences: [...check.differences] }
}
