import { Text, View } from '@tarojs/components'
import type { OutputOf } from '@shared/contracts'
import { formatCount, formatDay } from '@/i18n/format'
import { useLocale } from '@/i18n/locale'
import { useText } from '@/i18n/useText'
import './notices.scss'

type Soon = NonNullable<OutputOf<'points.ledger'>['expiringSoon']>

/** Points that lapse within the month: how many, and by when the first are to be spent. */
export function ExpiringSoon({ soon }: { readonly soon: Soon }) {
  const text = useText()
  const locale = useLocale()
  return (
    <View id="points-soon" className="points-notice figure">
      <Text>{text.points.soon(formatCount(soon.points), formatDay(soon.firstDay, locale))}</Text>
    </View>
  )
}

/** Points owed after a refund, and what repays them. */
export function Debt({ points }: { readonly points: number }) {
  const text = useText()
  return (
    <View id="points-debt" className="points-notice figure">
      <Text className="points-notice__title">{text.points.debt(formatCount(points))}</Text>
      <Text>{text.points.debtHint}</Text>
    </View>
  )
}
