import { Text, View } from '@tarojs/components'
import { formatCount, formatMoney } from '@/i18n/format'
import { useText, useWords } from '@/i18n/useText'
import { useExplain } from '@/ui/explainSheet'
import { GoodsPicture } from '@/ui/goodsPicture'
import { LinkText } from '@/ui/linkText'
import { Money } from '@/ui/money'
import type { AnyOrder } from '.'

/** What was bought, and what paid for it. */
export function Goods({ order: { quote } }: { readonly order: AnyOrder['order'] }) {
  const { orderDesk, counter } = useText()
  const text = orderDesk.order
  const words = useWords()
  const explain = useExplain()
  const { lines, freightFen, payableFen, pointsUsed, paid, explanation } = quote
  const parts = [
    { name: text.freight, said: formatMoney(freightFen), isThere: freightFen > 0 },
    { name: counter.pay.points(formatCount(pointsUsed)), said: '', isThere: pointsUsed > 0 },
    { name: counter.sale.principal, said: formatMoney(paid.principal), isThere: paid.principal > 0 },
    { name: counter.sale.bonus, said: formatMoney(paid.bonus), isThere: paid.bonus > 0 },
    { name: text.weChat, said: formatMoney(paid.wechat), isThere: paid.wechat > 0 },
  ].filter(({ isThere }) => isThere)
  return (
    <View className="card shop-order">
      {lines.map(({ sku, name, options, picture, quantity, paidFen }) => (
        <View key={sku} className="shop-order__goods">
          <GoodsPicture picture={picture} className="shop-order__picture" />
          <View className="shop-order__said">
            <Text>{words(name)}</Text>
            <Text className="soft">{[...options.map(words), `× ${quantity}`].join(' · ')}</Text>
          </View>
          <Text className="figure">{formatMoney(paidFen)}</Text>
        </View>
      ))}
      <View className="shop-order__parts">
        <View className="shop-order__row">
          <Text className="shop-order__title">{text.paidWith}</Text>
          <Text className="shop-order__amount">
            <Money fen={payableFen} />
          </Text>
        </View>
        {parts.map(({ name, said }) => (
          <View key={name} className="shop-order__row">
            <Text className="soft">{name}</Text>
            <Text className="figure">{said}</Text>
          </View>
        ))}
      </View>
      <LinkText
        id="explain-order"
        label={text.explain}
        onTap={() => explain.showLines(text.title, explanation)}
      />
      {explain.sheet}
    </View>
  )
}
