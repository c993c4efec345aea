import { Text, View } from '@tarojs/components'
import type { OutputOf } from '@shared/contracts'
import { formatChange, formatDayShort } from '@/i18n/format'
import { useLocale } from '@/i18n/locale'
import { useText, useWords } from '@/i18n/useText'
import { Tap } from './tap'
import './ledgerRow.scss'

type Entry = OutputOf<'points.ledger'>['entries'][number]

/** One entry: why and when, what it changed, what was there after it. */
export function LedgerRow({ entry, onTap }: { readonly entry: Entry; readonly onTap: (id: string) => void }) {
  const text = useText()
  const words = useWords()
  const locale = useLocale()
  const { points, growth } = entry
  const when = [
    formatDayShort(entry.day, locale),
    growth !== 0 && text.points.growthChange(formatChange(growth)),
  ]
  return (
    <Tap className="ledger-row" onTap={() => onTap(entry.id)}>
      <View className="ledger-row__why">
        <Text>{words(entry.reason)}</Text>
        <Text className="soft figure">{when.filter(Boolean).join(' · ')}</Text>
      </View>
      <View className="ledger-row__change figure">
        <Text className={`ledger-row__points ${points > 0 ? 'ledger-row__points--gain' : ''}`}>
          {formatChange(points)}
        </Text>
        <Text className="soft">{text.points.after(entry.after.points)}</Text>
      </View>
    </Tap>
  )
}
