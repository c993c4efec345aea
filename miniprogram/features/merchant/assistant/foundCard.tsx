import { Text, View } from '@tarojs/components'
import { formatCount, formatDay, formatInstant, formatMoney, formatRate } from '@/i18n/format'
import { useLocale } from '@/i18n/locale'
import { useText } from '@/i18n/useText'
import {
  LEAST_ORDER_FEN,
  lacksAverageOrder,
  MOST_ORDER_FEN,
  type Enter,
  type Entered,
  type Facts,
} from './entered'
import { FactField } from './factField'

interface FoundCardProps {
  readonly facts: Facts
  readonly entered: Entered
  readonly enter: Enter
  readonly mostLevels: number
}

/** What was found in the store's orders, each figure to be put right by the merchant. */
export function FoundCard({ facts, entered, enter, mostLevels }: FoundCardProps) {
  const text = useText().assistant
  const locale = useLocale()
  const { thisYear, buyers, orders, asOf, sampleBp } = facts
  return (
    <View id="found" className="card">
      <View className="card-head">
        <Text className="card-title">{text.found.title}</Text>
        <Text className="soft figure">{text.found.asOf(formatInstant(asOf, locale))}</Text>
      </View>
      <View className="soft figure">
        {text.found.period(formatDay(thisYear.from, locale), formatDay(thisYear.to, locale))}
      </View>
      <View className="found__counts figure">
        {orders === 0 ? text.found.none : text.found.counts(formatCount(buyers), formatCount(orders))}
      </View>
      {orders === 0 && <View className="soft">{text.found.noneHint}</View>}
      {sampleBp < 10_000 && <View className="found__note">{text.found.sample(formatRate(sampleBp))}</View>}
      <FactField
        id="average-order"
        label={text.found.averageOrder}
        unit={text.yuan}
        found={facts.averageOrderFen}
        foundText={formatMoney(facts.averageOrderFen ?? 0)}
        fault={lacksAverageOrder(facts, entered) ? text.found.needAverage : undefined}
        entered={entered.averageOrderFen}
        min={LEAST_ORDER_FEN}
        max={MOST_ORDER_FEN}
        digits={2}
        onEnter={(averageOrderFen) => enter({ averageOrderFen })}
      />
      <FactField
        id="repurchase-rate"
        label={text.found.repurchase}
        hint={text.found.repurchaseHint}
        unit={text.percent}
        found={facts.repurchaseRateBp}
        foundText={formatRate(facts.repurchaseRateBp ?? 0)}
        entered={entered.repurchaseRateBp}
        min={0}
        max={10_000}
        digits={2}
        onEnter={(repurchaseRateBp) => enter({ repurchaseRateBp })}
      />
      <FactField
        id="level-count"
        label={text.found.levels}
        hint={text.found.levelsHint}
        unit={text.levelUnit}
        found={Math.min(facts.suggestedLevels, mostLevels)}
        foundText={formatCount(facts.suggestedLevels)}
        from={text.found.suggested}
        entered={entered.levels}
        min={1}
        max={mostLevels}
        digits={0}
        onEnter={(levels) => enter({ levels })}
      />
    </View>
  )
}
