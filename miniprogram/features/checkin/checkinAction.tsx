import { Text, View } from '@tarojs/components'
import { formatChange } from '@/i18n/format'
import { useText, useWords } from '@/i18n/useText'
import { BusyButton } from '@/ui/busyButton'
import { FailureNote } from '@/ui/failureNote'
import { levelLook } from '@/ui/levelLook'
import { Tap } from '@/ui/tap'
import { todaysReward, tomorrowsReward, type RewardDay } from './cycle'
import type { Reward, useCheckIn } from './useCheckIn'
import './checkinAction.scss'

interface CheckinActionProps {
  readonly id: string
  readonly cycle: readonly RewardDay[]
  readonly doneToday: boolean
  readonly checkIn: ReturnType<typeof useCheckIn>
  readonly onExplain: (entryId: string) => void
}

/** The button until today is stamped, then what it gave and what comes tomorrow. */
export function CheckinAction({ id, cycle, doneToday, checkIn, onExplain }: CheckinActionProps) {
  const text = useText()
  if (!doneToday) {
    return (
      <>
        <BusyButton
          id={id}
          label={text.checkin.button(todaysReward(cycle)?.points ?? 0)}
          working={checkIn.working}
          onPress={checkIn.run}
        />
        {checkIn.failure && <FailureNote failure={checkIn.failure} />}
      </>
    )
  }
  const tomorrow = tomorrowsReward(cycle)
  return (
    <>
      {checkIn.reward && <RewardPanel id={`${id}-reward`} reward={checkIn.reward} onExplain={onExplain} />}
      <View id={`${id}-done`} className="checkin-done figure">
        <Text className="checkin-done__today">{text.checkin.doneToday}</Text>
        {tomorrow && <Text className="soft">{text.checkin.tomorrow(tomorrow.points)}</Text>}
      </View>
    </>
  )
}

interface RewardPanelProps {
  readonly id: string
  readonly reward: Reward
  readonly onExplain: (entryId: string) => void
}

function RewardPanel({ id, reward, onExplain }: RewardPanelProps) {
  const text = useText()
  return (
    <Tap id={id} className="reward" onTap={() => onExplain(reward.entryId)}>
      <View className="reward__gains figure">
        <Text className="reward__gain">{`${formatChange(reward.points)} ${text.units.points}`}</Text>
        <Text className="reward__gain">{`${formatChange(reward.growth)} ${text.units.growth}`}</Text>
      </View>
      <Text className="reward__why">{text.checkin.howMade}</Text>
      {reward.reached && <Reached face={reward.reached} />}
    </Tap>
  )
}

function Reached({ face }: { readonly face: NonNullable<Reward['reached']> }) {
  const text = useText()
  const words = useWords()
  const look = levelLook(face)
  return (
    <View className={`reward__reached ${look.className}`} style={look.style}>
      {text.checkin.reached(words(face.name))}
    </View>
  )
}
