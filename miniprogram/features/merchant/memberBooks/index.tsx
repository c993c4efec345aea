import { Text, View } from '@tarojs/components'
import Taro, { useReachBottom, useRouter } from '@tarojs/taro'
import { Lots } from '@/features/points/lots'
import { formatDay, formatDayShort, formatMoney, formatMonth } from '@/i18n/format'
import { useLocale } from '@/i18n/locale'
import { useText } from '@/i18n/useText'
import { useExplain } from '@/ui/explainSheet'
import { LinkRow } from '@/ui/linkRow'
import { ListFoot } from '@/ui/listFoot'
import { Page } from '@/ui/page'
import { PictureState } from '@/ui/pictureState'
import { QueryView } from '@/ui/queryView'
import { BookRow } from '../books/bookRow'
import { byMonth } from '@/features/points/byMonth'
import { KindChips } from '../books/kindChips'
import { Balances } from './balances'
import { GivenLevel } from './givenLevel'
import { MemberCoupons } from './memberCoupons'
import { useMemberBooks, type MemberBooks } from './useMemberBooks'
import './index.scss'

/** What the shop's books say of one member; every number and entry opens as it does for the member. */
export default function MemberBooksPage() {
  const text = useText()
  const { member = '' } = useRouter().params
  const books = useMemberBooks(decodeURIComponent(member))
  const explain = useExplain()
  useReachBottom(books.entries.loadMore)
  return (
    <Page id="member-books-page" title={text.books.memberTitle} onRefresh={books.query.refresh}>
      <QueryView query={books.query} skeleton={[44, 168, 88, 320]}>
        {(value) => (
          <>
            <Who books={value} />
            <Balances books={value} explain={explain} />
            <GivenLevel books={value} onChanged={books.query.refresh} />
            <WalletRow books={value} />
            <MemberCoupons member={value.member} />
            <Lots lots={value.lots} />
            <History books={books} onExplain={(id) => explain.ask({ kind: 'entry', id }, value.member)} />
          </>
        )}
      </QueryView>
      {explain.sheet}
    </Page>
  )
}

/** The way to what a member has paid in, for whoever joined. */
function WalletRow({ books: { member, joinedDay, balances } }: { readonly books: MemberBooks }) {
  const text = useText().wallet.member
  if (joinedDay === null) return null
  const open = () =>
    void Taro.navigateTo({
      url: `/features/merchant/memberWallet/index?member=${encodeURIComponent(member)}`,
    })
  return (
    <View className="card rows">
      <LinkRow
        id="to-member-wallet"
        label={text.row}
        value={formatMoney(balances.principal + balances.bonus)}
        onTap={open}
      />
    </View>
  )
}

function Who({ books }: { readonly books: MemberBooks }) {
  const text = useText().books
  const locale = useLocale()
  const { member, joinedDay, knownSince } = books
  return (
    <View id="member-number" className="member-who">
      <Text className="soft">{text.memberNumber}</Text>
      <Text className="figure member-who__number" selectable>
        {member}
      </Text>
      <Text className="soft figure">
        {joinedDay
          ? text.joined(formatDay(joinedDay, locale))
          : text.notJoined(formatDay(knownSince, locale))}
      </Text>
    </View>
  )
}

interface HistoryProps {
  readonly books: ReturnType<typeof useMemberBooks>
  readonly onExplain: (entryId: string) => void
}

function History({ books, onExplain }: HistoryProps) {
  const text = useText().books
  const locale = useLocale()
  const { entries, choice, chooseKind } = books
  return (
    <View id="member-ledger" className="card">
      <Text className="card-title">{text.ledger}</Text>
      <KindChips chosen={choice} onChoose={chooseKind} />
      {entries.items.length === 0 ? (
        <PictureState
          id="member-ledger-empty"
          picture="ledger"
          title={text.noEntries}
          text={text.noEntriesHint}
        />
      ) : (
        <>
          {byMonth(entries.items).map((group) => (
            <View key={group.month}>
              <View className="member-month figure">{formatMonth(group.month, locale)}</View>
              {group.entries.map((entry) => (
                <BookRow
                  key={entry.id}
                  entry={entry}
                  when={formatDayShort(entry.day, locale)}
                  onExplain={() => onExplain(entry.id)}
                />
              ))}
            </View>
          ))}
          <ListFoot id="member-ledger-more" list={entries} end={text.memberEnd} />
        </>
      )}
    </View>
  )
}
