import dayjs from 'dayjs'
import timezone from 'dayjs/plugin/timezone'
import utc from 'dayjs/plugin/utc'
import type { Day } from './day'

dayjs.extend(utc)
dayjs.extend(timezone)

/** Epoch milliseconds. */
export type Instant = number

export const STORE_ZONE = 'Asia/Shanghai'

/** The business day that an instant falls on in the store's zone. */
export function dayOf(at: Instant, zone: string = STORE_ZONE): Day {
  return dayjs(at).tz(zone).format('YYYY-MM-DD')
}

/** The instant at which a business day begins in the store's zone. */
export function startOfDay(day: Day, zone: string = STORE_ZONE): Instant {
  return dayjs.tz(`${day}T00:00:00`, zone).valueOf()
}
