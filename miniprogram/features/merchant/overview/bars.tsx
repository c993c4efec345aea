import { Text, View } from '@tarojs/components'
import { formatDayShort } from '@/i18n/format'
import { useLocale } from '@/i18n/locale'
import type { DayFigures, Measure } from './measures'
import './bars.scss'

interface BarsProps {
  readonly days: readonly DayFigures[]
  readonly measure: Measure
}

/** One bar a day against the best day; today's is set apart, for it is not over. */
export function Bars({ days, measure }: BarsProps) {
  const locale = useLocale()
  const most = Math.max(1, ...days.map(measure.of))
  const ends = [days[0], days[Math.floor(days.length / 2)], days.at(-1)]
  return (
    <View className="bars">
      <View className="bars__field">
        {days.map((day, index) => (
          <View key={day.day} className="bars__slot">
            <View
              className={`bars__bar ${index === days.length - 1 ? 'bars__bar--today' : ''}`}
              style={{ height: `${(Math.max(0, measure.of(day)) / most) * 100}%` }}
            />
          </View>
        ))}
      </View>
      <View className="bars__days figure">
        {ends.map((day, index) => (
          <Text key={index}>{day ? formatDayShort(day.day, locale) : ''}</Text>
        ))}
      </View>
    </View>
  )
}
