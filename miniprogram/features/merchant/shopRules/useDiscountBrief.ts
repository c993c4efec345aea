import { discountWords } from '@shared/kernel/rateWords'
import { formatCount, formatDayShort } from '@/i18n/format'
import { useLocale } from '@/i18n/locale'
import { formatScaled } from '@/i18n/scaled'
import { useText, useWords } from '@/i18n/useText'
import { useBrief } from '../settings/useBrief'
import type { Stored } from '../settings/useSettings'
import { discountStanding } from './discountStanding'
import type { Discount } from './index'

/** How a discount reads in a few words, and how it stands today. */
export function useDiscountBrief({ tiers, categories, today }: Stored<'shop'>) {
  const text = useText().shopRules
  const words = useWords()
  const locale = useLocale()
  const brief = useBrief(tiers)

  const named = (goods: Discount['goods']): Discount['goods'] => {
    if (goods.of !== 'categories') return goods
    const nameOf = (id: string) => categories.find((each) => each.id === id)?.name
    return {
      of: 'categories',
      categories: goods.categories.map((id) => words(nameOf(id) ?? { zh: id, en: id })),
    }
  }
  const requirement = ({ requirement: asked }: Discount): string[] => {
    if (asked.of === 'minimumAmount') return [text.from.minimumAmount(formatScaled(asked.amountFen, 2))]
    return asked.of === 'minimumQuantity' ? [text.from.minimumQuantity(formatCount(asked.quantity))] : []
  }
  const isTimed = ({ when }: Discount) => when.of !== 'dayOfMonth' || !Number.isNaN(when.dayOfMonth)
  return {
    name: ({ name }: Discount): string => brief.name(name),
    rate: ({ rateBp }: Discount): string => (Number.isNaN(rateBp) ? '—' : words(discountWords(rateBp))),
    when: ({ when }: Discount): string =>
      when.of === 'dayOfMonth' ? text.monthly(String(when.dayOfMonth)) : brief.when(when),
    scope: (rule: Discount): string =>
      [brief.scope({ ...rule, goods: named(rule.goods) }), ...requirement(rule)].join(' · '),
    /** Null while its day is not filled in. */
    standing: (rule: Discount): { readonly state: string; readonly words: string } | null => {
      if (!isTimed(rule)) return null
      const standing = discountStanding(rule.when, today)
      if (standing.state !== 'upcoming') return { state: standing.state, words: text.states[standing.state] }
      const say = rule.when.of === 'dayOfMonth' ? text.states.next : text.states.upcoming
      return { state: standing.state, words: say(formatDayShort(standing.on, locale)) }
    },
  }
}
