import { Text, View } from '@tarojs/components'
import type { SpendPeriod, SpendStandard } from '@shared/rules/tiers/program'
import { useText } from '@/i18n/useText'
import { RadioRows } from '../form/choices'
import { DayField } from '../form/dayField'
import { LengthField } from '../form/lengthField'
import { SwitchRow } from '../form/switchRow'
import type { CardProps } from './index'

const MOST_DAYS = 731
const MOST_MONTHS = 24

const FIRST_PERIOD: { readonly [Of in SpendPeriod['of']]: Extract<SpendPeriod, { of: Of }> } = {
  history: { of: 'history', imported: true },
  sinceUpgrade: { of: 'sinceUpgrade' },
  window: { of: 'window', length: { of: 'months', months: 12 } },
}

/** Which spend counts: from which day on, one order or several, and over which time. */
export function CountingCard({ rules, today, change }: CardProps) {
  const text = useText().levels.settings
  const { activeFrom, standard } = rules
  const set = (next: SpendStandard) => change({ standard: next })
  return (
    <View className="card">
      <Text className="card-title">{text.counting}</Text>
      <SwitchRow
        id="active-from"
        label={text.activeFrom}
        hint={text.activeFromHint}
        value={activeFrom !== null}
        onChange={(isSet) => change({ activeFrom: isSet ? today : null })}
      />
      {activeFrom !== null && (
        <DayField
          id="active-day"
          label={text.activeDay}
          value={activeFrom}
          onChange={(day) => change({ activeFrom: day })}
        />
      )}
      <Text className="tier-settings__head">{text.standard}</Text>
      <RadioRows
        id="standard"
        values={['eachOrder', 'total'] as const}
        chosen={standard.of}
        name={(of) => text.standardOf[of]}
        hint={(of) => text.standardHint[of]}
        onTap={(of) =>
          of !== standard.of && set(of === 'total' ? { of, period: FIRST_PERIOD.history } : { of })
        }
      />
      {standard.of === 'total' && (
        <PeriodFields period={standard.period} onChange={(period) => set({ of: 'total', period })} />
      )}
    </View>
  )
}

interface PeriodFieldsProps {
  readonly period: SpendPeriod
  readonly onChange: (period: SpendPeriod) => void
}

function PeriodFields({ period, onChange }: PeriodFieldsProps) {
  const text = useText().levels.settings
  return (
    <>
      <Text className="tier-settings__head">{text.period}</Text>
      <RadioRows
        id="period"
        values={['history', 'sinceUpgrade', 'window'] as const}
        chosen={period.of}
        name={(of) => text.periodOf[of]}
        hint={(of) => text.periodHint[of]}
        onTap={(of) => of !== period.of && onChange(FIRST_PERIOD[of])}
      />
      {period.of === 'history' && (
        <SwitchRow
          id="imported"
          label={text.imported}
          hint={text.importedHint}
          value={period.imported}
          onChange={(imported) => onChange({ of: 'history', imported })}
        />
      )}
      {period.of === 'window' && (
        <LengthField
          id="window"
          label={text.window}
          value={period.length}
          mostDays={MOST_DAYS}
          mostMonths={MOST_MONTHS}
          onChange={(length) => onChange({ of: 'window', length })}
        />
      )}
    </>
  )
}
