import { Text, View } from '@tarojs/components'
import type { Day } from '@shared/kernel/day'
import { formatDay } from '@/i18n/format'
import { useLocale } from '@/i18n/locale'
import { DatePicker } from '@/ui/datePicker'
import { Field } from './field'
import './dayField.scss'

interface DayFieldProps {
  readonly id: string
  readonly label: string
  readonly fault?: string
  readonly value: Day
  readonly onChange: (day: Day) => void
}

const FIRST = '2000-01-01'
const LAST = '2099-12-31'

/** A day to choose, with the phone's own wheel. */
export function DayField({ id, label, fault, value, onChange }: DayFieldProps) {
  const locale = useLocale()
  return (
    <Field label={label} fault={fault}>
      <DatePicker value={value} first={FIRST} last={LAST} onChange={onChange}>
        <View id={id} className="day-field figure">
          <Text>{formatDay(value, locale)}</Text>
          <View className="chevron chevron--down" />
        </View>
      </DatePicker>
    </Field>
  )
}
