import type { Text } from '@/i18n/zh'

const MINUTE_MS = 60_000
const HOUR_MINUTES = 60
const DAY_MINUTES = 1_440

/** How long it is until something opens, in its two largest parts: "2 days 3 hours". */
export function countdown(ms: number, text: Text['shop']): string {
  const minutes = Math.floor(ms / MINUTE_MS)
  if (minutes < 1) return text.soon
  const days = Math.floor(minutes / DAY_MINUTES)
  const hours = Math.floor((minutes % DAY_MINUTES) / HOUR_MINUTES)
  const rest = minutes % HOUR_MINUTES
  const parts = [
    { n: days, said: text.days(days) },
    { n: hours, said: text.hours(hours) },
    { n: rest, said: text.minutes(rest) },
  ]
  const first = parts.findIndex(({ n }) => n > 0)
  return parts
    .slice(first, first + 2)
    .filter(({ n }) => n > 0)
    .map(({ said }) => said)
    .join(' ')
}
