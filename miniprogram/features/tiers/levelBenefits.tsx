import { Text, View } from '@tarojs/components'
import { useText, useWords } from '@/i18n/useText'
import type { LevelShown } from './tiers'
import './levelBenefits.scss'

/** What a level gives, and what of it is more than the level below gives. */
export function LevelBenefits({ level: { benefits } }: { readonly level: LevelShown }) {
  const text = useText()
  return (
    <View id="level-benefits" className="card">
      <Text className="card-title">{text.tier.page.benefits}</Text>
      {benefits.length === 0 && (
        <View className="level-benefits__none">
          <Text className="soft">{text.tier.page.noBenefits}</Text>
        </View>
      )}
      {benefits.map((benefit) => (
        <BenefitRow key={benefit.id} benefit={benefit} />
      ))}
    </View>
  )
}

function BenefitRow({ benefit }: { readonly benefit: LevelShown['benefits'][number] }) {
  const text = useText()
  const words = useWords()
  const { name, gives, description, details, paidOnly, added } = benefit
  const lines = [
    ...(gives ? [words(gives)] : []),
    words(description),
    ...details.map((detail) => words(detail)),
  ].filter((line) => line !== '' && line !== words(name))
  return (
    <View className="level-benefits__row">
      <View className="level-benefits__head">
        <Text className="level-benefits__name">{words(name)}</Text>
        {added !== 'same' && <Text className="level-benefits__added">{text.tier.page.added[added]}</Text>}
        {paidOnly && <Text className="level-benefits__paid">{text.tier.page.paidOnly}</Text>}
      </View>
      {lines.map((line, index) => (
        <Text key={index} className="soft">
          {line}
        </Text>
      ))}
    </View>
  )
}
