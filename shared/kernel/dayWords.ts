import type { Day } from './day'
import type { Words } from './words'

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** A day as people write it: 2027年12月31日, 31 Dec 2027. */
export function dayWords(day: Day): Words {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  return { zh: `${year}年${month}月${date}日`, en: `${date} ${monthNameEn(month)} ${year}` }
}

/** 11 → "Nov". */
export const monthNameEn = (month: number): string => MONTHS[month - 1] ?? ''
