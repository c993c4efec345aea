import { Text, View } from '@tarojs/components'
import { formatInstant } from '@/i18n/format'
import { useLocale } from '@/i18n/locale'
import { useText } from '@/i18n/useText'
import type { OrderData } from '../faces'
import { clockText, useTimeLeft } from '../timeLeft'
import './head.scss'

interface HeadProps {
  readonly order: OrderData
  readonly now: number
  readonly onChanged: () => Promise<void>
}

/** Where the order stands, and what comes next. */
export function Head({ order, now, onChanged }: HeadProps) {
  const text = useText().shopOrders
  const locale = useLocale()
  const { state, payUntil, receivedBy } = order
  const left = useTimeLeft(payUntil, now, () => void onChanged())
  const hint = receivedBy === null ? text.hints[state] : text.receivedBy(formatInstant(receivedBy, locale))
  return (
    <View id="order-state" className="order-head">
      <Text className="order-head__state">{text.states[state]}</Text>
      {left !== null && <Text className="order-head__clock figure">{clockText(left)}</Text>}
      <Text className="soft figure">{hint}</Text>
    </View>
  )
}
