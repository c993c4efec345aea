import { ok, refuse } from '@shared/kernel/result'
import { couponFace } from '@shared/rules/coupons/face'
import { issueCoupons } from '../../database/issueCoupons'
import { readAccount } from '../../database/members'
import type { UseCase } from '../../runtime/call'

export const claim: UseCase<'coupons.claim'> = async (call, { template }) => {
  const { memberId, today } = call
  const [account, { tiers }] = await Promise.all([readAccount(call.cloud, memberId), call.settings()])
  if (!account?.joined) return refuse({ code: 'NOT_A_MEMBER' })
  const cause = { of: 'claimed', id: `claim:${call.requestId}` } as const
  const issued = (await issueCoupons(call, template, [memberId], cause, tiers))?.get(memberId)
  if (!issued) return refuse({ code: 'COUPON_TEMPLATE_NOT_FOUND' })
  if (!issued.ok) {
    const { code, ...data } = issued.error
    return refuse({
      code: code === 'MEMBER_NOT_FOUND' ? 'NOT_A_MEMBER' : code,
      data,
    })
  }
  return ok({ today, coupon: couponFace(issued.value, today, tiers) })
}
