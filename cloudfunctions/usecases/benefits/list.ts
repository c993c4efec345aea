import { ok, refuse } from '@shared/kernel/result'
import { couponGroups } from '@shared/rules/benefits/couponGroups'
import { couponsOf } from '@shared/rules/benefits/coupons'
import type { Coupon } from '@shared/rules/coupons/coupon'
import { holderOf } from '@shared/rules/benefits/holder'
import { ownBenefits } from '@shared/rules/benefits/own'
import { rankOf, tierFace } from '@shared/rules/tiers/face'
import { readPastBenefitCoupons, readUsableBenefitCoupons } from '../../database/coupons'
import { readAccount } from '../../database/members'
import type { UseCase } from '../../runtime/call'

const MOST_PAST = 30

/**
 * The coupons are read after the account: what has left its tail by then is among them, and what still waits there is
 * made of its entries.
 */
export const list: UseCase<'benefits.list'> = async (call) => {
  const { cloud, memberId, today } = call
  const [account, settings] = await Promise.all([readAccount(cloud, memberId), call.settings()])
  if (!account?.joined) return refuse({ code: 'NOT_A_MEMBER' })
  const { tiers, benefits } = settings
  const filed = await Promise.all([
    readUsableBenefitCoupons(cloud, memberId, today),
    readPastBenefitCoupons(cloud, memberId, today, MOST_PAST),
  ])
  const coupons = eachOnce([...account.tail.flatMap(couponsOf), ...filed.flat()])
  const holder = holderOf(memberId, account.tier, account.birthday, tiers)
  const { usable, past } = couponGroups(coupons, today)
  return ok({
    today,
    level: holder && tierFace(tiers, rankOf(tiers, holder.levelId)),
    benefits: holder ? ownBenefits(benefits.benefits, holder, account.granted) : [],
    usable,
    past: past.slice(0, MOST_PAST),
  })
}

/** What is filed stands over what waits: a coupon may have been used since. */
function eachOnce(coupons: readonly Coupon[]): Coupon[] {
  return [...new Map(coupons.map((coupon) => [coupon._id, coupon])).values()]
}
