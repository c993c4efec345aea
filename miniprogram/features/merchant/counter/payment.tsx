import { Text, View } from '@tarojs/components'
import type { CallFailure } from '@/api/callFailure'
import { formatCount, formatMoney } from '@/i18n/format'
import { useText } from '@/i18n/useText'
import { BusyButton } from '@/ui/busyButton'
import { useExplain } from '@/ui/explainSheet'
import { FailureNote } from '@/ui/failureNote'
import { LinkText } from '@/ui/linkText'
import { Money } from '@/ui/money'
import type { Quoted } from './bill'

interface PaymentProps {
  readonly quoted: Quoted
  /** The amounts are of what stood there a moment ago. */
  readonly isBehind: boolean
  readonly working: boolean
  readonly failure: CallFailure | undefined
  readonly onCharge: () => void
}

/** What it comes to and what pays for it, and the one button. */
export function Payment({ quoted, isBehind, working, failure, onCharge }: PaymentProps) {
  const text = useText().counter.pay
  const explain = useExplain()
  const { quote, needsConfirmation } = quoted
  const { paid, payableFen, pointsUsed, pointsOffFen, explanation } = quote
  const balanceFen = paid.principal + paid.bonus
  const rows = [
    {
      id: 'pay-points',
      name: text.points(formatCount(pointsUsed)),
      fen: -pointsOffFen,
      isThere: pointsUsed > 0,
    },
    { id: 'pay-balance', name: text.balance, fen: balanceFen, isThere: balanceFen > 0 },
    { id: 'pay-cash', name: text.cash, fen: paid.wechat, isThere: true },
  ]
  const label = () => {
    if (isBehind) return text.behind
    if (needsConfirmation) return text.ask
    return paid.wechat > 0 ? text.charge(formatMoney(paid.wechat)) : text.chargeBalance
  }
  return (
    <View className="card counter-pay">
      <View className="counter-pay__head">
        <Text className="soft">{text.payable}</Text>
        <Text id="payable" className="counter-pay__payable">
          <Money fen={payableFen} />
        </Text>
      </View>
      {rows
        .filter(({ isThere }) => isThere)
        .map(({ id, name, fen }) => (
          <View key={id} className="counter-pay__row">
            <Text className="soft">{name}</Text>
            <Text id={id} className="figure">
              {formatMoney(fen)}
            </Text>
          </View>
        ))}
      <LinkText
        id="explain-quote"
        label={text.explain}
        onTap={() => explain.showLines(text.payable, explanation)}
      />
      {needsConfirmation && <Text className="soft">{text.asks}</Text>}
      {failure && <FailureNote failure={failure} />}
      <BusyButton
        id="charge"
        label={label()}
        quiet={isBehind}
        working={working}
        onPress={() => !isBehind && onCharge()}
      />
      {explain.sheet}
    </View>
  )
}
