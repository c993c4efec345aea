import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { OutputOf } from '@shared/contracts'
import { formatDay } from '@/i18n/format'
import { useLocale } from '@/i18n/locale'
import { useText, useWords } from '@/i18n/useText'
import { Tap } from '@/ui/tap'
import { amountText, excessText } from './amountText'
import './differenceList.scss'

type LastRun = NonNullable<OutputOf<'books.lastAudit'>['last']>
type Difference = LastRun['differences'][number]

/** What disagrees, each with both amounts, and what to do about it. */
export function DifferenceList({ run }: { readonly run: LastRun }) {
  const text = useText().audit
  const { differences, differenceCount } = run
  const subjects = (['member', 'day', 'store'] as const).filter((of) =>
    differences.some((difference) => difference.of === of),
  )
  return (
    <>
      <View id="audit-differences" className="card">
        <Text className="card-title">{text.differences}</Text>
        {differences.map((difference, index) => (
          <DifferenceRow key={index} difference={difference} />
        ))}
        {differenceCount > differences.length && (
          <View className="soft difference__more">{text.firstOf(differences.length, differenceCount)}</View>
        )}
      </View>
      <View id="audit-advice" className="card">
        <Text className="card-title">{text.whatToDo}</Text>
        {subjects.map((of) => (
          <View key={of} className="difference__advice">
            {text.advice[of]}
          </View>
        ))}
      </View>
    </>
  )
}

function DifferenceRow({ difference }: { readonly difference: Difference }) {
  const { member } = difference
  if (member === null) {
    return (
      <View className="difference">
        <DifferenceFace difference={difference} />
      </View>
    )
  }
  const url = `/features/merchant/memberBooks/index?member=${encodeURIComponent(member)}`
  return (
    <Tap className="difference" onTap={() => void Taro.navigateTo({ url })}>
      <DifferenceFace difference={difference} />
      <View className="chevron" />
    </Tap>
  )
}

function DifferenceFace({ difference }: { readonly difference: Difference }) {
  const text = useText()
  const words = useWords()
  const { unit, expected, found } = difference
  return (
    <>
      <View className="difference__what">
        <Text className="difference__subject">{useSubject(difference)}</Text>
        <Text className="soft">{words(difference.words)}</Text>
        <Text className="soft figure">
          {text.audit.amounts(amountText(expected, unit, text), amountText(found, unit, text))}
        </Text>
      </View>
      <Text className="difference__amount figure">{excessText(found - expected, unit)}</Text>
    </>
  )
}

function useSubject({ of, member, day }: Difference): string {
  const text = useText().audit
  const locale = useLocale()
  if (of === 'member') return text.member(member ?? '')
  if (of === 'store') return text.store
  return day === null ? text.allDays : formatDay(day, locale)
}
