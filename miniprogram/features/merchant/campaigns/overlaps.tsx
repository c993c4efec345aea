import { Text, View } from '@tarojs/components'
import { useText } from '@/i18n/useText'
import { formatTimes } from '@/i18n/scaled'
import type { Stored } from '../settings/useSettings'
import './overlaps.scss'

interface OverlapsProps {
  readonly names: readonly string[]
  readonly stacking: Stored<'campaigns'>['stacking']
  readonly capBp: number | null
}

/** With which others a campaign can hold together, and what it comes to then. */
export function Overlaps({ names, stacking, capBp }: OverlapsProps) {
  const text = useText().rules
  if (names.length === 0) return null
  return (
    <View className="overlaps">
      <Text>{text.campaigns.overlap(names.join(text.brief.between))}</Text>
      <Text>{text.campaigns.overlapRule[stacking]}</Text>
      {capBp !== null && <Text>{text.campaigns.overlapCap(formatTimes(capBp))}</Text>}
    </View>
  )
}
