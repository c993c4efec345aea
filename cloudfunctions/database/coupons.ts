import type { Day } from '@shared/kernel/day'
import type { Coupon } from '@shared/rules/benefits/coupons'
import type { Cloud } from './cloud'
import { READ_LIMIT } from './documentAccess'

/** A member's coupons that can still be used, those that lapse first first. */
export async function readUsableCoupons(cloud: Cloud, member: string, today: Day): Promise<Coupon[]> {
  const { data } = await cloud.db
    .collection('coupons')
    .where({ member, state: 'usable', validUntilDay: cloud.db.command.gte(today) })
    .orderBy('validUntilDay', 'asc')
    .limit(READ_LIMIT)
    .get()
  return data as Coupon[]
}

/** The latest of a member's coupons that were used or have expired, in each of these ways at most so many. */
export async function readPastCoupons(
  cloud: Cloud,
  member: string,
  today: Day,
  most: number,
): Promise<Coupon[]> {
  const latest = async (which: object) => {
    const { data } = await cloud.db
      .collection('coupons')
      .where({ member, ...which })
      .orderBy('validUntilDay', 'desc')
      .limit(most)
      .get()
    return data as Coupon[]
  }
  const [used, expired] = await Promise.all([
    latest({ state: 'used' }),
    latest({ state: 'usable', validUntilDay: cloud.db.command.lt(today) }),
  ])
  return [...used, ...expired]
}
