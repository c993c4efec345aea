import type { OutputOf } from '@shared/contracts'
import { ok } from '@shared/kernel/result'
import type { BillCheck } from '@shared/rules/payments/billCheck'
import { readBillChecks } from '../../database/billChecks'
import type { UseCase } from '../../runtime/call'

const PAGE = 31

export const bills: UseCase<'payments.bills'> = async ({ cloud, payments }, input) => {
  const { cursor = null, differingOnly = false } = input
  const checks = await readBillChecks(cloud, cursor, differingOnly, PAGE + 1)
  const page = checks.slice(0, PAGE)
  return ok({
    isSetUp: payments('goods') !== null,
    days: page.map(billDay),
    nextCursor: checks.length > PAGE ? page.at(-1)!._id : null,
  })
}

export function billDay(check: BillCheck): OutputOf<'payments.bills'>['days'][number] {
  const { _id: day, checkedAt, payments, refunds, feeFen, differenceCount } = check
  return { day, checkedAt, payments, refunds, feeFen, differenceCount }
}
