import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import { formatDayShort } from '@/i18n/format'
import { useLocale } from '@/i18n/locale'
import { useText } from '@/i18n/useText'
import { LinkText } from '@/ui/linkText'
import { Tap } from '@/ui/tap'
import { Bars } from './bars'
import { MEASURES, type DayFigures, type Measure } from './measures'
import './monthChart.scss'

const DEFAULT_MEASURE = MEASURES[0] as Measure

/** Thirty days of one figure: bars, what they add up to, and the numbers themselves on request. */
export function MonthChart({ days }: { readonly days: readonly DayFigures[] }) {
  const text = useText()
  const [measure, setMeasure] = useState(DEFAULT_MEASURE)
  const [table, setTable] = useState(false)
  return (
    <View id="month-chart" className="card">
      <Text className="card-title">{text.overview.last30}</Text>
      <View className="measures">
        {MEASURES.map((choice) => (
          <Tap
            key={choice.id}
            id={`measure-${choice.id}`}
            className={`measures__choice ${choice === measure ? 'measures__choice--on' : ''}`}
            onTap={() => setMeasure(choice)}
          >
            <Text className="measures__name">{choice.name(text)}</Text>
          </Tap>
        ))}
      </View>
      <Summary days={days} measure={measure} />
      <Bars days={days} measure={measure} />
      <LinkText
        id="month-table-toggle"
        label={table ? text.overview.hideTable : text.overview.table}
        way={table ? 'up' : 'down'}
        onTap={() => setTable(!table)}
      />
      {table && <Table days={days} measure={measure} />}
    </View>
  )
}

interface SeriesProps {
  readonly days: readonly DayFigures[]
  readonly measure: Measure
}

function Summary({ days, measure }: SeriesProps) {
  const text = useText()
  const locale = useLocale()
  const total = days.reduce((sum, day) => sum + measure.of(day), 0)
  const best = days.reduce((a, b) => (measure.of(b) > measure.of(a) ? b : a), days[0] as DayFigures)
  return (
    <View className="month-chart__summary figure">
      <Text className="month-chart__total">{measure.write(total)}</Text>
      <Text className="soft">
        {total > 0
          ? text.overview.best(formatDayShort(best.day, locale), measure.write(measure.of(best)))
          : text.overview.quiet30}
      </Text>
    </View>
  )
}

function Table({ days, measure }: SeriesProps) {
  const locale = useLocale()
  return (
    <View id="month-table" className="month-table figure">
      {[...days].reverse().map((day) => (
        <View key={day.day} className="month-table__row">
          <Text className="soft">{formatDayShort(day.day, locale)}</Text>
          <Text>{measure.write(measure.of(day))}</Text>
        </View>
      ))}
    </View>
  )
}
