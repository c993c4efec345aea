import { dayOf } from '@shared/kernel/businessDay'
import { addDays, type Day } from '@shared/kernel/day'
import { groupBy } from '@shared/kernel/groupBy'
import type { Account } from '@shared/rules/account/account'
import { endingMessage, REMIND_DAYS_BEFORE } from '@shared/rules/coupons/tell'
import { outboxItems, type OutboxItem } from '@shared/rules/messages/outbox'
import {
  expireSome,
  holdersUntil,
  lapsingWithin,
  readReminderCursor,
  writeReminderCursor,
  type ReminderCursor,
} from '../../database/couponDays'
import { getByIds, insertMissing } from '../../database/documentAccess'
import type { TimerRun, TimerWork } from '../../runtime/serveTimer'

const COUPONS_A_SLICE = 500
const HOLDERS_A_SLICE = 100

/** Marks the coupons whose last day is over. Readers go by the day: they need not wait for it. */
export const expireCoupons: TimerWork = async ({ cloud, at, hasTime }) => {
  const today = dayOf(at)
  let coupons = 0
  while (hasTime()) {
    const expired = await expireSome(cloud, today, COUPONS_A_SLICE)
    coupons += expired
    if (expired < COUPONS_A_SLICE) break
  }
  return { coupons }
}

/**
 * Tells members of coupons that lapse in three days, by the last day and then by the member; a day that was missed is
 * made up for as long as its coupons can be used. A member is told once a day, of all that lapses by then.
 */
export const remindOfCoupons: TimerWork = async (run) => {
  const today = dayOf(run.at)
  const until = addDays(today, REMIND_DAYS_BEFORE)
  let told = 0
  let cursor = begin(await readReminderCursor(run.cloud), today, until)
  while (cursor && run.hasTime()) {
    const { lastDay, after } = cursor
    const holders = await holdersUntil(run.cloud, lastDay, after, HOLDERS_A_SLICE)
    if (holders.length > 0) told += await tellOf(run, holders, today, until)
    const last = holders.at(-1)
    const done: ReminderCursor = { _id: 'couponReminders', lastDay, after: last ?? ALL }
    await writeReminderCursor(run.cloud, done)
    cursor = last === undefined ? begin(done, today, until) : done
  }
  return { told }
}

/** Above every member's id: all of that day have been told. */
const ALL = '~'

/** Where to go on; null when everybody has been told of what lapses by then. */
function begin(cursor: ReminderCursor | null, today: Day, until: Day): ReminderCursor | null {
  const first = (lastDay: Day): ReminderCursor => ({ _id: 'couponReminders', lastDay, after: '' })
  if (!cursor || cursor.lastDay < today) return first(today)
  if (cursor.after !== ALL) return cursor
  return cursor.lastDay < until ? first(addDays(cursor.lastDay, 1)) : null
}

/** Who has not joined is told nothing. */
async function tellOf(
  { cloud, at }: TimerRun,
  holders: readonly string[],
  today: Day,
  until: Day,
): Promise<number> {
  const [accounts, coupons] = await Promise.all([
    getByIds<Pick<Account, '_id' | 'joined'>>(cloud, 'members', holders, { joined: true }),
    lapsingWithin(cloud, holders, today, until),
  ])
  const couponsOf = groupBy(coupons, ({ member }) => member)
  const messages = accounts.flatMap(({ _id, joined }) => {
    const message = joined && endingMessage(_id, couponsOf.get(_id) ?? [], at, today)
    return message ? [message] : []
  })
  await insertMissing<OutboxItem>(
    cloud,
    'outbox',
    messages.flatMap((message) => outboxItems(message, at)),
  )
  return messages.length
}
