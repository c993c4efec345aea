import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { OutputOf } from '@shared/contracts'
import { useText, useWords } from '@/i18n/useText'
import { LevelIcon } from '@/ui/levelIcon'
import { levelLook } from '@/ui/levelLook'
import { Tap } from '@/ui/tap'
import './levelHead.scss'

interface LevelHeadProps {
  readonly level: NonNullable<OutputOf<'benefits.list'>['level']>
  readonly count: number
}

const openTiers = () => void Taro.navigateTo({ url: '/features/tiers/index' })

/** Whose benefits these are: the level on its own surface; a tap shows what the other levels give. */
export function LevelHead({ level, count }: LevelHeadProps) {
  const { ownBenefits } = useText()
  const name = useWords()(level.name)
  const look = levelLook(level)
  return (
    <Tap
      id="benefits-level"
      className={`level-head ${look.className}`}
      style={look.style}
      label={ownBenefits.opensLevels(name)}
      onTap={openTiers}
    >
      <LevelIcon icon={level.icon} />
      <Text className="level-head__name">{ownBenefits.ofLevel(name)}</Text>
      <View className="level-head__count">
        <Text className="figure">{ownBenefits.count(count)}</Text>
        <View className="level-head__chevron" />
      </View>
    </Tap>
  )
}
