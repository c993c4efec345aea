import { Input, Text, View } from '@tarojs/components'
import './inputRow.scss'

interface InputRowProps {
  readonly id: string
  readonly label: string
  readonly value: string
  readonly placeholder?: string
  readonly longest: number
  readonly type?: 'text' | 'number' | 'digit'
  /** What is wrong with it, in words. */
  readonly fault?: string
  readonly onChange: (value: string) => void
}

/** A line to type into: what it is, and under it what is wrong. */
export function InputRow(props: InputRowProps) {
  const { id, label, value, placeholder, longest, type = 'text', fault, onChange } = props
  return (
    <View className="input-row">
      <Text className="input-row__label">{label}</Text>
      <Input
        id={id}
        className={`input-row__input ${fault ? 'input-row__input--wrong' : ''}`}
        type={type}
        maxlength={longest}
        placeholder={placeholder}
        value={value}
        onInput={(event) => onChange(event.detail.value)}
      />
      {fault && <Text className="input-row__fault">{fault}</Text>}
    </View>
  )
}
