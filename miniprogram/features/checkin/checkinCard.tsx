import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { OutputOf } from '@shared/contracts'
import { useText } from '@/i18n/useText'
import { LinkText } from '@/ui/linkText'
import { CheckinAction } from './checkinAction'
import { CycleStrip } from './cycleStrip'
import { useCheckIn } from './useCheckIn'

type Member = Extract<OutputOf<'home.read'>, { state: 'member' }>

interface CheckinCardProps {
  readonly checkin: Member['checkin']
  readonly onChanged: () => Promise<void>
  readonly onExplain: (entryId: string) => void
}

const openCalendar = () => void Taro.navigateTo({ url: '/features/checkin/index' })

/** Check-in as the home page shows it: the seven days and one button. */
export function CheckinCard({ checkin, onChanged, onExplain }: CheckinCardProps) {
  const text = useText()
  const checkIn = useCheckIn(onChanged)
  return (
    <View id="checkin-card" className="card">
      <View className="card-head">
        <View>
          <Text className="card-title">{text.checkin.title}</Text>
          <View className="soft figure">
            {checkin.streak > 0 ? text.checkin.streak(checkin.streak) : text.checkin.noStreak}
          </View>
        </View>
        <LinkText id="checkin-calendar-link" label={text.checkin.calendar} onTap={openCalendar} />
      </View>
      <CycleStrip cycle={checkin.cycle} fresh={checkIn.reward !== undefined && checkin.doneToday} />
      <CheckinAction
        id="home-checkin-button"
        cycle={checkin.cycle}
        doneToday={checkin.doneToday}
        checkIn={checkIn}
        onExplain={onExplain}
      />
    </View>
  )
}
