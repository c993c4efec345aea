import { Text, View } from '@tarojs/components'
import { formatInstant, formatMoney } from '@/i18n/format'
import { useLocale } from '@/i18n/locale'
import { useText, useWords } from '@/i18n/useText'
import { GoodsPicture } from '@/ui/goodsPicture'
import { Money } from '@/ui/money'
import { Tap } from '@/ui/tap'
import type { OrderCard } from '.'

const SHOWN = 2

/** One order: where it stands, what is in it, what it came to. */
export function OrderRow({ order, onTap }: { readonly order: OrderCard; readonly onTap: () => void }) {
  const text = useText().orderDesk
  const words = useWords()
  const locale = useLocale()
  const { state, placedAt, lines, quantity, payableFen, refundedFen, isRefundAsked, id } = order
  return (
    <Tap id={`order-${id}`} className="card order-row" onTap={onTap}>
      <View className="order-row__line">
        <Text className="soft figure">{formatInstant(placedAt, locale)}</Text>
        <Text className="order-row__state">{isRefundAsked ? text.asksRefund : text.states[state]}</Text>
      </View>
      {lines.slice(0, SHOWN).map(({ name, options, picture, quantity: pieces }, at) => (
        <View key={at} className="order-row__goods">
          <GoodsPicture picture={picture} className="order-row__picture" />
          <Text className="order-row__name">{[name, ...options].map(words).join(' · ')}</Text>
          <Text className="soft figure">× {pieces}</Text>
        </View>
      ))}
      <View className="order-row__line">
        <Text className="soft figure">
          {text.pieces(quantity)}
          {refundedFen > 0 ? ` · ${text.refunded(formatMoney(refundedFen))}` : ''}
        </Text>
        <Text className="order-row__amount">
          <Money fen={payableFen} />
        </Text>
      </View>
    </Tap>
  )
}
