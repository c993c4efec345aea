import { Text, View } from '@tarojs/components'
import type { Benefit } from '@shared/rules/benefits/benefit'
import { useText } from '@/i18n/useText'
import { BenefitRow } from '@/ui/benefitRow'
import { Tap } from '@/ui/tap'
import { openBenefit } from './openBenefit'
import { useFace } from './useFace'
import './benefitTap.scss'

interface BenefitTapProps {
  readonly benefit: Benefit
  /** What it is against the level below. */
  readonly added?: 'new' | 'more'
}

/** A benefit as its members read it, and the way to its editor. */
export function BenefitTap({ benefit, added }: BenefitTapProps) {
  const text = useText().benefits
  const faceOf = useFace()
  return (
    <Tap
      id={`benefit-${benefit.id}`}
      className="benefit-tap"
      onTap={() => openBenefit({ id: benefit.id, level: benefit.levelId })}
    >
      <BenefitRow benefit={faceOf(benefit)} />
      <View className="benefit-tap__end">
        {added && <Text className="benefit-tap__added">{text.adds[added]}</Text>}
        <View className="chevron" />
      </View>
    </Tap>
  )
}
