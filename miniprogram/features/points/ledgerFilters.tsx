import { Text, View } from '@tarojs/components'
import type { InputOf } from '@shared/contracts'
import { formatMonth } from '@/i18n/format'
import { useLocale } from '@/i18n/locale'
import { useText } from '@/i18n/useText'
import { Chips } from '@/ui/chips'
import { DatePicker } from '@/ui/datePicker'
import type { LedgerUnit } from '@/ui/ledgerRow'
import { spoken } from '@/ui/spoken'
import { Tap } from '@/ui/tap'
import type { LedgerFilter } from './ledgerPages'
import './ledgerFilters.scss'

/** What moved a level and nothing else is in no ledger of amounts. */
type Group = Exclude<NonNullable<InputOf<'points.ledger'>['kind']>, 'tier'>

/** What entries of each ledger can be. */
const GROUPS: Record<LedgerUnit, readonly Group[]> = {
  points: ['earned', 'spent', 'refunds', 'expired'],
  growth: ['earned', 'refunds', 'expired', 'adjusted'],
}

interface LedgerFiltersProps {
  readonly unit: LedgerUnit
  readonly filter: LedgerFilter
  /** The months that can be chosen, `YYYY-MM`. */
  readonly firstMonth: string
  readonly lastMonth: string
  readonly onChange: (filter: LedgerFilter) => void
}

/** Which kind and which month. */
export function LedgerFilters({ unit, filter, firstMonth, lastMonth, onChange }: LedgerFiltersProps) {
  const text = useText()
  const chip = (kind: Group | undefined, name: string) => ({
    key: kind ?? 'all',
    name,
    isOn: filter.kind === kind,
    choose: () => onChange({ ...filter, kind }),
  })
  return (
    <View className="ledger-filters">
      <Chips
        id="ledger-kind"
        chips={[
          chip(undefined, text.ledger.all),
          ...GROUPS[unit].map((kind) => chip(kind, text.ledger.groups[unit][kind])),
        ]}
      />
      <MonthChoice
        month={filter.month}
        firstMonth={firstMonth}
        lastMonth={lastMonth}
        onChange={(month) => onChange({ ...filter, month })}
      />
    </View>
  )
}

interface MonthChoiceProps {
  readonly month: string | undefined
  readonly firstMonth: string
  readonly lastMonth: string
  readonly onChange: (month: string | undefined) => void
}

function MonthChoice({ month, firstMonth, lastMonth, onChange }: MonthChoiceProps) {
  const text = useText()
  const locale = useLocale()
  return (
    <View className="ledger-filters__month">
      <DatePicker
        fields="month"
        value={`${month ?? lastMonth}-01`}
        first={`${firstMonth}-01`}
        last={`${lastMonth}-01`}
        onChange={onChange}
      >
        <View id="ledger-month" className="ledger-filters__picker" {...spoken({ role: 'button' })}>
          <Text className="figure">{month ? formatMonth(month, locale) : text.ledger.allMonths}</Text>
          <View className="chevron chevron--down" />
        </View>
      </DatePicker>
      {month && (
        <Tap id="ledger-month-clear" className="ledger-filters__clear" onTap={() => onChange(undefined)}>
          <Text>{text.ledger.clearMonth}</Text>
        </Tap>
      )}
    </View>
  )
}
