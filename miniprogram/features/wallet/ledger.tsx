import { Text, View } from '@tarojs/components'
import { useReachBottom } from '@tarojs/taro'
import type { OutputOf } from '@shared/contracts'
import type { Day } from '@shared/kernel/day'
import { byMonth } from '@/features/points/byMonth'
import { MonthChoice } from '@/features/points/monthChoice'
import { call } from '@/api/call'
import type { ListPage } from '@/api/listPages'
import { useOlder } from '@/api/useOlder'
import type { Query } from '@/api/useQuery'
import { formatMonth } from '@/i18n/format'
import { useLocale } from '@/i18n/locale'
import { useText } from '@/i18n/useText'
import { ListFoot } from '@/ui/listFoot'
import { PictureState } from '@/ui/pictureState'
import { QueryView } from '@/ui/queryView'
import { WalletRow } from './walletRow'
import './ledger.scss'

type Answer = OutputOf<'wallet.ledger'>
export type WalletEntry = Answer['entries'][number]

interface LedgerProps {
  /** Asked for by the page, which asks again when it comes back. */
  readonly query: Query<Answer>
  readonly month: string | undefined
  readonly today: Day
  readonly onMonth: (month: string | undefined) => void
  readonly onExplain: (entryId: string) => void
}

const pageOf = ({ entries, nextCursor }: Answer): ListPage<WalletEntry, number> => ({
  items: entries,
  nextCursor,
})

/** Every movement of the balance, by month; each row opens into what made it. */
export function Ledger({ query, month, today, onMonth, onExplain }: LedgerProps) {
  const text = useText().wallet.ledger
  return (
    <View id="wallet-ledger" className="card">
      <Text className="card-title">{text.title}</Text>
      <MonthChoice
        month={month}
        firstMonth={query.value?.firstMonth ?? today.slice(0, 7)}
        lastMonth={today.slice(0, 7)}
        onChange={onMonth}
      />
      <QueryView query={query} skeleton={[52, 52, 52]}>
        {(first) => <Entries key={month} month={month} first={first} onExplain={onExplain} />}
      </QueryView>
    </View>
  )
}

interface EntriesProps {
  readonly month: string | undefined
  readonly first: Answer
  readonly onExplain: (entryId: string) => void
}

function Entries({ month, first, onExplain }: EntriesProps) {
  const text = useText().wallet.ledger
  const locale = useLocale()
  const list = useOlder(pageOf(first), async (cursor) =>
    pageOf(await call('shopper', 'wallet.ledger', { cursor, ...(month && { month }) })),
  )
  useReachBottom(list.loadMore)
  if (list.items.length === 0) {
    return (
      <PictureState
        id="wallet-ledger-empty"
        picture="ledger"
        title={month ? text.nothing : text.empty}
        text={text.emptyHint}
      />
    )
  }
  return (
    <>
      {byMonth(list.items).map((group) => (
        <View key={group.month}>
          <View className="wallet-ledger__month figure">{formatMonth(group.month, locale)}</View>
          {group.entries.map((entry) => (
            <WalletRow key={entry.id} entry={entry} onTap={onExplain} />
          ))}
        </View>
      ))}
      <ListFoot id="wallet-ledger-more" list={list} end={text.end} />
    </>
  )
}
