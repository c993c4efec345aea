import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { CallFailure } from '@/api/callFailure'
import { formatMonth } from '@/i18n/format'
import { useLocale } from '@/i18n/locale'
import { useText } from '@/i18n/useText'
import { FailureNote } from '@/ui/failureNote'
import { LedgerRow } from '@/ui/ledgerRow'
import { PictureState } from '@/ui/pictureState'
import { Tap } from '@/ui/tap'
import { byMonth, type LedgerPage } from './joinPages'
import './ledger.scss'

interface LedgerProps {
  readonly page: LedgerPage
  readonly loadingMore: boolean
  readonly moreFailure: CallFailure | undefined
  readonly onMore: () => void
  readonly onExplain: (entryId: string) => void
}

const openCheckin = () => void Taro.navigateTo({ url: '/features/checkin/index' })

/** The history by months, newest first; each row opens into what made it. */
export function Ledger({ page, loadingMore, moreFailure, onMore, onExplain }: LedgerProps) {
  const text = useText()
  const locale = useLocale()
  if (page.entries.length === 0) {
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
      {byMonth(page.entries).map(({ month, entries }) => (
        <View key={month}>
          <View className="ledger__month figure">{formatMonth(month, locale)}</View>
          {entries.map((entry) => (
            <LedgerRow key={entry.id} entry={entry} onTap={onExplain} />
          ))}
        </View>
      ))}
      {moreFailure && <FailureNote failure={moreFailure} />}
      <LedgerFoot hasMore={page.nextCursor !== null} loading={loadingMore} onMore={onMore} />
    </View>
  )
}

interface LedgerFootProps {
  readonly hasMore: boolean
  readonly loading: boolean
  readonly onMore: () => void
}

function LedgerFoot({ hasMore, loading, onMore }: LedgerFootProps) {
  const text = useText()
  if (!hasMore) return <View className="ledger__foot">{text.points.end}</View>
  return (
    <Tap id="ledger-more" className="ledger__foot" onTap={onMore}>
      <Text>{loading ? text.common.loading : text.points.more}</Text>
    </Tap>
  )
}
