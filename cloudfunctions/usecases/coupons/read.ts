import { ok, refuse } from '@shared/kernel/result'
import { couponsOf } from '@shared/rules/benefits/coupons'
import type { Coupon } from '@shared/rules/coupons/coupon'
import { couponFace } from '@shared/rules/coupons/face'
import { getById } from '../../database/documentAccess'
import { readAccount } from '../../database/members'
import type { UseCase } from '../../runtime/call'

export const read: UseCase<'coupons.read'> = async (call, { id }) => {
  const { cloud, memberId, today } = call
  const [account, { tiers }] = await Promise.all([readAccount(cloud, memberId), call.settings()])
  if (!account?.joined) return refuse({ code: 'NOT_A_MEMBER' })
  // After the account: what has left its tail by then is there.
  const filed = await getById<Coupon>(cloud, 'coupons', id)
  const coupon = filed ?? account.tail.flatMap(couponsOf).find(({ _id }) => _id === id)
  if (coupon?.member !== memberId) return refuse({ code: 'COUPON_NOT_FOUND' })
  return ok({ today, coupon: couponFace(coupon, today, tiers) })
}
