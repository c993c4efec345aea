import { useState } from 'react'
import { Input, Text, View } from '@tarojs/components'
import { formatCount } from '@/i18n/format'
import { useText } from '@/i18n/useText'
import { Field } from '../form/field'
import { formatScaled, parseScaled } from '@/i18n/scaled'

interface OptionalNumberProps {
  readonly id: string
  readonly label: string
  readonly unit: string
  readonly fault?: string
  /** In its smallest unit; null while nothing is typed, NaN while it is not right. */
  readonly value: number | null
  readonly min: number
  readonly max: number
  readonly digits: number
  readonly onChange: (value: number | null) => void
}

/** A number that may be left empty. What is not right stays as it was typed. */
export function OptionalNumber(props: OptionalNumberProps) {
  const { id, label, unit, fault, value, min, max, digits, onChange } = props
  const text = useText()
  const written = value === null ? '' : formatScaled(value, digits)
  const [typed, setTyped] = useState(written)
  const read = (input: string): number | null => {
    if (input.trim() === '') return null
    const number = parseScaled(input, digits)
    return number >= min && number <= max ? number : NaN
  }
  const isWrong = Number.isNaN(value)
  const bound = (limit: number) => (digits === 0 ? formatCount(limit) : formatScaled(limit, digits))
  return (
    <Field label={label} fault={isWrong ? text.rules.field.whole(bound(min), bound(max)) : fault}>
      <View className="field__control">
        <Input
          id={id}
          className={`field__input figure ${isWrong || fault ? 'field__input--wrong' : ''}`}
          type="digit"
          maxlength={12}
          placeholder={text.assistant.empty}
          value={Object.is(read(typed), value) ? typed : written}
          onInput={(event) => {
            setTyped(event.detail.value)
            onChange(read(event.detail.value))
          }}
        />
        <Text className="field__unit">{unit}</Text>
      </View>
    </Field>
  )
}
