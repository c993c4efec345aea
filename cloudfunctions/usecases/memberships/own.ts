import type { Refusal } from '@shared/contracts/errors'
import { ok, refuse, type Result } from '@shared/kernel/result'
import type { MembershipPurchase } from '@shared/rules/memberships/purchase'
import { readPurchase } from '../../database/memberships'
import type { Call } from '../../runtime/call'
import { NOT_FOUND } from './refusals'

/** A purchase of the caller's own; what is another one's is not found. */
export async function readOwn(
  { cloud, memberId }: Pick<Call, 'cloud' | 'memberId'>,
  purchaseId: string,
): Promise<Result<MembershipPurchase, Refusal<'MEMBERSHIP_NOT_FOUND'>>> {
  const purchase = await readPurchase(cloud, purchaseId)
  return purchase?.member === memberId ? ok(purchase) : refuse(NOT_FOUND)
}
