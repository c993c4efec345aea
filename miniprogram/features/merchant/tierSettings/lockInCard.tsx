import { Text, View } from '@tarojs/components'
import type { LockIn } from '@shared/rules/tiers/program'
import { useText } from '@/i18n/useText'
import { LengthField } from '../form/lengthField'
import { SwitchRow } from '../form/switchRow'
import { closedIn } from './closed'
import type { CardProps } from './index'

const MOST_DAYS = 3_660
const MOST_MONTHS = 120

const FIRST: LockIn = { singleOrder: false, total: true, extension: { of: 'months', months: 12 } }

/** What keeps a level at the end of its validity; closed where a level has no end. */
export function LockInCard({ rules, change }: CardProps) {
  const text = useText().levels.settings
  const { lockIn } = rules
  const closed = closedIn(rules).lockIn
  return (
    <View className="card">
      <SwitchRow
        id="lock-in"
        label={text.lockIn}
        hint={text.lockInHint}
        closed={closed ? text.closed[closed] : undefined}
        value={lockIn !== null}
        onChange={(isOn) => change({ lockIn: isOn ? FIRST : null })}
      />
      {lockIn && <LockInFields lockIn={lockIn} onChange={(next) => change({ lockIn: next })} />}
    </View>
  )
}

function LockInFields({
  lockIn,
  onChange,
}: {
  readonly lockIn: LockIn
  readonly onChange: (lockIn: LockIn) => void
}) {
  const text = useText().levels.settings
  const isMissing = !lockIn.singleOrder && !lockIn.total
  return (
    <>
      <Text className="tier-settings__head">{text.lockInBy}</Text>
      {(['singleOrder', 'total'] as const).map((by) => (
        <SwitchRow
          key={by}
          id={`lock-in-${by}`}
          label={text[by]}
          value={lockIn[by]}
          onChange={(isOn) => onChange({ ...lockIn, [by]: isOn })}
        />
      ))}
      {isMissing && <Text className="field__fault">{text.needCriterion}</Text>}
      <LengthField
        id="extension"
        label={text.extension}
        value={lockIn.extension}
        mostDays={MOST_DAYS}
        mostMonths={MOST_MONTHS}
        onChange={(extension) => onChange({ ...lockIn, extension })}
      />
      <View className="soft tier-settings__note">{text.keepNote}</View>
    </>
  )
}
