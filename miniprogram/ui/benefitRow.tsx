import { Text, View } from '@tarojs/components'
import type { BenefitFace } from '@shared/rules/benefits/face'
import { beginning } from '@/i18n/format'
import { useText, useWords } from '@/i18n/useText'
import { BenefitIcon } from './benefitIcon'
import './benefitRow.scss'

interface BenefitRowProps {
  readonly benefit: BenefitFace
  /** What else there is to say of it, for who looks at it. */
  readonly note?: string
}

/** A benefit: what it is, what it gives, and what there is to know of it. */
export function BenefitRow({ benefit, note }: BenefitRowProps) {
  const text = useText()
  const words = useWords()
  const { gives, details, paidOnly } = benefit
  const [name, description] = [words(benefit.name), words(benefit.description)]
  const given = gives && beginning(words(gives))
  return (
    <View className="benefit-row">
      <View className="benefit-row__icon">
        <BenefitIcon kind={benefit.kind} icon={benefit.icon} />
      </View>
      <View className="benefit-row__said">
        <View className="benefit-row__head">
          <Text className="benefit-row__name">{name}</Text>
          {paidOnly && <Text className="benefit-row__tag">{text.ownBenefits.paidOnly}</Text>}
        </View>
        {given && given !== name && <Text className="benefit-row__gives figure">{given}</Text>}
        {description !== '' && <Text className="soft">{description}</Text>}
        {details.length > 0 && (
          <Text className="soft figure">{beginning(details.map(words).join(' · '))}</Text>
        )}
        {note && <Text className="benefit-row__note figure">{note}</Text>}
      </View>
    </View>
  )
}
