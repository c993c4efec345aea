import { Text, View } from '@tarojs/components'
import { formatMoney } from '@/i18n/format'
import { useText, useWords } from '@/i18n/useText'
import { Tap } from '@/ui/tap'
import type { WalletRules } from './index'
import './planRow.scss'

interface PlanRowProps {
  readonly plan: WalletRules['plans'][number]
  readonly onTap: () => void
}

/** A plan as the list shows it: its name, what it gives for what, and whether it is on sale. */
export function PlanRow({ plan, onTap }: PlanRowProps) {
  const text = useText().wallet.shop
  const words = useWords()
  const { id, name, payFen, gift, isOn } = plan
  return (
    <Tap id={`plan-${id}`} className="plan-row" onTap={onTap}>
      <View className="plan-row__words figure">
        <Text>{words(name)}</Text>
        <Text className="soft">{text.plan(formatMoney(payFen), formatMoney(gift.bonusFen))}</Text>
      </View>
      <Text className="soft">{isOn ? text.planOn : text.planOff}</Text>
      <View className="chevron" />
    </Tap>
  )
}
