import { Text, View } from '@tarojs/components'
import type { OutputOf } from '@shared/contracts'
import { formatChange, formatCount, formatDayShort } from '@/i18n/format'
import { useLocale } from '@/i18n/locale'
import { useText, useWords } from '@/i18n/useText'
import type { Text as Texts } from '@/i18n/zh'
import { Tap } from './tap'
import './ledgerRow.scss'

type Entry = OutputOf<'points.ledger'>['entries'][number]
export type LedgerUnit = 'points' | 'growth'

interface LedgerRowProps {
  readonly entry: Entry
  /** What the ledger is about; the number on the right. */
  readonly unit?: LedgerUnit
  readonly onTap: (id: string) => void
}

/** One entry: why and when, what it changed, what was there after it. */
export function LedgerRow({ entry, unit = 'points', onTap }: LedgerRowProps) {
  const text = useText()
  const words = useWords()
  const locale = useLocale()
  const isToCome = unit === 'points' && entry.points === 0 && entry.pendingPoints !== 0
  const change = isToCome ? entry.pendingPoints : entry[unit]
  const besides = unit === 'points' ? besidesPoints(entry, isToCome, text) : []
  return (
    <Tap className="ledger-row" onTap={() => onTap(entry.id)}>
      <View className="ledger-row__why">
        <Text>{words(entry.reason)}</Text>
        <Text className="soft figure">{[formatDayShort(entry.day, locale), ...besides].join(' · ')}</Text>
      </View>
      <View className="ledger-row__change figure">
        <Text className={`ledger-row__points ${change > 0 && !isToCome ? 'ledger-row__points--gain' : ''}`}>
          {formatChange(change)}
        </Text>
        <Text className="soft">
          {isToCome ? text.ledger.pending : text.ledger.after[unit](entry.after[unit])}
        </Text>
      </View>
    </Tap>
  )
}

/** What else the entry changed, beside the points that can be spent. */
function besidesPoints(
  { growth, pendingPoints, pointsDebt }: Entry,
  isToCome: boolean,
  { ledger }: Texts,
): string[] {
  const besides: string[] = []
  if (growth !== 0) besides.push(ledger.growthChange(formatChange(growth)))
  if (pendingPoints !== 0 && !isToCome) besides.push(ledger.pendingChange(formatChange(pendingPoints)))
  if (pointsDebt < 0) besides.push(ledger.owed(formatCount(-pointsDebt)))
  if (pointsDebt > 0) besides.push(ledger.repaid(formatCount(pointsDebt)))
  return besides
}
