import { Text, View } from '@tarojs/components'
import type { Level, PaidTerms } from '@shared/rules/tiers/program'
import type { TierRules } from '@shared/rules/tiers/tierRules'
import { useText, useWords } from '@/i18n/useText'
import { NumberField } from '../form/numberField'
import { OptionalPrice } from './optionalPrice'

const MOST_FEN = 99_999_999_999
const MOST_DAYS = 3_660

interface PaidCardProps {
  readonly level: Level
  readonly paid: PaidTerms
  readonly rules: TierRules
  readonly change: (patch: Partial<Level>) => void
}

/** What the level costs, for all or by the level that a member stands on, and how long a payment lasts. */
export function PaidCard({ level, paid, rules, change }: PaidCardProps) {
  const text = useText().levels
  const words = useWords()
  const set = (patch: Partial<PaidTerms>) => change({ paid: { ...paid, ...patch } })
  const byLevel = rules.paidPricing === 'byLevel'
  const others = rules.levels.slice(
    0,
    rules.levels.findIndex(({ id }) => id === level.id),
  )
  return (
    <View className="card">
      <Text className="card-title">{text.level.paid}</Text>
      <NumberField
        id="price"
        label={byLevel ? text.level.priceOthers : text.level.priceAll}
        unit={text.level.yuan}
        value={paid.priceFen}
        min={1}
        max={MOST_FEN}
        digits={2}
        onChange={(priceFen) => set({ priceFen })}
      />
      {byLevel &&
        others.map((other) => (
          <OptionalPrice
            key={other.id}
            id={`price-${other.id}`}
            label={text.level.priceFor(words(other.name) || text.unnamed)}
            value={paid.priceFenByLevel[other.id]}
            onChange={(fen) => set({ priceFenByLevel: withPrice(paid.priceFenByLevel, other.id, fen) })}
          />
        ))}
      <NumberField
        id="valid-days"
        label={text.level.validDays}
        unit={text.level.days}
        value={paid.validDays}
        min={1}
        max={MOST_DAYS}
        onChange={(validDays) => set({ validDays })}
      />
      <View className="soft">{text.level.paidNote}</View>
    </View>
  )
}

function withPrice(
  prices: PaidTerms['priceFenByLevel'],
  levelId: string,
  fen: number | undefined,
): PaidTerms['priceFenByLevel'] {
  const { [levelId]: _, ...others } = prices
  return fen === undefined ? others : { ...others, [levelId]: fen }
}
