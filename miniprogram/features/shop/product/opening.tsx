import { Text, View } from '@tarojs/components'
import { formatInstant } from '@/i18n/format'
import { useLocale } from '@/i18n/locale'
import { useText, useWords } from '@/i18n/useText'
import { countdown } from '../countdown'
import type { ProductData } from './index'
import './opening.scss'

/** When it opens to whom, while it is not open to everybody yet. */
export function Opening({ product }: { readonly product: ProductData }) {
  const text = useText().shop
  const words = useWords()
  const locale = useLocale()
  const { sale, opensToAllAt, opensEarlier, level, now } = product
  if (sale.of === 'offSale' || opensToAllAt === null || opensToAllAt <= now) return null
  return (
    <View id="opening" className="opening figure">
      {sale.of === 'opensLater' ? (
        <View className="opening__own">
          <Text className="opening__lead">
            {text.product.yourOpening(formatInstant(sale.opensAt, locale))}
          </Text>
          <Text>{text.opensIn(countdown(sale.opensAt - now, text))}</Text>
        </View>
      ) : (
        <Text className="opening__lead">{text.product.openEarlyNow(level ? words(level.name) : '')}</Text>
      )}
      {opensEarlier.map((early) => (
        <View key={early.level.id} className="opening__row">
          <Text>{words(early.level.name)}</Text>
          <Text>{formatInstant(early.opensAt, locale)}</Text>
        </View>
      ))}
      <View className="opening__row">
        <Text>{text.product.opensToAll}</Text>
        <Text>{formatInstant(opensToAllAt, locale)}</Text>
      </View>
    </View>
  )
}
