import type { OutputOf } from '@shared/contracts'
import type { Locale } from '@shared/kernel/words'
import { formatDay } from '@/i18n/format'
import type { Text } from '@/i18n/zh'

export type GrowthCounting = OutputOf<'growth.read'>['counting']

/** Which growth counts, in a sentence. */
export function countingWords(counting: GrowthCounting, { growth }: Text, locale: Locale): string {
  const day = (name: string) => formatDay(name, locale)
  switch (counting.kind) {
    case 'allTime':
      return growth.allTime
    case 'rolling':
      return growth.rolling(counting.windowDays, day(counting.since))
    case 'reset': {
      const { everyMonths, since, until } = counting
      return since === null
        ? growth.untilReset(everyMonths, day(until))
        : growth.reset(everyMonths, day(since), day(until))
    }
  }
}
