import { Text, View } from '@tarojs/components'
import { Tap } from './tap'
import './chips.scss'

interface Chip {
  readonly key: string
  readonly name: string
  readonly isOn: boolean
  readonly choose: () => void
}

interface ChipsProps {
  /** Each chip has the id `<id>-<key>`. */
  readonly id: string
  readonly chips: readonly Chip[]
}

/** A few short choices, in a line. */
export function Chips({ id, chips }: ChipsProps) {
  return (
    <View className="chips">
      {chips.map(({ key, name, isOn, choose }) => (
        <Tap
          key={key}
          id={`${id}-${key}`}
          className={`chips__chip ${isOn ? 'chips__chip--on' : ''}`}
          onTap={choose}
        >
          <Text className="chips__name">{name}</Text>
        </Tap>
      ))}
    </View>
  )
}
