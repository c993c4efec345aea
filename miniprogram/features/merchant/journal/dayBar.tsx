import { Text, View } from '@tarojs/components'
import { addDays, type Day } from '@shared/kernel/day'
import { formatDay } from '@/i18n/format'
import { useLocale } from '@/i18n/locale'
import { useText } from '@/i18n/useText'
import { DatePicker } from '@/ui/datePicker'
import { spoken } from '@/ui/spoken'
import { Tap } from '@/ui/tap'
import './dayBar.scss'

interface DayBarProps {
  readonly day: Day
  readonly today: Day
  readonly onChoose: (day: Day) => void
}

const FIRST = '2000-01-01'

/** The day that is shown: one back, one on, or any day by the phone's own wheel. */
export function DayBar({ day, today, onChoose }: DayBarProps) {
  const text = useText().books
  const locale = useLocale()
  const isToday = day >= today
  return (
    <View className="day-bar">
      <Tap
        id="day-before"
        className="day-bar__step"
        label={text.dayBefore}
        onTap={() => onChoose(addDays(day, -1))}
      >
        <View className="chevron day-bar__back" />
      </Tap>
      <DatePicker value={day} first={FIRST} last={today} onChange={onChoose}>
        <View
          id="journal-day"
          className="day-bar__day figure"
          {...spoken({ role: 'button', label: text.chooseDay })}
        >
          <Text>{formatDay(day, locale)}</Text>
          {isToday && <Text className="day-bar__today">{text.today}</Text>}
          <View className="chevron chevron--down" />
        </View>
      </DatePicker>
      {isToday ? (
        <View className="day-bar__step" />
      ) : (
        <Tap
          id="day-after"
          className="day-bar__step"
          label={text.dayAfter}
          onTap={() => onChoose(addDays(day, 1))}
        >
          <View className="chevron" />
        </Tap>
      )}
    </View>
  )
}
