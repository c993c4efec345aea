import type { Day } from '@shared/kernel/day'
import type { Coupon } from '@shared/rules/coupons/coupon'
import type { Cloud } from './cloud'
import { READ_LIMIT } from './documentAccess'

/** A member's coupons that levels gave and that can still be used, those that lapse first first. */
export async function readUsableBenefitCoupons(cloud: Cloud, member: string, today: Day): Promise<Coupon[]> {
  const { command } = cloud.db
  const { data } = await cloud.db
    .collection('coupons')
    .where({
      member,
      state: command.in(['issued', 'locked']),
      template: null,
      validUntilDay: command.gte(today),
    })
    .orderBy('validUntilDay', 'asc')
    .limit(READ_LIMIT)
    .get()
  return data as Coupon[]
}

/** The latest of them that were used or have expired, in each of these ways at most so many. */
export async function readPastBenefitCoupons(
  cloud: Cloud,
  member: string,
  today: Day,
  most: number,
): Promise<Coupon[]> {
  const { command } = cloud.db
  const latest = async (which: object) => {
    const { data } = await cloud.db
      .collection('coupons')
      .where({ member, template: null, ...which })
      .orderBy('validUntilDay', 'desc')
      .limit(most)
      .get()
    return data as Coupon[]
  }
  const [used, expired] = await Promise.all([
    latest({ state: 'used' }),
    latest({ state: command.in(['issued', 'expired']), validUntilDay: command.lt(today) }),
  ])
  return [...used, ...expired]
}

/** How people tell their coupons apart. */
export type CouponShelf = 'usable' | 'used' | 'expired'

/** A place in a shelf: coupons of one last day are in the order of their ids. */
export interface CouponPlace {
  readonly day: Day
  readonly id: string
}

/** A page of a member's coupons: usable ones by what lapses first, the others by what lapsed last. */
export async function readShelf(
  cloud: Cloud,
  member: string,
  shelf: CouponShelf,
  today: Day,
  beyond: CouponPlace | undefined,
  limit: number,
): Promise<Coupon[]> {
  const direction = shelf === 'usable' ? 'asc' : 'desc'
  return readPage(cloud, whichOf(cloud, member, shelf, today), direction, beyond, limit)
}

/** A page of all the coupons of a member, whatever became of them, by their last day. */
export function readAllCoupons(
  cloud: Cloud,
  member: string,
  beyond: CouponPlace | undefined,
  limit: number,
): Promise<Coupon[]> {
  return readPage(cloud, { member }, 'desc', beyond, limit)
}

function whichOf({ db: { command } }: Cloud, member: string, shelf: CouponShelf, today: Day): object {
  switch (shelf) {
    case 'usable':
      return { member, state: command.in(['issued', 'locked']), validUntilDay: command.gte(today) }
    case 'used':
      return { member, state: 'used' }
    case 'expired':
      return command.or([
        { member, state: command.in(['expired', 'voided']) },
        { member, state: 'issued', validUntilDay: command.lt(today) },
      ])
  }
}

async function readPage(
  { db }: Cloud,
  which: object,
  direction: 'asc' | 'desc',
  beyond: CouponPlace | undefined,
  limit: number,
): Promise<Coupon[]> {
  const { command } = db
  const past = direction === 'asc' ? command.gt.bind(command) : command.lt.bind(command)
  const condition = beyond
    ? command.and([
        which,
        command.or([
          { validUntilDay: past(beyond.day) },
          { validUntilDay: beyond.day, _id: past(beyond.id) },
        ]),
      ])
    : which
  const { data } = await db
    .collection('coupons')
    .where(condition)
    .orderBy('validUntilDay', direction)
    .orderBy('_id', direction)
    .limit(limit)
    .get()
  return data as Coupon[]
}

/** All that some members ever had of a template. */
export async function readOfTemplate(
  cloud: Cloud,
  template: string,
  members: readonly string[],
): Promise<Coupon[]> {
  const { command } = cloud.db
  const found: Coupon[] = []
  for (;;) {
    const { data } = await cloud.db
      .collection('coupons')
      .where({ template, member: command.in([...members]), _id: command.gt(found.at(-1)?._id ?? '') })
      .orderBy('_id', 'asc')
      .limit(READ_LIMIT)
      .get()
    found.push(...(data as Coupon[]))
    if ((data as Coupon[]).length < READ_LIMIT) return found
  }
}

/** All that a member ever had of some templates. */
export async function readOfTemplates(
  cloud: Cloud,
  member: string,
  templates: readonly string[],
): Promise<Coupon[]> {
  const { data } = await cloud.db
    .collection('coupons')
    .where({ member, template: cloud.db.command.in([...templates]) })
    .limit(READ_LIMIT)
    .get()
  return data as Coupon[]
}
