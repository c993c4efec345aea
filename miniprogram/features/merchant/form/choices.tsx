import { Text, View } from '@tarojs/components'
import { Chips } from '@/ui/chips'
import { Tap } from '@/ui/tap'
import { Field } from './field'
import './choices.scss'

interface ChoicesProps<Value extends string> {
  /** Each choice has the id `<id>-<value>`. */
  readonly id: string
  readonly label: string
  readonly fault?: string
  readonly values: readonly Value[]
  readonly chosen: readonly Value[]
  readonly name: (value: Value) => string
  readonly onTap: (value: Value) => void
}

/** A few short choices in a line. */
export function Choices<Value extends string>(props: ChoicesProps<Value>) {
  const { id, label, fault, values, chosen, name, onTap } = props
  return (
    <Field label={label} fault={fault} isWide>
      <Chips
        id={id}
        chips={values.map((value) => ({
          key: value,
          name: name(value),
          isOn: chosen.includes(value),
          choose: () => onTap(value),
        }))}
      />
    </Field>
  )
}

interface RadioRowsProps<Value extends string> {
  readonly id: string
  readonly values: readonly Value[]
  readonly chosen: Value
  readonly name: (value: Value) => string
  readonly hint: (value: Value) => string
  /** Why a value cannot be chosen now, in words; undefined where it can. */
  readonly closed?: (value: Value) => string | undefined
  readonly onTap: (value: Value) => void
}

/** One of a few, each with a sentence that says what it means, or why it cannot be chosen. */
export function RadioRows<Value extends string>({
  id,
  values,
  chosen,
  name,
  hint,
  closed,
  onTap,
}: RadioRowsProps<Value>) {
  return (
    <View className="radio-rows">
      {values.map((value) => {
        const why = value === chosen ? undefined : closed?.(value)
        return (
          <Tap
            key={value}
            id={`${id}-${value}`}
            className={`radio-rows__row ${why ? 'radio-rows__row--closed' : ''}`}
            onTap={() => !why && onTap(value)}
          >
            <View className={`radio-rows__dot ${value === chosen ? 'radio-rows__dot--on' : ''}`} />
            <View className="radio-rows__words">
              <Text className="radio-rows__name">{name(value)}</Text>
              <Text className="soft">{why ?? hint(value)}</Text>
            </View>
          </Tap>
        )
      })}
    </View>
  )
}
