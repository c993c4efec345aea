import { Text, View } from '@tarojs/components'
import { useText } from '@/i18n/useText'
import { lastStamped, type RewardDay } from './cycle'
import './cycleStrip.scss'

interface CycleStripProps {
  readonly cycle: readonly RewardDay[]
  /** True right after today's check-in: its stamp comes down before the eyes. */
  readonly fresh: boolean
}

/** The days of the streak's cycle with what each gives, stamped as far as the member has come. */
export function CycleStrip({ cycle, fresh }: CycleStripProps) {
  const text = useText()
  const last = lastStamped(cycle)
  return (
    <View className="cycle">
      {cycle.map((day) => (
        <View key={day.streakDay} className={`cycle__day cycle__day--${day.state}`}>
          <View className={`cycle__coin ${fresh && day.streakDay === last ? 'stamp-down' : ''}`}>
            {day.state === 'done' ? (
              <View className="cycle__tick" />
            ) : (
              <Text className="cycle__points figure">{`+${day.points}`}</Text>
            )}
          </View>
          <Text className="cycle__name">
            {day.state === 'today' ? text.checkin.today : text.checkin.day(day.streakDay)}
          </Text>
        </View>
      ))}
    </View>
  )
}
