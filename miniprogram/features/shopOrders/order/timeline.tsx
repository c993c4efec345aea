import { Text, View } from '@tarojs/components'
import { formatInstant } from '@/i18n/format'
import { useLocale } from '@/i18n/locale'
import { useText, useWords } from '@/i18n/useText'
import type { OrderData } from '../faces'
import './timeline.scss'

/** What happened to the order, the latest first. */
export function Timeline({ order: { timeline } }: { readonly order: OrderData }) {
  const text = useText().shopOrders.order
  const words = useWords()
  const locale = useLocale()
  return (
    <View id="order-timeline" className="card">
      <Text className="card-title">{text.timeline}</Text>
      <View className="timeline">
        {[...timeline].reverse().map(({ at, what }, order) => (
          <View key={`${at}-${order}`} className="timeline__event">
            <Text>{words(what)}</Text>
            <Text className="soft figure">{formatInstant(at, locale)}</Text>
          </View>
        ))}
      </View>
    </View>
  )
}
