import type { Day } from '@shared/kernel/day'
import type { Coupon } from '@shared/rules/coupons/coupon'
import type { Cloud } from './cloud'
import { getById, put, READ_LIMIT } from './documentAccess'

/**
 * Marks some coupons whose last day is over, and nobody else's: by the index on state and last day. Answers how many;
 * one that an order still holds stays until the order has let go of it.
 */
export async function expireSome(cloud: Cloud, today: Day, limit: number): Promise<number> {
  const { command } = cloud.db
  const { data } = await cloud.db
    .collection('coupons')
    .where({ state: 'issued', validUntilDay: command.lt(today), heldBy: [] })
    .orderBy('validUntilDay', 'asc')
    .limit(limit)
    .field({ _id: true })
    .get()
  const ids = (data as { _id: string }[]).map(({ _id }) => _id)
  if (ids.length === 0) return 0
  const { updated } = (await cloud.db
    .collection('coupons')
    .where({ _id: command.in(ids), state: 'issued', heldBy: [] })
    .update({ state: 'expired' })) as { updated: number }
  return updated
}

/** The next members after one who hold coupons that can be used through a day and no longer. */
export async function holdersUntil(
  cloud: Cloud,
  lastDay: Day,
  after: string,
  limit: number,
): Promise<readonly string[]> {
  const { data } = await cloud.db
    .collection('coupons')
    .where({ state: 'issued', validUntilDay: lastDay, member: cloud.db.command.gt(after) })
    .orderBy('member', 'asc')
    .limit(limit)
    .field({ member: true })
    .get()
  return [...new Set((data as { member: string }[]).map(({ member }) => member))]
}

/** What some members hold that can be used, and lapses within some days, both included. */
export async function lapsingWithin(
  cloud: Cloud,
  members: readonly string[],
  from: Day,
  to: Day,
): Promise<Coupon[]> {
  const { command } = cloud.db
  const { data } = await cloud.db
    .collection('coupons')
    .where({
      member: command.in([...members]),
      state: 'issued',
      validUntilDay: command.gte(from).and(command.lte(to)),
    })
    .limit(READ_LIMIT)
    .get()
  return data as Coupon[]
}

/** How far members were told of coupons that lapse: `after` is the last of them told of those that end on `lastDay`. */
export interface ReminderCursor {
  readonly _id: 'couponReminders'
  readonly lastDay: Day
  readonly after: string
}

export const readReminderCursor = (cloud: Cloud): Promise<ReminderCursor | null> =>
  getById<ReminderCursor>(cloud, 'cursors', 'couponReminders')

/** Safe to write over: a message has its member and day for an id, so that doing some again tells nobody twice. */
export const writeReminderCursor = (cloud: Cloud, cursor: ReminderCursor): Promise<void> =>
  put(cloud, 'cursors', cursor)

/** How many coupons were put in under a reservation. */
export async function countReserved(cloud: Cloud, token: string): Promise<number> {
  const { total } = (await cloud.db.collection('coupons').where({ reservation: token }).count()) as {
    total: number
  }
  return total
}
