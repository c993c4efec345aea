import { Text, View } from '@tarojs/components'
import { formatCount } from '@/i18n/format'
import { useText } from '@/i18n/useText'
import { Tap } from './tap'
import './stepper.scss'

interface StepperProps {
  /** The taps have the ids `<id>-less` and `<id>-more`. */
  readonly id: string
  readonly value: number
  readonly least: number
  readonly most: number
  readonly onChange: (value: number) => void
}

/** How many, by one more or one less. */
export function Stepper({ id, value, least, most, onChange }: StepperProps) {
  const text = useText().shop.product
  const way = (by: 1 | -1) => {
    const next = value + by
    return next < least || next > most ? undefined : () => onChange(next)
  }
  const side = (name: 'less' | 'more', by: 1 | -1) => {
    const run = way(by)
    return (
      <Tap
        id={`${id}-${name}`}
        className={`stepper__tap ${run ? '' : 'stepper__tap--off'}`}
        label={text[name]}
        onTap={run}
      >
        <View className={`stepper__sign stepper__sign--${name}`} />
      </Tap>
    )
  }
  return (
    <View className="stepper">
      {side('less', -1)}
      <Text id={id} className="stepper__value figure">
        {formatCount(value)}
      </Text>
      {side('more', 1)}
    </View>
  )
}
