import { Text, View } from '@tarojs/components'
import type { Length, Validity } from '@shared/rules/tiers/validity'
import { useText } from '@/i18n/useText'
import { RadioRows } from '../form/choices'
import { LengthField } from '../form/lengthField'
import { SwitchRow } from '../form/switchRow'
import { closedIn } from './closed'
import type { CardProps } from './index'

const MOST_DAYS = 3_660
const MOST_MONTHS = 120

const FIRST: Readonly<Record<'permanent' | 'calendarYear' | 'custom', Validity>> = {
  permanent: { of: 'permanent' },
  calendarYear: { of: 'calendarYear' },
  custom: { of: 'months', months: 6 },
}

const lengthOf = (validity: Validity): Length | null =>
  validity.of === 'days' || validity.of === 'months' ? validity : null

/** How long a level lasts, and whether a refund takes it at once. */
export function ValidityCard({ rules, change }: CardProps) {
  const text = useText().levels.settings
  const { validity, spendingDowngrade } = rules
  const length = lengthOf(validity)
  const chosen = validity.of === 'days' || validity.of === 'months' ? 'custom' : validity.of
  const closed = closedIn(rules)
  return (
    <View className="card">
      <Text className="card-title">{text.validity}</Text>
      <RadioRows
        id="validity"
        values={['permanent', 'calendarYear', 'custom'] as const}
        chosen={chosen}
        name={(of) => text.validityOf[of]}
        hint={(of) => text.validityHint[of]}
        closed={(of) => (of !== 'permanent' && closed.end ? text.closed[closed.end] : undefined)}
        onTap={(of) => of !== chosen && change({ validity: FIRST[of] })}
      />
      {length && (
        <LengthField
          id="validity-length"
          label={text.customLength}
          value={length}
          mostDays={MOST_DAYS}
          mostMonths={MOST_MONTHS}
          onChange={(next) => change({ validity: next })}
        />
      )}
      {validity.of !== 'permanent' && <View className="soft tier-settings__note">{text.atEnd}</View>}
      <SwitchRow
        id="spending-downgrade"
        label={text.downgrade}
        hint={text.downgradeHint}
        closed={closed.spendingDowngrade ? text.closed[closed.spendingDowngrade] : undefined}
        value={spendingDowngrade}
        onChange={(isOn) => change({ spendingDowngrade: isOn })}
      />
    </View>
  )
}
