import { Text, View } from '@tarojs/components'
import type { OutputOf } from '@shared/contracts'
import { formatCount, formatDay } from '@/i18n/format'
import { useLocale } from '@/i18n/locale'
import { useText } from '@/i18n/useText'
import { countingWords, type GrowthCounting } from './countingWords'
import './counting.scss'

interface CountingProps {
  readonly counting: GrowthCounting
  readonly leaving: OutputOf<'growth.read'>['leaving']
}

/** How growth is counted, and what stops to count next. */
export function Counting({ counting, leaving }: CountingProps) {
  const text = useText()
  const locale = useLocale()
  return (
    <View id="growth-counting" className="card counting figure">
      <Text className="card-title">{text.growth.counting}</Text>
      <Text className="counting__words">{countingWords(counting, text, locale)}</Text>
      {leaving && (
        <Text id="growth-leaving" className="counting__leaving">
          {text.growth.leaving(formatCount(leaving.growth), formatDay(leaving.day, locale))}
        </Text>
      )}
    </View>
  )
}
