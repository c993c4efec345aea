import type { OutputOf } from '@shared/contracts'
import { formatCount, formatMoney } from '@/i18n/format'
import type { Text } from '@/i18n/zh'

type Way = OutputOf<'member.join'>['tier']['ways'][number]

/** One way up in words: as the line above the bar, as the alternative beside it, and how far it has come. */
export function wayTexts(way: Way, next: string, text: Text): { lead: string; or: string; have: string } {
  if (way.measure === 'growth') {
    const missing = formatCount(way.missing)
    return {
      lead: text.tier.awayByGrowth(next, missing),
      or: text.tier.orByGrowth(missing),
      have: `${formatCount(way.have)} / ${text.units.growthOf(way.need)}`,
    }
  }
  const missing = formatMoney(way.missing)
  return {
    lead: text.tier.awayBySpend(next, missing),
    or: text.tier.orBySpend(missing),
    have: `${formatMoney(way.have)} / ${formatMoney(way.need)}`,
  }
}
