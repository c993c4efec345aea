import { Text, View } from '@tarojs/components'
import { formatTime } from '@/i18n/format'
import { useText, useWords } from '@/i18n/useText'
import { DayField } from '../form/dayField'
import { NumberField } from '../form/numberField'
import { SwitchRow } from '../form/switchRow'
import { TimeField } from '../form/timeField'
import { dayOn, instantOf, nextHour } from './openingTime'
import type { Rules } from './productRows'
import type { Stored } from './useProductEditor'

const MOST_HOURS = 8_784

interface OpeningFieldsProps {
  readonly rules: Rules
  readonly stored: Stored
  readonly change: (patch: Partial<Rules>) => void
}

/** When a product opens, and to which levels it opens earlier. */
export function OpeningFields({ rules, stored, change }: OpeningFieldsProps) {
  const text = useText().goods.edit
  const { opensAt } = rules
  return (
    <>
      <SwitchRow
        id="product-opens"
        label={text.opening}
        hint={text.openingHint}
        value={opensAt !== null}
        onChange={(isOn) =>
          change(isOn ? { opensAt: nextHour(stored.now) } : { opensAt: null, earlyHours: {} })
        }
      />
      {opensAt !== null && (
        <>
          <DayField
            id="opens-day"
            label={text.openDay}
            value={dayOn(opensAt)}
            onChange={(day) => change({ opensAt: instantOf(day, formatTime(opensAt)) })}
          />
          <TimeField
            id="opens-time"
            label={text.openTime}
            value={formatTime(opensAt)}
            onChange={(time) => change({ opensAt: instantOf(dayOn(opensAt), time) })}
          />
          <EarlyHours rules={rules} levels={stored.levels} change={change} />
        </>
      )}
    </>
  )
}

function EarlyHours({
  rules,
  levels,
  change,
}: Omit<OpeningFieldsProps, 'stored'> & { readonly levels: Stored['levels'] }) {
  const text = useText().goods.edit
  const words = useWords()
  const { earlyHours } = rules
  return (
    <View>
      <View className="field__label">{text.early}</View>
      <Text className="soft">{text.earlyHint}</Text>
      {levels.map(({ id, name }) => (
        <NumberField
          key={id}
          id={`early-${id}`}
          label={words(name)}
          unit={text.hours}
          value={earlyHours[id] ?? 0}
          min={0}
          max={MOST_HOURS}
          onChange={(hours) => change({ earlyHours: { ...earlyHours, [id]: hours } })}
        />
      ))}
    </View>
  )
}
