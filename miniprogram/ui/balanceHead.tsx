import { Text, View } from '@tarojs/components'
import { formatCount } from '@/i18n/format'
import { useText } from '@/i18n/useText'
import { Count } from './count'
import { Tap } from './tap'
import './balanceHead.scss'

interface BalanceHeadProps {
  readonly id: string
  readonly name: string
  readonly n: number
  /** What a tap tells. */
  readonly why: string
  readonly onTap: () => void
}

/** The number first, the reason one tap away. */
export function BalanceHead({ id, name, n, why, onTap }: BalanceHeadProps) {
  const text = useText()
  return (
    <Tap
      id={id}
      className="balance-head"
      label={text.home.opensExplanation(name, formatCount(n))}
      onTap={onTap}
    >
      <Text className="soft">{name}</Text>
      <View className="balance-head__number">
        <Count n={n} />
      </View>
      <View className="balance-head__why">
        <Text>{why}</Text>
        <View className="chevron" />
      </View>
    </Tap>
  )
}
