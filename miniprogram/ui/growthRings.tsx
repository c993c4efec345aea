import { View } from '@tarojs/components'
import './growthRings.scss'

const RINGS_AT_MOST = 8

/** One ring for each level reached, as in a tree; behind what is written on the surface. */
export function GrowthRings({ count }: { readonly count: number }) {
  return (
    <View className="growth-rings">
      {Array.from({ length: Math.min(count, RINGS_AT_MOST) }, (_, ring) => (
        <View key={ring} className={`growth-rings__ring growth-rings__ring--${ring + 1}`} />
      ))}
    </View>
  )
}
