import { Text, View } from '@tarojs/components'
import type { Benefit } from '@shared/rules/benefits/benefit'
import type { Level } from '@shared/rules/tiers/program'
import { randomId } from '@/api/randomId'
import { useText, useWords } from '@/i18n/useText'
import { levelLook } from '@/ui/levelLook'
import { LinkText } from '@/ui/linkText'
import type { OpenDraft } from '../tiers/useTierDraft'
import { BenefitTap } from './benefitTap'
import { brought, comparedWithBelow } from './compare'
import { openBenefit } from './openBenefit'
import { useFace } from './useFace'
import './levelBenefits.scss'

/** The most that the server takes of them, all together. */
export const MOST = 120

interface LevelBenefitsProps {
  readonly level: Level
  readonly below: Level | undefined
  readonly draft: OpenDraft
}

/** What a level gives, what of it is more than the level below gives, and what it lacks. */
export function LevelBenefits({ level, below, draft }: LevelBenefitsProps) {
  const text = useText().benefits
  const { benefits } = draft
  const own = benefits.filter(({ levelId }) => levelId === level.id)
  const { adds, lacking, less } = comparedWithBelow(benefits, level.id, below?.id)
  const bringUp = () => draft.edit({ benefits: brought(benefits, lacking, level, randomId) })
  return (
    <View id={`level-${level.id}`} className="card level-benefits">
      <Head level={level} isFull={benefits.length >= MOST} />
      {own.length === 0 && <View className="soft level-benefits__none">{text.none}</View>}
      {own.map((benefit) => (
        <BenefitTap key={benefit.id} benefit={benefit} added={adds.get(benefit.id)} />
      ))}
      {below && lacking.length > 0 && (
        <View className="level-benefits__note">
          <Against say={text.lacks} below={below} benefits={lacking} />
          <LinkText id={`bring-${level.id}`} label={text.bring} way="none" onTap={bringUp} />
        </View>
      )}
      {below && less.length > 0 && (
        <View className="level-benefits__note">
          <Against say={text.less} below={below} benefits={less} />
        </View>
      )}
    </View>
  )
}

function Head({ level, isFull }: { readonly level: Level; readonly isFull: boolean }) {
  const text = useText()
  const words = useWords()
  const { className, style } = levelLook(level)
  return (
    <View className="level-benefits__head">
      <View className={`level-benefits__swatch ${className}`} style={style} />
      <Text className="card-title">{words(level.name) || level.name.zh || text.levels.unnamed}</Text>
      {!isFull && (
        <LinkText
          id={`add-benefit-${level.id}`}
          label={text.benefits.add}
          onTap={() => openBenefit({ level: level.id })}
        />
      )}
    </View>
  )
}

interface AgainstProps {
  readonly say: (below: string, benefits: string) => string
  readonly below: Level
  readonly benefits: readonly Benefit[]
}

function Against({ say, below, benefits }: AgainstProps) {
  const text = useText().benefits
  const words = useWords()
  const faceOf = useFace()
  const names = benefits.map((benefit) => words(faceOf(benefit).name)).join(text.between)
  return <Text className="level-benefits__against">{say(words(below.name) || below.name.zh, names)}</Text>
}
