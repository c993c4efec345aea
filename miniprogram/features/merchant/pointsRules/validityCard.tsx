import { Text, View } from '@tarojs/components'
import { useText } from '@/i18n/useText'
import { RadioRows } from '../form/choices'
import { NumberField } from '../form/numberField'
import { SwitchRow } from '../form/switchRow'
import type { ChangePoints, Points } from './index'

type Validity = Points['validity']
type Kind = Validity['kind']

const KINDS: readonly Kind[] = ['endOfNextYear', 'months', 'days', 'never']
/** What each way begins with. */
const FIRST: { readonly [K in Kind]: Extract<Validity, { kind: K }> } = {
  endOfNextYear: { kind: 'endOfNextYear' },
  months: { kind: 'months', validMonths: 12, toMonthEnd: true },
  days: { kind: 'days', validDays: 365 },
  never: { kind: 'never' },
}

/** How long points are good for. */
export function ValidityCard({ value, change }: { readonly value: Points; readonly change: ChangePoints }) {
  const text = useText().rules.points
  const { validity } = value
  return (
    <View className="card">
      <Text className="card-title">{text.validity}</Text>
      <RadioRows
        id="validity"
        values={KINDS}
        chosen={validity.kind}
        name={(kind) => text.validityOf[kind]}
        hint={(kind) => text.validityHint[kind]}
        onTap={(kind) => kind !== validity.kind && change({ validity: FIRST[kind] })}
      />
      {validity.kind === 'months' && (
        <>
          <NumberField
            id="valid-months"
            label={text.validMonths}
            unit={text.months}
            value={validity.validMonths}
            min={1}
            max={120}
            onChange={(validMonths) => change({ validity: { ...validity, validMonths } })}
          />
          <SwitchRow
            id="to-month-end"
            label={text.toMonthEnd}
            value={validity.toMonthEnd}
            onChange={(toMonthEnd) => change({ validity: { ...validity, toMonthEnd } })}
          />
        </>
      )}
      {validity.kind === 'days' && (
        <NumberField
          id="valid-days"
          label={text.validDays}
          unit={text.days}
          value={validity.validDays}
          min={1}
          max={3_650}
          onChange={(validDays) => change({ validity: { ...validity, validDays } })}
        />
      )}
      {validity.kind !== 'never' && (
        <NumberField
          id="grace-days"
          label={text.grace}
          unit={text.days}
          hint={text.graceHint}
          value={value.graceDays}
          min={0}
          max={365}
          onChange={(graceDays) => change({ graceDays })}
        />
      )}
    </View>
  )
}
