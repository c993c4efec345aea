import { Text, View } from '@tarojs/components'
import type { OutputOf } from '@shared/contracts'
import { beginning, formatDay } from '@/i18n/format'
import { useLocale } from '@/i18n/locale'
import { useText, useWords } from '@/i18n/useText'
import './dayRow.scss'

type Benefits = OutputOf<'benefits.list'>

/** What will be given, and on which day: the next of each benefit, the first to come first. */
export function Coming({ benefits, today }: Pick<Benefits, 'benefits' | 'today'>) {
  const { ownBenefits } = useText()
  const words = useWords()
  const locale = useLocale()
  const coming = benefits
    .flatMap(({ id, name, gives, nextOn }) => (nextOn === null ? [] : [{ id, name, gives, nextOn }]))
    .sort((a, b) => (a.nextOn < b.nextOn ? -1 : Number(a.nextOn > b.nextOn)))
  if (coming.length === 0) return null
  return (
    <View id="benefits-coming" className="card">
      <Text className="card-title">{ownBenefits.coming}</Text>
      {coming.map(({ id, name, gives, nextOn }) => (
        <View key={id} className="day-row figure">
          <View className="day-row__said">
            <Text>{words(name)}</Text>
            {gives && <Text className="soft">{beginning(words(gives))}</Text>}
          </View>
          <Text className="day-row__day">
            {nextOn <= today ? ownBenefits.today : formatDay(nextOn, locale)}
          </Text>
        </View>
      ))}
    </View>
  )
}
