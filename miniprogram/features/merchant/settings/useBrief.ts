import { formatDayShort } from '@/i18n/format'
import { useLocale } from '@/i18n/locale'
import { useText, useWords } from '@/i18n/useText'
import type { Campaign, Multiplier } from './ruleFields'
import type { Tier } from './sampleFields'

/** How a rule reads in one line: when, for which goods, for whom. */
export function useBrief(tiers: readonly Tier[]) {
  const text = useText().rules.brief
  const words = useWords()
  const locale = useLocale()
  const list = (names: readonly string[]) => names.join(text.between)

  const days = ({ from, to }: Pick<Campaign, 'from' | 'to'>): string =>
    from === to
      ? formatDayShort(from, locale)
      : text.dates(formatDayShort(from, locale), formatDayShort(to, locale))

  const goods = (those: Multiplier['goods']): string => {
    if (those.of === 'all') return text.allGoods
    return list(those.of === 'categories' ? those.categories : those.products)
  }
  const audience = (those: Multiplier['audience']): string => {
    if (those.of !== 'tiers') return text[those.of]
    return list(
      those.tiers.map((id) => words(tiers.find((tier) => tier.id === id)?.name ?? { zh: id, en: id })),
    )
  }
  return {
    name: ({ zh, en }: Multiplier['name']): string => words({ zh, en: en || zh }) || text.unnamed,
    days,
    when: (when: Multiplier['when']): string => (when.of === 'dates' ? days(when) : text[when.of]),
    scope: (rule: Pick<Multiplier, 'goods' | 'audience'>): string =>
      `${goods(rule.goods)} · ${audience(rule.audience)}`,
  }
}
