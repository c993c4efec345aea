import { Text, View } from '@tarojs/components'
import { useText } from '@/i18n/useText'
import { RadioRows } from '../form/choices'
import type { CardProps } from './index'

/** How paid levels are priced, and what becomes of one when a higher one is bought. */
export function PaidCard({ rules, change }: CardProps) {
  const text = useText().levels.settings
  return (
    <View className="card">
      <Text className="card-title">{text.paid}</Text>
      <Text className="tier-settings__head">{text.pricing}</Text>
      <RadioRows
        id="pricing"
        values={['unified', 'byLevel'] as const}
        chosen={rules.paidPricing}
        name={(pricing) => text.pricingOf[pricing]}
        hint={(pricing) => text.pricingHint[pricing]}
        onTap={(paidPricing) => change({ paidPricing })}
      />
      <Text className="tier-settings__head">{text.lowerPaid}</Text>
      <RadioRows
        id="lower-paid"
        values={['pauses', 'ends'] as const}
        chosen={rules.lowerPaid}
        name={(becomes) => text.lowerPaidOf[becomes]}
        hint={(becomes) => text.lowerPaidHint[becomes]}
        onTap={(lowerPaid) => change({ lowerPaid })}
      />
    </View>
  )
}
