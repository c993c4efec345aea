import { useEffect, useRef } from 'react'
import { Text, View } from '@tarojs/components'
import { useReachBottom } from '@tarojs/taro'
import { useOlder, type LongList } from '@/api/useOlder'
import { formatMonth } from '@/i18n/format'
import { useLocale } from '@/i18n/locale'
import { useText } from '@/i18n/useText'
import { LedgerRow, type LedgerUnit } from '@/ui/ledgerRow'
import { ListFoot } from '@/ui/listFoot'
import { PictureState } from '@/ui/pictureState'
import { Skeleton } from '@/ui/skeleton'
import { Tap } from '@/ui/tap'
import { byMonth, type LedgerEntry } from './byMonth'
import { loader, type LedgerFilter, type LedgerPage } from './ledgerPages'

/** WeChat bears a thousand nodes on a page: what is older begins a list of its own. */
const ROWS_AT_MOST = 60

interface LedgerListProps {
  readonly unit: LedgerUnit
  readonly filter: LedgerFilter
  /** The first page; one without entries is loaded at once. */
  readonly first: LedgerPage
  readonly onExplain: (entryId: string) => void
  /** The rows are many: show those below this sequence number instead. */
  readonly onEarlier: (belowSeq: number) => void
  readonly onClear: () => void
}

/** Entries under their months, loaded on as they are scrolled. */
export function LedgerList({ unit, filter, first, onExplain, onEarlier, onClear }: LedgerListProps) {
  const text = useText()
  const locale = useLocale()
  const list = useOlder(first, loader(unit, filter))
  const last = list.items.at(-1)
  const isFull = list.items.length >= ROWS_AT_MOST
  useReachBottom(() => {
    if (!isFull) list.loadMore()
  })
  useLoadedAtOnce(list, first.items.length === 0)
  if (!last && !list.hasMore) {
    return (
      <PictureState
        id="ledger-nothing"
        picture="ledger"
        title={text.ledger.nothing}
        text={text.ledger.nothingHint}
        action={{ id: 'ledger-clear', label: text.ledger.clear, run: onClear }}
      />
    )
  }
  return (
    <>
      {byMonth(list.items).map(({ month, entries }) => (
        <View key={entries[0]?.id}>
          <View className="ledger__month figure">{formatMonth(month, locale)}</View>
          {entries.map((entry) => (
            <LedgerRow key={entry.id} entry={entry} unit={unit} onTap={onExplain} />
          ))}
        </View>
      ))}
      {!last && !list.moreFailure && <Skeleton heights={[52, 52, 52]} />}
      {last && isFull && list.hasMore ? (
        <Tap id="ledger-earlier" className="list-foot" onTap={() => onEarlier(last.seq)}>
          <Text>{text.ledger.earlier}</Text>
        </Tap>
      ) : (
        <ListFoot id="ledger-more" list={list} end={text.ledger.end} />
      )}
    </>
  )
}

function useLoadedAtOnce(list: LongList<LedgerEntry>, isEmpty: boolean): void {
  const asked = useRef(false)
  useEffect(() => {
    if (!isEmpty || asked.current) return
    asked.current = true
    list.loadMore()
  })
}
