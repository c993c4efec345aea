import { Text, View } from '@tarojs/components'
import type { OutputOf } from '@shared/contracts'
import { formatCount, formatDay, formatMoney } from '@/i18n/format'
import { useLocale } from '@/i18n/locale'
import { useText, useWords } from '@/i18n/useText'
import type { Text as Texts } from '@/i18n/zh'
import './explanation.scss'

export type ExplanationData = OutputOf<'explain.read'>
type Line = ExplanationData['lines'][number]

const AMOUNT_TEXTS: Record<NonNullable<Line['unit']>, (amount: number, text: Texts) => string> = {
  points: (amount, text) => text.units.pointsOf(amount),
  growth: (amount, text) => text.units.growthOf(amount),
  fen: (amount) => formatMoney(amount),
  days: (amount, text) => text.units.daysOf(amount),
  items: (amount, text) => text.units.itemsOf(amount),
}

/** What made a number: its parts, their sum, the rules, and where it came from. */
export function Explanation({ explanation }: { readonly explanation: ExplanationData }) {
  const { lines, rules, source } = explanation
  const text = useText()
  const words = useWords()
  const locale = useLocale()
  return (
    <View className="explanation">
      {lines.map((line, index) => (
        <ExplanationLine key={index} line={line} />
      ))}
      {source && (
        <View className="explanation__source">
          <Text className="explanation__label">{text.explain.source}</Text>
          <Text className="explanation__from">{words(source.label)}</Text>
          <Text className="explanation__day figure">{formatDay(source.day, locale)}</Text>
        </View>
      )}
      {rules.map((rule) => (
        <View key={rule.topic} className="explanation__rule">
          <View className="explanation__rule-head">
            <Text className="explanation__label">{text.explain.rules[rule.topic]}</Text>
            <Text className="explanation__label figure">{text.explain.ruleVersion(rule.version)}</Text>
          </View>
          <Text>{words(rule.text)}</Text>
        </View>
      ))}
    </View>
  )
}

function ExplanationLine({ line }: { readonly line: Line }) {
  const text = useText()
  const words = useWords()
  return (
    <View className={`explanation__line explanation__line--${line.role}`}>
      <Text className="explanation__words">{words(line.label)}</Text>
      {line.amount !== null && (
        <Text className="explanation__amount figure">
          {line.unit ? AMOUNT_TEXTS[line.unit](line.amount, text) : formatCount(line.amount)}
        </Text>
      )}
    </View>
  )
}
