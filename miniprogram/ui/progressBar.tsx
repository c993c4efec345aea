import { View } from '@tarojs/components'
import './progressBar.scss'

/** How far something is, in basis points; in the colours of the level's surface that it lies on, if it does. */
export function ProgressBar({ shareBp }: { readonly shareBp: number }) {
  return (
    <View className="progress-bar">
      <View className="progress-bar__fill" style={{ width: `${shareBp / 100}%` }} />
    </View>
  )
}
