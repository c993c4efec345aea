import { Text, View } from '@tarojs/components'
import { formatCount, formatMoney } from '@/i18n/format'
import { useText, useWords } from '@/i18n/useText'
import { Stepper } from '@/ui/stepper'
import type { OrderData } from '../faces'
import './linesChoice.scss'

interface LinesChoiceProps {
  readonly order: OrderData
  readonly quantities: readonly number[]
  readonly onChange: (quantities: readonly number[]) => void
}

/** How many of each line come back, of those that are left. */
export function LinesChoice({ order: { quote, left }, quantities, onChange }: LinesChoiceProps) {
  const text = useText().shopOrders.askRefund
  const words = useWords()
  return (
    <View id="refund-lines">
      {quote.lines.map((line, at) => {
        const { quantity, amountFen } = left.lines[at] ?? { quantity: 0, amountFen: 0 }
        if (quantity === 0) return null
        return (
          <View key={line.sku} className="lines-choice">
            <View className="lines-choice__words">
              <Text>{words(line.name)}</Text>
              <Text className="soft figure">{text.left(formatCount(quantity), formatMoney(amountFen))}</Text>
            </View>
            <Stepper
              id={`refund-line-${at}`}
              value={quantities[at] ?? 0}
              least={0}
              most={quantity}
              onChange={(next) => onChange(quantities.map((each, i) => (i === at ? next : each)))}
            />
          </View>
        )
      })}
    </View>
  )
}
