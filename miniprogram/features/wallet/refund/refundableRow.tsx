import { Text, View } from '@tarojs/components'
import { formatDayShort, formatMoney } from '@/i18n/format'
import { useLocale } from '@/i18n/locale'
import { useText } from '@/i18n/useText'
import { Tap } from '@/ui/tap'
import type { Refundable } from './index'
import './refundableRow.scss'

interface RefundableRowProps {
  readonly refundable: Refundable
  readonly isChosen: boolean
  readonly onTap: () => void
}

/** A top-up that can be had back: how much of it, until when. */
export function RefundableRow({ refundable, isChosen, onTap }: RefundableRowProps) {
  const text = useText().wallet.refund
  const locale = useLocale()
  const { topUpId, day, paidFen, principalFen, lastDay, payBack } = refundable
  const isOpen = payBack === 'wechat'
  return (
    <Tap id={`refund-${topUpId}`} className="refundable" onTap={() => isOpen && onTap()}>
      <View
        className={`refundable__dot ${isChosen ? 'refundable__dot--on' : ''} ${isOpen ? '' : 'refundable__dot--closed'}`}
      />
      <View className="refundable__words figure">
        <Text>{text.of(formatDayShort(day, locale), formatMoney(paidFen))}</Text>
        <Text className="soft">
          {isOpen ? text.left(formatMoney(principalFen), formatDayShort(lastDay, locale)) : text.atCounter}
        </Text>
      </View>
    </Tap>
  )
}
