import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { LongList } from '@/api/useOlder'
import { formatMonth } from '@/i18n/format'
import { useLocale } from '@/i18n/locale'
import { useText } from '@/i18n/useText'
import { LedgerRow } from '@/ui/ledgerRow'
import { ListFoot } from '@/ui/listFoot'
import { PictureState } from '@/ui/pictureState'
import { byMonth, type LedgerEntry } from './byMonth'
import './ledger.scss'

interface LedgerProps {
  readonly list: LongList<LedgerEntry>
  readonly onExplain: (entryId: string) => void
}

const openCheckin = () => void Taro.navigateTo({ url: '/features/checkin/index' })

/** The history by months, newest first; each row opens into what made it. */
export function Ledger({ list, onExplain }: LedgerProps) {
  const text = useText()
  const locale = useLocale()
  if (list.items.length === 0) {
    return (
      <PictureState
        id="ledger-empty"
        picture="ledger"
        title={text.points.empty}
        text={text.points.emptyHint}
        action={{ id: 'to-checkin-button', label: text.points.toCheckin, run: openCheckin }}
      />
    )
  }
  return (
    <View id="ledger" className="card ledger">
      <Text className="card-title">{text.points.ledger}</Text>
      {byMonth(list.items).map(({ month, entries }) => (
        <View key={month}>
          <View className="ledger__month figure">{formatMonth(month, locale)}</View>
          {entries.map((entry) => (
            <LedgerRow key={entry.id} entry={entry} onTap={onExplain} />
          ))}
        </View>
      ))}
      <ListFoot id="ledger-more" list={list} end={text.points.end} />
    </View>
  )
}
