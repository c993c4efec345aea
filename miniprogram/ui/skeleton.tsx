import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useText } from '@/i18n/useText'
import { spoken } from './spoken'
import './skeleton.scss'

/** Quiet shapes where the contents will stand; heights in the design's px. */
export function Skeleton({ heights }: { readonly heights: readonly number[] }) {
  const text = useText()
  return (
    <View className="skeleton" {...spoken({ label: text.common.loading })}>
      {heights.map((height, index) => (
        <View key={index} className="skeleton__block" style={{ height: Taro.pxTransform(height) }} />
      ))}
    </View>
  )
}
