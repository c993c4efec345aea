import { Text, View } from '@tarojs/components'
import { formatCount } from '@/i18n/format'
import { useText } from '@/i18n/useText'
import { Count } from '@/ui/count'
import { Tap } from '@/ui/tap'
import './balanceHead.scss'

/** The number first, the reason one tap away. */
export function BalanceHead({ points, onTap }: { readonly points: number; readonly onTap: () => void }) {
  const text = useText()
  return (
    <Tap
      id="points-balance"
      className="balance-head"
      label={text.home.opensExplanation(text.points.balance, formatCount(points))}
      onTap={onTap}
    >
      <Text className="soft">{text.points.balance}</Text>
      <View className="balance-head__number">
        <Count n={points} />
      </View>
      <View className="balance-head__why">
        <Text>{text.points.balanceExplain}</Text>
        <View className="chevron" />
      </View>
    </Tap>
  )
}
