import type { ReactNode } from 'react'
import { Text, View } from '@tarojs/components'
import type { levelLook } from '@/ui/levelLook'
import { Tap } from '@/ui/tap'
import './swatches.scss'

interface Swatch {
  readonly key: string
  readonly name: string
  readonly look: ReturnType<typeof levelLook>
  readonly inner?: ReactNode
  readonly isOn: boolean
  readonly choose: () => void
}

interface SwatchesProps {
  /** Each choice has the id `<id>-<key>`. */
  readonly id: string
  readonly choices: readonly Swatch[]
}

/** Looks to choose from, each as it will be seen. */
export function Swatches({ id, choices }: SwatchesProps) {
  return (
    <View className="swatches">
      {choices.map(({ key, name, look, inner, isOn, choose }) => (
        <Tap
          key={key}
          id={`${id}-${key}`}
          className={`swatches__one ${isOn ? 'swatches__one--on' : ''}`}
          label={name}
          onTap={choose}
        >
          <View className={`swatches__look ${look.className}`} style={look.style}>
            {inner}
          </View>
          <Text className="swatches__name">{name}</Text>
        </Tap>
      ))}
    </View>
  )
}
