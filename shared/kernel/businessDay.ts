import dayjs from 'dayjs'
import timezone from 'dayjs/plugin/timezone'
import utc from 'dayjs/plugin/utc'
import type { Day } from './day'

dayjs.extend(utc)
dayjs.extend(timezone)

/** Epoch milliseconds. */
export type Instant = number

const STORE_ZONE = 'Asia/Shanghai'

/** The business day that an instant falls on in the store's zone. */
export function dayOf(at: Instant, zone: string = STORE_ZONE): Day {
  let year = ''
  let month = ''
  let day = ''
  for (const { type, value } of calendarOf(zone).formatToParts(at)) {
    if (type === 'year') year = value
    else if (type === 'month') month = value
    else if (type === 'day') day = value
  }
  return `${year}-${month}-${day}`
}

/** The instant at which a business day begins in the store's zone. */
export function startOfDay(day: Day, zone: string = STORE_ZONE): Instant {
  const key = `${day} ${zone}`
  const known = starts.get(key)
  if (known !== undefined) return known
  const start = dayjs.tz(`${day}T00:00:00`, zone).valueOf()
  if (starts.size >= STARTS_KEPT) starts.clear()
  starts.set(key, start)
  return start
}

// Every call asks for its day, and an import for the start of each order's: dayjs makes a formatter each time, which
// takes longer than all rules of a check-in.
const calendars = new Map<string, Intl.DateTimeFormat>()

function calendarOf(zone: string): Intl.DateTimeFormat {
  const known = calendars.get(zone)
  if (known) return known
  const calendar = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  })
  calendars.set(zone, calendar)
  return calendar
}

/** Eleven years of days. */
const STARTS_KEPT = 4_000

const starts = new Map<string, Instant>()
