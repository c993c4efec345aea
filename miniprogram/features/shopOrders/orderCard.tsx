import { Text, View } from '@tarojs/components'
import { formatCount, formatDay, formatMoney } from '@/i18n/format'
import { useLocale } from '@/i18n/locale'
import { useText, useWords } from '@/i18n/useText'
import { GoodsPicture } from '@/ui/goodsPicture'
import { Money } from '@/ui/money'
import { Tap } from '@/ui/tap'
import type { OrderCardData } from './faces'
import { clockText, useTimeLeft } from './timeLeft'
import { openOrder } from './ways'
import './orderCard.scss'

const MOST_PICTURES = 4

interface OrderCardProps {
  readonly order: OrderCardData
  readonly now: number
  /** The time to pay it is over. */
  readonly onOver: () => Promise<void>
}

/** An order in a list: what it is about, where it stands, what it cost. */
export function OrderCard({ order, now, onOver }: OrderCardProps) {
  const all = useText()
  const text = all.shopOrders
  const words = useWords()
  const locale = useLocale()
  const { id, state, placedDay, payUntil, lines, quantity, payableFen, pointsUsed, refundedFen } = order
  const left = useTimeLeft(payUntil, now, () => void onOver())
  const [first] = lines
  return (
    <Tap id={`order-${id}`} className="card order-card" onTap={() => openOrder(id)}>
      <View className="order-card__head figure">
        <Text className="soft">{formatDay(placedDay, locale)}</Text>
        <Text className={`order-card__state order-card__state--${state}`}>
          {left === null ? text.states[state] : text.payWithin(clockText(left))}
        </Text>
      </View>
      <View className="order-card__goods">
        {lines.slice(0, MOST_PICTURES).map((line, at) => (
          <GoodsPicture key={at} picture={line.picture} className="order-card__picture" />
        ))}
        {lines.length === 1 && first && <Text className="order-card__name">{words(first.name)}</Text>}
      </View>
      <View className="order-card__foot figure">
        <Text className="soft">
          {[
            text.pieces(formatCount(quantity)),
            ...(pointsUsed > 0 ? [all.units.pointsOf(pointsUsed)] : []),
          ].join(' · ')}
        </Text>
        <Text className="order-card__fen">
          <Money fen={payableFen} />
        </Text>
      </View>
      {order.isRefundAsked && <View className="order-card__note">{text.refundAskedShort}</View>}
      {refundedFen > 0 && (
        <View className="order-card__note figure">{text.refundedShort(formatMoney(refundedFen))}</View>
      )}
    </Tap>
  )
}
