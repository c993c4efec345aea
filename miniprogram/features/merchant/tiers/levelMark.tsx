import { View } from '@tarojs/components'
import type { Level } from '@shared/rules/tiers/program'
import { LevelIcon } from '@/ui/levelIcon'
import { levelLook } from '@/ui/levelLook'
import './levelMark.scss'

/** A level's surface, small, with its sign. */
export function LevelMark({ level }: { readonly level: Pick<Level, 'material' | 'color' | 'icon'> }) {
  const { className, style } = levelLook(level)
  return (
    <View className={`level-mark ${className}`} style={style}>
      <LevelIcon icon={level.icon} />
    </View>
  )
}
