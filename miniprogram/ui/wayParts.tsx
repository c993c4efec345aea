import { Text, View } from '@tarojs/components'
import type { SpendOf } from '@shared/rules/tiers/view'
import { useText } from '@/i18n/useText'
import { ProgressBar } from './progressBar'
import { partHave, type EarnedWay } from './tierProgress'
import './wayParts.scss'

interface WayPartsProps {
  readonly way: EarnedWay
  readonly standard: SpendOf
}

/** What a way asks for, part by part: how much of each is there. */
export function WayParts({ way, standard }: WayPartsProps) {
  const text = useText()
  return (
    <View className="way-parts">
      {way.parts.map((part) => (
        <View key={part.measure} className="way-parts__part">
          <ProgressBar shareBp={part.progressBp} />
          <Text className="way-parts__have figure">{partHave(part, standard, text)}</Text>
        </View>
      ))}
    </View>
  )
}
