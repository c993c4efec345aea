import { Text, View } from '@tarojs/components'
import { formatInstant, formatMoney } from '@/i18n/format'
import { useLocale } from '@/i18n/locale'
import { useText, useWords } from '@/i18n/useText'
import type { AnyOrder } from '.'

/** What happened to an order, and what went back of it. */
export function Past({ order: { timeline, refunds } }: { readonly order: AnyOrder['order'] }) {
  const text = useText().orderDesk.order
  const words = useWords()
  const locale = useLocale()
  return (
    <>
      {refunds.length > 0 && (
        <View id="order-refunds" className="card shop-order">
          <Text className="card-title">{text.refunds}</Text>
          {refunds.map(({ id, at, reason, amountFen, freightFen, wechat }) => (
            <View key={id} className="shop-order__refund">
              <View className="shop-order__row">
                <Text className="soft figure">{formatInstant(at, locale)}</Text>
                <Text className="figure">{formatMoney(amountFen + freightFen)}</Text>
              </View>
              <Text className="soft">
                {[reason, ...(wechat ? [text.weChatPart[wechat]] : [])].join(' · ')}
              </Text>
            </View>
          ))}
        </View>
      )}
      <View className="card shop-order">
        <Text className="card-title">{text.timeline}</Text>
        {timeline.map(({ at, what }, place) => (
          <View key={place} className="shop-order__row">
            <Text>{words(what)}</Text>
            <Text className="soft figure">{formatInstant(at, locale)}</Text>
          </View>
        ))}
      </View>
    </>
  )
}
