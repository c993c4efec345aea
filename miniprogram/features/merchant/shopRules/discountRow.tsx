import { Text, View } from '@tarojs/components'
import { useText } from '@/i18n/useText'
import { Tap } from '@/ui/tap'
import type { Stored } from '../settings/useSettings'
import type { Discount } from './index'
import { useDiscountBrief } from './useDiscountBrief'
import './discountRow.scss'

interface DiscountRowProps {
  readonly discount: Discount
  readonly stored: Stored<'shop'>
  readonly onTap: () => void
}

/** A discount as the list shows it: how it stands today, what it takes off, when, on what and for whom. */
export function DiscountRow({ discount, stored, onTap }: DiscountRowProps) {
  const text = useText().shopRules.edit
  const brief = useDiscountBrief(stored)
  const standing = brief.standing(discount)
  return (
    <View className={`discount discount--${standing?.state ?? ''}`}>
      <Tap id={`discount-${discount.id}`} className="discount__line" onTap={onTap}>
        <View className="discount__words">
          <View className="discount__title">
            <Text className="discount__name">{brief.name(discount)}</Text>
            {standing && (
              <Text className={`discount__state discount__state--${standing.state}`}>{standing.words}</Text>
            )}
          </View>
          <Text className="soft">{`${text.kindOf[discount.kind]} · ${brief.when(discount)}`}</Text>
          <Text className="soft">{brief.scope(discount)}</Text>
        </View>
        <Text className="discount__rate figure">{brief.rate(discount)}</Text>
        <View className="chevron" />
      </Tap>
    </View>
  )
}
