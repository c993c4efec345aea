import { Text, View } from '@tarojs/components'
import { formatCount, formatInstant, formatMoney } from '@/i18n/format'
import { useLocale } from '@/i18n/locale'
import { useText } from '@/i18n/useText'
import { Money } from '@/ui/money'
import { Tap } from '@/ui/tap'
import type { SaleCard } from '.'

/** One sale: how much, when, and what went back. */
export function SaleRow({ sale, onTap }: { readonly sale: SaleCard; readonly onTap: () => void }) {
  const text = useText().counter.sales
  const locale = useLocale()
  const { amountFen, freightFen, at, kind, quantity, pointsUsed, refundedFen, isRefunded, member } = sale
  const said = [
    text[kind],
    `…${member.slice(-4)}`,
    text.pieces(quantity),
    ...(pointsUsed > 0 ? [text.points(formatCount(pointsUsed))] : []),
  ]
  const back = isRefunded
    ? text.refunded
    : refundedFen > 0
      ? text.refundedPart(formatMoney(refundedFen))
      : null
  return (
    <Tap className="card counter-sale-row" onTap={onTap}>
      <View className="counter-sale-row__head">
        <Text className="counter-sale-row__amount">
          <Money fen={amountFen + freightFen} />
        </Text>
        <Text className="soft figure">{formatInstant(at, locale)}</Text>
      </View>
      <View className="counter-sale-row__head">
        <Text className="soft figure">{said.join(' · ')}</Text>
        {back && <Text className="counter-sale-row__back figure">{back}</Text>}
      </View>
    </Tap>
  )
}
