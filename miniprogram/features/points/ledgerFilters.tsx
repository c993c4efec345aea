import { View } from '@tarojs/components'
import type { InputOf } from '@shared/contracts'
import { useText } from '@/i18n/useText'
import { Chips } from '@/ui/chips'
import type { LedgerUnit } from '@/ui/ledgerRow'
import type { LedgerFilter } from './ledgerPages'
import { MonthChoice } from './monthChoice'
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
