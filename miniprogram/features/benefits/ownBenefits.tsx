import { Text, View } from '@tarojs/components'
import type { OutputOf } from '@shared/contracts'
import { formatDay } from '@/i18n/format'
import { useLocale } from '@/i18n/locale'
import { useText } from '@/i18n/useText'
import { BenefitRow } from '@/ui/benefitRow'

type Own = OutputOf<'benefits.list'>['benefits'][number]

/** Everything that the present level gives. */
export function OwnBenefits({ benefits }: { readonly benefits: readonly Own[] }) {
  const { ownBenefits } = useText()
  if (benefits.length === 0) return null
  return (
    <View id="benefits-own" className="card">
      <Text className="card-title">{ownBenefits.holds}</Text>
      {benefits.map((benefit) => (
        <OwnRow key={benefit.id} benefit={benefit} />
      ))}
    </View>
  )
}

function OwnRow({ benefit }: { readonly benefit: Own }) {
  const { ownBenefits } = useText()
  const locale = useLocale()
  const { kind, lastGivenOn, nextOn } = benefit
  if (lastGivenOn !== null) {
    return <BenefitRow benefit={benefit} note={ownBenefits.lastGiven(formatDay(lastGivenOn, locale))} />
  }
  const isUntold = kind === 'birthdayDiscount' && nextOn === null
  return <BenefitRow benefit={benefit} note={isUntold ? ownBenefits.tellBirthday : undefined} />
}
