import { auditBooks, type Audited as AuditedBooks, type CallMerchant } from '../support/auditBooks'
import type { RunningStack } from '../support/startStack'

export type Audited = Pick<AuditedBooks, 'members' | 'orders' | 'ordersFen' | 'differences'>

/** Audits all members' books through the door, to the end. */
export async function auditAll(stack: Pick<RunningStack, 'call'>, openid = 'local-owner'): Promise<Audited> {
  const call: CallMerchant = (name, input) => stack.call(openid, 'merchant', name, input) as Promise<never>
  const { members, orders, ordersFen, differences } = await auditBooks(call)
  return { members, orders, ordersFen, differences }
}
