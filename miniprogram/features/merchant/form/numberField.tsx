import { useState } from 'react'
import { Input, Text, View } from '@tarojs/components'
import { formatCount } from '@/i18n/format'
import { useText } from '@/i18n/useText'
import { Field } from './field'
import { formatScaled, parseScaled } from '@/i18n/scaled'

interface NumberFieldProps {
  readonly id: string
  readonly label: string
  readonly unit?: string
  readonly hint?: string
  /** What is wrong with it beside its range. */
  readonly fault?: string
  /** In its smallest unit; NaN while nothing right is typed. */
  readonly value: number
  readonly min: number
  readonly max: number
  /** How many decimals stand for the smallest unit: 2 for fen, 4 for basis points as times. */
  readonly digits?: number
  readonly onChange: (value: number) => void
}

/** A number to type. What is not right yet is told as NaN, and stays as it was typed. */
export function NumberField(props: NumberFieldProps) {
  const { id, label, unit, hint, fault, value, min, max, digits = 0, onChange } = props
  const text = useText().rules.field
  const [typed, setTyped] = useState(() => formatScaled(value, digits))
  const read = (written: string): number => {
    const number = parseScaled(written, digits)
    return number >= min && number <= max ? number : NaN
  }
  // Somebody else's value, or an undone change, stands in place of what was typed.
  const shown = Object.is(read(typed), value) ? typed : formatScaled(value, digits)
  const isWrong = Number.isNaN(value)
  const bound = (limit: number): string => (digits === 0 ? formatCount(limit) : formatScaled(limit, digits))
  return (
    <Field label={label} hint={hint} fault={isWrong ? text.whole(bound(min), bound(max)) : fault}>
      <View className="field__control">
        <Input
          id={id}
          className={`field__input figure ${isWrong || fault ? 'field__input--wrong' : ''}`}
          type={digits === 0 ? 'number' : 'digit'}
          maxlength={12}
          value={shown}
          onInput={(event) => {
            setTyped(event.detail.value)
            onChange(read(event.detail.value))
          }}
        />
        {unit && <Text className="field__unit">{unit}</Text>}
      </View>
    </Field>
  )
}
