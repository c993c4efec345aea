import { Text, View } from '@tarojs/components'
import type { Day } from '@shared/kernel/day'
import { formatDay } from '@/i18n/format'
import { useLocale } from '@/i18n/locale'
import { useText } from '@/i18n/useText'
import { spoken } from '@/ui/spoken'
import { monthGrid } from './monthGrid'
import './monthCalendar.scss'

interface MonthCalendarProps {
  /** `YYYY-MM` */
  readonly month: string
  readonly stamped: readonly Day[]
  readonly today: Day
  /** True right after today's check-in. */
  readonly fresh: boolean
}

/** One month with a seal on each day that was checked in. */
export function MonthCalendar({ month, stamped, today, fresh }: MonthCalendarProps) {
  const text = useText()
  return (
    <View className="month">
      {text.checkin.weekdays.map((name) => (
        <Text key={name} className="month__weekday">
          {name}
        </Text>
      ))}
      {monthGrid(month).map((day, index) =>
        day === null ? (
          <View key={index} className="month__cell" />
        ) : (
          <DayCell
            key={day}
            day={day}
            stamped={stamped.includes(day)}
            isToday={day === today}
            fresh={fresh && day === today}
          />
        ),
      )}
    </View>
  )
}

interface DayCellProps {
  readonly day: Day
  readonly stamped: boolean
  readonly isToday: boolean
  readonly fresh: boolean
}

function DayCell({ day, stamped, isToday, fresh }: DayCellProps) {
  const text = useText()
  const locale = useLocale()
  const label = stamped ? text.checkin.stamped(formatDay(day, locale)) : undefined
  const looks = [
    'month__day',
    'figure',
    stamped && 'month__day--stamped',
    isToday && 'month__day--today',
    fresh && 'stamp-down',
  ]
  return (
    <View className="month__cell" {...spoken({ label })}>
      <View className={looks.filter(Boolean).join(' ')}>{Number(day.slice(8))}</View>
    </View>
  )
}
