import type { PropsWithChildren } from 'react'
import { Picker } from '@tarojs/components'
import type { Day } from '@shared/kernel/day'
import { useText } from '@/i18n/useText'

interface DatePickerProps {
  /** Choosing a month answers with it as `YYYY-MM`. */
  readonly fields?: 'day' | 'month'
  readonly value: Day
  readonly first: Day
  readonly last: Day
  readonly onChange: (chosen: string) => void
}

/** What is inside opens the phone's own wheel of dates when it is tapped. */
export function DatePicker({
  fields = 'day',
  value,
  first,
  last,
  onChange,
  children,
}: PropsWithChildren<DatePickerProps>) {
  const text = useText()
  const length = fields === 'month' ? 'YYYY-MM'.length : 'YYYY-MM-DD'.length
  return (
    <Picker
      mode="date"
      fields={fields}
      value={value}
      start={first}
      end={last}
      textProps={{ okText: text.common.ok, cancelText: text.common.cancel }}
      onChange={(event) => onChange(event.detail.value.slice(0, length))}
    >
      {children}
    </Picker>
  )
}
