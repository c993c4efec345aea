import type { Day } from '@shared/kernel/day'
import type { Fen } from '@shared/kernel/fen'
import type { Locale } from '@shared/kernel/words'

// WeChat's engines do not all have Intl, so nothing here leans on it.

const MONTHS_EN = [
  'Jan',
  'Feb',
  'Mar',
  'Apr',
  'May',
  'Jun',
  'Jul',
  'Aug',
  'Sep',
  'Oct',
  'Nov',
  'Dec',
] as const

/** U+2212, as wide as a plus sign, so that columns of tabular figures line up. */
const MINUS = '−'

/** 1234567 → "1,234,567". */
export function formatCount(n: number): string {
  const grouped = String(Math.abs(n)).replace(/\B(?=(\d{3})+$)/g, ',')
  return n < 0 ? MINUS + grouped : grouped
}

/** A number that was counted only so far: 7 → "7", 99 of at most 99 → "99+". */
export function formatAtMost(n: number, most: number): string {
  return n < most ? formatCount(n) : `${formatCount(most)}+`
}

/** What an entry changed: "+5", "−1,200", "0". */
export function formatChange(n: number): string {
  return n > 0 ? `+${formatCount(n)}` : formatCount(n)
}

/** The parts of an amount, for setting the fen smaller: 128000 → "", "¥1,280", ".00". */
export function moneyParts(fen: Fen): {
  readonly sign: string
  readonly yuan: string
  readonly fraction: string
} {
  const size = Math.abs(fen)
  return {
    sign: fen < 0 ? MINUS : '',
    yuan: `¥${formatCount(Math.floor(size / 100))}`,
    fraction: `.${String(size % 100).padStart(2, '0')}`,
  }
}

/** 128000 → "¥1,280.00". */
export function formatMoney(fen: Fen): string {
  const { sign, yuan, fraction } = moneyParts(fen)
  return sign + yuan + fraction
}

/** Basis points as a percentage with one decimal: 3456 → "34.6%". */
export function formatRate(bp: number): string {
  const tenths = Math.round(bp / 10)
  return `${Math.floor(tenths / 10)}.${tenths % 10}%`
}

/** "2026-03-01" → "2026年3月1日", "1 Mar 2026". */
export function formatDay(day: Day, locale: Locale): string {
  const [year = '', month = '', date = ''] = day.split('-')
  if (locale === 'zh') return `${year}年${Number(month)}月${Number(date)}日`
  return `${Number(date)} ${monthName(month)} ${year}`
}

/** Without the year, for lists under a month's heading: "3月1日", "1 Mar". */
export function formatDayShort(day: Day, locale: Locale): string {
  const [, month = '', date = ''] = day.split('-')
  return locale === 'zh' ? `${Number(month)}月${Number(date)}日` : `${Number(date)} ${monthName(month)}`
}

/** "2026-03" → "2026年3月", "Mar 2026". */
export function formatMonth(yearMonth: string, locale: Locale): string {
  const [year = '', month = ''] = yearMonth.split('-')
  return locale === 'zh' ? `${year}年${Number(month)}月` : `${monthName(month)} ${year}`
}

/** An instant by the phone's own clock: "11月22日 08:05", "22 Nov, 08:05". */
export function formatInstant(at: number, locale: Locale): string {
  const date = new Date(at)
  const pad = (n: number) => String(n).padStart(2, '0')
  const day = `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`
  return `${formatDayShort(day, locale)}${locale === 'zh' ? ' ' : ', '}${formatTime(at)}`
}

/** The time of an instant by the phone's own clock: "08:05". */
export function formatTime(at: number): string {
  const date = new Date(at)
  return [date.getHours(), date.getMinutes()].map((n) => String(n).padStart(2, '0')).join(':')
}

/** Words that begin a line; Chinese has no other way to begin. */
export function beginning(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

function monthName(month: string): string {
  return MONTHS_EN[Number(month) - 1] ?? month
}
