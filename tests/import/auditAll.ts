import type { OutputOf } from '@shared/contracts'
import type { RunningStack } from '../support/startStack'

type Slice = OutputOf<'books.audit'>

export interface Audited {
  readonly members: number
  readonly orders: number
  readonly ordersFen: number
  readonly differences: Slice['differences']
}

/** Audits all members' books through the door, slice after slice to the end of the cursor. */
export async function auditAll(stack: Pick<RunningStack, 'call'>, openid = 'local-owner'): Promise<Audited> {
  const audited = { members: 0, orders: 0, ordersFen: 0, differences: [] as Slice['differences'] }
  let cursor: string | null = ''
  while (cursor !== null) {
    const reply = await stack.call(openid, 'merchant', 'books.audit', cursor ? { cursor } : {})
    if (!reply.ok) throw new Error(`${reply.error.code}: ${reply.error.message}`)
    const slice = reply.value as Slice
    audited.members += slice.members
    audited.orders += slice.orders
    audited.ordersFen += slice.ordersFen
    audited.differences.push(...slice.differences)
    cursor = slice.nextCursor
  }
  return audited
}
