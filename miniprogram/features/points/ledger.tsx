import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { newestId } from '@/api/listPages'
import { useText } from '@/i18n/useText'
import type { LedgerUnit } from '@/ui/ledgerRow'
import { LinkText } from '@/ui/linkText'
import { PictureState } from '@/ui/pictureState'
import { LedgerFilters } from './ledgerFilters'
import { LedgerList } from './ledgerList'
import { pageBelow, type LedgerFilter, type LedgerPage } from './ledgerPages'
import './ledger.scss'

interface LedgerProps {
  readonly unit: LedgerUnit
  /** The newest entries, without any filter. */
  readonly first: LedgerPage
  /** The months that can be chosen, `YYYY-MM`. */
  readonly firstMonth: string
  readonly lastMonth: string
  readonly onExplain: (entryId: string) => void
}

const openCheckin = () => void Taro.navigateTo({ url: '/features/checkin/index' })

/** The history of points or growth, by kind and month; each row opens into what made it. */
export function Ledger({ unit, first, firstMonth, lastMonth, onExplain }: LedgerProps) {
  const text = useText()
  const [filter, setFilter] = useState<LedgerFilter>({})
  const [belowSeq, setBelowSeq] = useState<number>()
  const choose = (chosen: LedgerFilter) => {
    setFilter(chosen)
    setBelowSeq(undefined)
  }
  if (first.items.length === 0) return <NoEntries unit={unit} />
  const isNewest = belowSeq === undefined && !filter.kind && !filter.month
  // News begin a list that was asked for by itself anew; the newest entries renew themselves.
  const place = isNewest ? 'newest' : JSON.stringify([filter, belowSeq, newestId(first)])
  return (
    <View id="ledger" className="card ledger">
      <View className="card-head">
        <Text className="card-title">{text[unit].ledger}</Text>
        {belowSeq !== undefined && (
          <LinkText
            id="ledger-newest"
            label={text.ledger.newest}
            way="up"
            onTap={() => setBelowSeq(undefined)}
          />
        )}
      </View>
      <LedgerFilters
        unit={unit}
        filter={filter}
        firstMonth={firstMonth}
        lastMonth={lastMonth}
        onChange={choose}
      />
      <LedgerList
        key={place}
        unit={unit}
        filter={filter}
        first={isNewest ? first : pageBelow(belowSeq)}
        onExplain={onExplain}
        onEarlier={setBelowSeq}
        onClear={() => choose({})}
      />
    </View>
  )
}

function NoEntries({ unit }: { readonly unit: LedgerUnit }) {
  const text = useText()
  return (
    <PictureState
      id="ledger-empty"
      picture="ledger"
      title={text[unit].empty}
      text={text[unit].emptyHint}
      action={{ id: 'to-checkin-button', label: text.points.toCheckin, run: openCheckin }}
    />
  )
}
