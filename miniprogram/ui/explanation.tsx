import { Text, View } from '@tarojs/components'
import type { OutputOf } from '@shared/contracts'
import { formatCount, formatDay, formatMoney } from '@/i18n/format'
import { useLocale } from '@/i18n/locale'
import { useText, useWords } from '@/i18n/useText'
import type { Text as Texts } from '@/i18n/zh'
import { Tap } from './tap'
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

interface ExplanationProps {
  readonly explanation: ExplanationData
  /** Opens the order that it came from. */
  readonly onOrder?: (orderId: string) => void
}

/** What made a number: its parts, their sum, the rules, and where it came from. */
export function Explanation({ explanation, onOrder }: ExplanationProps) {
  const { lines, rules, source } = explanation
  const text = useText()
  const words = useWords()
  return (
    <View className="explanation">
      {lines.map((line, index) => (
        <ExplanationLine key={index} line={line} />
      ))}
      {source && <Source source={source} onOrder={onOrder} />}
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

interface SourceProps {
  readonly source: NonNullable<ExplanationData['source']>
  readonly onOrder: ExplanationProps['onOrder']
}

function Source({ source, onOrder }: SourceProps) {
  const text = useText()
  const words = useWords()
  const locale = useLocale()
  const { label, day, orderId } = source
  const inside = (
    <>
      <Text className="explanation__label">{text.explain.source}</Text>
      <Text className="explanation__from">{words(label)}</Text>
      <Text className="explanation__day figure">{formatDay(day, locale)}</Text>
    </>
  )
  if (orderId === null || !onOrder) return <View className="explanation__source">{inside}</View>
  return (
    <Tap
      id="explain-order"
      className="explanation__source explanation__source--opens"
      onTap={() => onOrder(orderId)}
    >
      {inside}
      <View className="chevron" />
    </Tap>
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
