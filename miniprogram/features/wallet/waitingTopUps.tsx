import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { OutputOf } from '@shared/contracts'
import { useCommand } from '@/api/useCommand'
import { formatMoney, formatTime } from '@/i18n/format'
import { useText, useWords } from '@/i18n/useText'
import { BusyButton } from '@/ui/busyButton'
import { FailureNote } from '@/ui/failureNote'
import { usePayTopUp } from './usePayTopUp'
import './waitingTopUps.scss'

type Waiting = OutputOf<'wallet.read'>['waiting'][number]

interface WaitingTopUpsProps {
  readonly topUps: readonly Waiting[]
  readonly onChanged: () => Promise<void>
}

/** Top-ups that were begun and are not paid yet: to be paid, or given up. */
export function WaitingTopUps({ topUps, onChanged }: WaitingTopUpsProps) {
  const text = useText().wallet.waiting
  if (topUps.length === 0) return null
  return (
    <View id="waiting-top-ups" className="card">
      <Text className="card-title">{text.title}</Text>
      {topUps.map((topUp) => (
        <WaitingRow key={topUp.topUpId} topUp={topUp} onChanged={onChanged} />
      ))}
    </View>
  )
}

function WaitingRow({
  topUp,
  onChanged,
}: {
  readonly topUp: Waiting
  readonly onChanged: () => Promise<void>
}) {
  const text = useText().wallet.waiting
  const words = useWords()
  const { topUpId, payFen, planName, expiresAt } = topUp
  const paying = usePayTopUp()
  const givingUp = useCommand('shopper', 'wallet.giveUpTopUp')
  const pay = async () => {
    await paying.pay(topUpId)
    await onChanged()
  }
  const giveUp = async () => {
    const given = await givingUp.run({ topUpId })
    if (!given) return
    void Taro.showToast({ title: given.state === 'paid' ? text.wasPaid : text.givenUp, icon: 'none' })
    await onChanged()
  }
  const failure = paying.failure ?? givingUp.failure
  return (
    <View className="waiting-top-up">
      <View className="waiting-top-up__words figure">
        <Text>{text.of(formatMoney(payFen))}</Text>
        <Text className="soft">
          {[...(planName ? [words(planName)] : []), text.until(formatTime(expiresAt))].join(' · ')}
        </Text>
      </View>
      <View className="waiting-top-up__actions">
        <BusyButton
          id="give-up"
          label={text.giveUp}
          quiet
          working={givingUp.working}
          onPress={() => void giveUp()}
        />
        <BusyButton id="pay-waiting" label={text.pay} working={paying.working} onPress={() => void pay()} />
      </View>
      {failure && <FailureNote failure={failure} />}
    </View>
  )
}
