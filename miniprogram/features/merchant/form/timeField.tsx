import { Picker, Text, View } from '@tarojs/components'
import { useText } from '@/i18n/useText'
import { Field } from './field'
import './dayField.scss'

interface TimeFieldProps {
  readonly id: string
  readonly label: string
  /** `HH:mm` */
  readonly value: string
  readonly onChange: (time: string) => void
}

/** A time of the day to choose, with the phone's own wheel. */
export function TimeField({ id, label, value, onChange }: TimeFieldProps) {
  const text = useText().common
  return (
    <Field label={label}>
      <Picker
        mode="time"
        value={value}
        textProps={{ okText: text.ok, cancelText: text.cancel }}
        onChange={(event) => onChange(event.detail.value.slice(0, 'HH:mm'.length))}
      >
        <View id={id} className="day-field figure">
          <Text>{value}</Text>
          <View className="chevron chevron--down" />
        </View>
      </Picker>
    </Field>
  )
}
