import { Text, View } from '@tarojs/components'
import type { OutputOf } from '@shared/contracts'
import { addMonths, monthOf } from '@shared/kernel/day'
import { formatMonth } from '@/i18n/format'
import { useLocale } from '@/i18n/locale'
import { useText } from '@/i18n/useText'
import { Tap } from '@/ui/tap'
import { MonthCalendar } from './monthCalendar'
import './monthCard.scss'

interface MonthCardProps {
  readonly calendar: OutputOf<'checkin.calendar'>
  readonly fresh: boolean
  readonly onMonth: (month: string) => void
}

/** The calendar with its way to the months before and back. */
export function MonthCard({ calendar, fresh, onMonth }: MonthCardProps) {
  const text = useText()
  const locale = useLocale()
  const { month, today, earliestMonth } = calendar
  const beside = (months: number) => monthOf(addMonths(`${month}-01`, months))
  return (
    <View className="card">
      <View className="month-card__head">
        <Turn
          id="month-earlier"
          label={text.checkin.earlier}
          to={month > earliestMonth ? beside(-1) : null}
          onTurn={onMonth}
        />
        <View className="month-card__name">
          <Text className="card-title figure">{formatMonth(month, locale)}</Text>
          <Text className="soft figure">{text.checkin.monthCount(calendar.days.length)}</Text>
        </View>
        <Turn
          id="month-later"
          label={text.checkin.later}
          to={month < monthOf(today) ? beside(1) : null}
          onTurn={onMonth}
        />
      </View>
      <MonthCalendar month={month} stamped={calendar.days} today={today} fresh={fresh} />
    </View>
  )
}

interface TurnProps {
  readonly id: string
  readonly label: string
  readonly to: string | null
  readonly onTurn: (month: string) => void
}

function Turn({ id, label, to, onTurn }: TurnProps) {
  if (to === null) return <View className="month-card__turn" />
  return (
    <Tap
      id={id}
      className={`month-card__turn month-card__turn--${id}`}
      label={label}
      onTap={() => onTurn(to)}
    >
      <View className="chevron" />
    </Tap>
  )
}
