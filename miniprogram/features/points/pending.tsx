import { Text, View } from '@tarojs/components'
import type { OutputOf } from '@shared/contracts'
import { formatCount, formatDay } from '@/i18n/format'
import { useLocale } from '@/i18n/locale'
import { useText } from '@/i18n/useText'

type PendingLot = OutputOf<'points.ledger'>['pending'][number]

/** Points that were earned and come in on a later day, the next first. */
export function Pending({ total, lots }: { readonly total: number; readonly lots: readonly PendingLot[] }) {
  const text = useText()
  const locale = useLocale()
  if (lots.length === 0) return null
  const days = byReleaseDay(lots)
  return (
    <View id="points-pending" className="card">
      <View className="card-head">
        <Text className="card-title">{text.points.pending}</Text>
        {days.length > 1 && <Text className="card-title figure">{formatCount(total)}</Text>}
      </View>
      {days.map(({ day, points }) => (
        <View key={day} className="lot figure">
          <Text className="lot__day">{text.points.releasedOn(formatDay(day, locale))}</Text>
          <Text className="lot__points">{formatCount(points)}</Text>
        </View>
      ))}
    </View>
  )
}

/** Lots of one day differ only in how long they will be good for. */
function byReleaseDay(lots: readonly PendingLot[]): { day: string; points: number }[] {
  const days = new Map<string, number>()
  for (const { releaseDay, points } of lots) days.set(releaseDay, (days.get(releaseDay) ?? 0) + points)
  return [...days].map(([day, points]) => ({ day, points }))
}
