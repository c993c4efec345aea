import { useState } from 'react'
import { Input, Text, View } from '@tarojs/components'
import { Field } from './field'
import { parseScaled } from '@/i18n/scaled'

interface AmountFieldProps {
  readonly id: string
  readonly label: string
  readonly unit: string
  readonly hint?: string
  readonly mostFen: number
  /** In fen; NaN while nothing right is typed. */
  readonly onChange: (fen: number) => void
}

/** An amount of money to type in yuan, empty at first: that is no fault. */
export function AmountField({ id, label, unit, hint, mostFen, onChange }: AmountFieldProps) {
  const [typed, setTyped] = useState('')
  const read = (text: string): number => {
    const fen = parseScaled(text, 2)
    return fen >= 1 && fen <= mostFen ? fen : NaN
  }
  const isWrong = typed !== '' && Number.isNaN(read(typed))
  return (
    <Field label={label} hint={hint}>
      <View className="field__control">
        <Input
          id={id}
          className={`field__input figure ${isWrong ? 'field__input--wrong' : ''}`}
          type="digit"
          maxlength={12}
          value={typed}
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
