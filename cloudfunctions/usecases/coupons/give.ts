import { ok, refuse } from '@shared/kernel/result'
import type { UseCase } from '../../runtime/call'
import { giveTo } from './giveTo'

export const give: UseCase<'coupons.give'> = async (call, { member, template, reason }) => {
  const by = `staff:${call.memberId}` as const
  const cause = { of: 'given', id: `give:${call.memberId}:${call.requestId}`, reason, by } as const
  const { tiers } = await call.settings()
  const issued = (await giveTo(call, template, [member], cause, tiers))?.get(member)
  if (!issued) return refuse({ code: 'COUPON_TEMPLATE_NOT_FOUND' })
  if (issued.ok) return ok({ couponId: issued.value._id })
  const { code, ...data } = issued.error
  return refuse({ code, data })
}
