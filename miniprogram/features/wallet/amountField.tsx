import { Input, Text, View } from '@tarojs/components'
import './amountField.scss'

interface AmountFieldProps {
  readonly id: string
  readonly label: string
  readonly unit: string
  readonly placeholder?: string
  readonly fault?: string
  readonly hint?: string
  /** As it was typed. */
  readonly typed: string
  readonly onType: (typed: string) => void
}

/** An amount of money to type, large. */
export function AmountField(props: AmountFieldProps) {
  const { id, label, unit, placeholder, fault, hint, typed, onType } = props
  return (
    <View className="amount-field">
      <Text className="amount-field__label">{label}</Text>
      <View className={`amount-field__line ${fault ? 'amount-field__line--wrong' : ''}`}>
        <Input
          id={id}
          className="amount-field__input figure"
          type="digit"
          maxlength={10}
          placeholder={placeholder}
          value={typed}
          onInput={(event) => onType(event.detail.value)}
        />
        <Text className="amount-field__unit">{unit}</Text>
      </View>
      {fault ? (
        <Text className="amount-field__fault">{fault}</Text>
      ) : (
        hint && <Text className="soft">{hint}</Text>
      )}
    </View>
  )
}
