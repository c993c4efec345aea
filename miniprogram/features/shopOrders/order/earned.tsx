import { Text, View } from '@tarojs/components'
import { formatDay } from '@/i18n/format'
import { useLocale } from '@/i18n/locale'
import { useText } from '@/i18n/useText'
import { LinkText } from '@/ui/linkText'
import type { OrderData } from '../faces'

interface EarnedProps {
  readonly order: OrderData
  readonly onExplain: () => void
}

/** What the order earned, and the way to how it came to that. */
export function Earned({ order: { earned }, onExplain }: EarnedProps) {
  const all = useText()
  const text = all.shopOrders.order
  const locale = useLocale()
  if (!earned) return null
  const sums = [all.units.pointsOf(earned.points), all.units.growthOf(earned.growth)].join(' · ')
  return (
    <View id="order-earned" className="card">
      <View className="card-head">
        <Text className="card-title">{text.earned}</Text>
        <LinkText id="explain-earned" label={text.how} onTap={onExplain} />
      </View>
      <View className="figure">{sums}</View>
      {earned.releaseDay !== null && (
        <View className="soft figure">{text.releasedOn(formatDay(earned.releaseDay, locale))}</View>
      )}
    </View>
  )
}
