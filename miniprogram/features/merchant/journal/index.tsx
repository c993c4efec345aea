import { View } from '@tarojs/components'
import Taro, { useReachBottom } from '@tarojs/taro'
import { formatTime } from '@/i18n/format'
import { useText } from '@/i18n/useText'
import { useExplain } from '@/ui/explainSheet'
import { FailureState } from '@/ui/failureState'
import { ListFoot } from '@/ui/listFoot'
import { Page } from '@/ui/page'
import { PictureState } from '@/ui/pictureState'
import { QueryView } from '@/ui/queryView'
import { Skeleton } from '@/ui/skeleton'
import { BookRow } from '../books/bookRow'
import { KindChips } from '../books/kindChips'
import { DayBar } from './dayBar'
import { useJournal, type JournalEntry } from './useJournal'
import './index.scss'

const ROWS = [360]

/** All that happened in the shop on a day. Each entry opens into what made it, its member into their books. */
export default function JournalPage() {
  const text = useText()
  const journal = useJournal()
  const { query, entries, choice, isAnswered } = journal
  useReachBottom(entries.loadMore)
  return (
    <Page id="journal-page" title={text.books.journal} onRefresh={query.refresh}>
      <QueryView query={query} skeleton={[44, 44, ...ROWS]}>
        {({ day, today }) => (
          <>
            <DayBar day={journal.day ?? day} today={today} onChoose={journal.chooseDay} />
            <KindChips chosen={choice} onChoose={journal.chooseKind} />
            {isAnswered ? (
              <Entries journal={journal} />
            ) : query.failure ? (
              <FailureState failure={query.failure} onRetry={query.refresh} />
            ) : (
              <Skeleton heights={ROWS} />
            )}
          </>
        )}
      </QueryView>
    </Page>
  )
}

function Entries({ journal }: { readonly journal: ReturnType<typeof useJournal> }) {
  const text = useText().books
  const explain = useExplain()
  const { entries, choice, chooseKind } = journal
  if (entries.items.length === 0) {
    const isAll = choice === 'all'
    return (
      <PictureState
        id="journal-empty"
        picture="ledger"
        title={isAll ? text.empty : text.emptyKind}
        text={isAll ? text.emptyHint : text.lag}
        action={
          isAll ? undefined : { id: 'all-kinds-button', label: text.allKinds, run: () => chooseKind('all') }
        }
      />
    )
  }
  const openMember = ({ member }: JournalEntry) =>
    void Taro.navigateTo({ url: `/features/merchant/memberBooks/index?member=${encodeURIComponent(member)}` })
  return (
    <View id="journal" className="card journal">
      {entries.items.map((entry) => (
        <BookRow
          key={entry.id}
          entry={entry}
          when={formatTime(entry.at)}
          onExplain={() => explain.ask({ kind: 'entry', id: entry.id }, entry.member)}
          member={{ name: text.member(entry.member), onTap: () => openMember(entry) }}
        />
      ))}
      <ListFoot id="journal-more" list={entries} end={text.end} />
      <View className="soft journal__lag">{text.lag}</View>
      {explain.sheet}
    </View>
  )
}
