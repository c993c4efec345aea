import { addDays, type Day } from '@shared/kernel/day'
import { startOfDay } from '@shared/kernel/businessDay'
import { storeTimeText } from '../../../cloudfunctions/wechat/pay/storeTimeText'

/** `2026-03-01 10:00:00`, as bills have it. */
export function billTime(at: number): string {
  return storeTimeText(at).slice(0, 19).replace('T', ' ')
}

/** `20260301100000`, as WeChat Pay's own numbers begin. */
export function digitsOfTime(at: number): string {
  return billTime(at).replace(/\D/g, '')
}

export function boundsOf(day: Day): { from: number; before: number } {
  return { from: startOfDay(day), before: startOfDay(addDays(day, 1)) }
}
