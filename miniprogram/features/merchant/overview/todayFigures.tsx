import { Text, View } from '@tarojs/components'
import { useText } from '@/i18n/useText'
import { FigureCell } from './figureCell'
import { openJournal } from './openJournal'
import { useIsManager } from '../useIsManager'
import { MEASURES, type DayFigures } from './measures'

/** What happened today so far, beside all of yesterday. */
export function TodayFigures({
  today,
  yesterday,
}: {
  readonly today: DayFigures
  readonly yesterday: DayFigures
}) {
  const text = useText()
  const mayOpen = useIsManager()
  return (
    <View className="card">
      <Text className="card-title">{text.overview.todayTitle}</Text>
      <View className="figure-grid">
        {MEASURES.map((measure) => (
          <FigureCell
            key={measure.id}
            id={`today-${measure.id}`}
            name={measure.name(text)}
            figure={measure.write(measure.of(today))}
            note={text.overview.yesterday(measure.write(measure.of(yesterday)))}
            onTap={mayOpen ? openJournal : undefined}
          />
        ))}
      </View>
    </View>
  )
}
