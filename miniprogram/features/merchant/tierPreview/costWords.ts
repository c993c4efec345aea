import { formatMoney, formatRate } from '@/i18n/format'
import { useText } from '@/i18n/useText'
import { formatTimes } from '@/i18n/scaled'
import type { TierPreview } from './moves'

export type Cost = NonNullable<TierPreview['benefits'][number]['after']>['cost']

/** A month's cost of a benefit in words: how much, and how that was reckoned. */
export function useCostWords() {
  const text = useText().tierPreview
  const way = (cost: Cost): string => {
    switch (cost.of) {
      case 'once':
        return text.ways.once
      case 'vouchers':
        return text.ways.vouchers(cost.holders, formatMoney(cost.amountFen), cost.everyMonths)
      case 'discount':
        return text.ways.discount(formatMoney(cost.monthSpendFen), formatRate(cost.offBp)) + assumed(cost)
      case 'birthdayDiscount':
        return (
          text.ways.birthdayDiscount(
            cost.birthdays,
            formatMoney(cost.monthSpendFen),
            formatRate(cost.offBp),
          ) + assumed(cost)
        )
      case 'extraPoints':
        return text.ways.extraPoints(cost.points, formatMoney(cost.monthSpendFen), formatTimes(cost.rateBp))
      case 'unknown':
        return text.unknown[cost.why]
    }
  }
  const assumed = ({ isQuantityAssumed }: { readonly isQuantityAssumed: boolean }): string =>
    isQuantityAssumed ? text.ways.quantityAssumed : ''
  const amount = ({ of, fen }: Cost): string => (of === 'once' ? '—' : fen === null ? '?' : formatMoney(fen))
  return { way, amount }
}
