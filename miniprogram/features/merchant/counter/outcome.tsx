import { useCallback, useState } from 'react'
import { Text, View } from '@tarojs/components'
import { call } from '@/api/call'
import { CallFailure } from '@/api/callFailure'
import { useCommand } from '@/api/useCommand'
import { usePolling } from '@/api/usePolling'
import { formatCount, formatTime } from '@/i18n/format'
import { useText } from '@/i18n/useText'
import { BusyButton } from '@/ui/busyButton'
import { FailureNote } from '@/ui/failureNote'
import { Money } from '@/ui/money'
import type { Charged } from '.'

const LOOK_EVERY_MS = 2_000

interface OutcomeProps {
  readonly charged: Charged
  readonly onNext: () => void
}

/** What became of it: charged, or waiting for the customer's yes, or ended without. */
export function Outcome({ charged, onNext }: OutcomeProps) {
  const text = useText().counter.done
  const { sale, withdraw } = useSale(charged)
  if (sale.standing === 'charged') return <Receipt sale={sale} onNext={onNext} />
  if (sale.standing === 'waiting')
    return (
      <View id="counter-waiting" className="card counter-outcome">
        <Text className="counter-outcome__title">{text.waiting}</Text>
        <Text className="counter-outcome__amount">
          <Money fen={sale.quote.payableFen} />
        </Text>
        <Text className="soft figure">{text.waitingText(formatTime(sale.lapsesAt ?? sale.now))}</Text>
        {withdraw.failure && <FailureNote failure={withdraw.failure} />}
        <BusyButton
          id="withdraw"
          label={text.withdraw}
          quiet
          working={withdraw.working}
          onPress={() => void withdraw.run({ id: sale.id })}
        />
      </View>
    )
  return (
    <View id="counter-ended" className="card counter-outcome">
      <Text className="counter-outcome__title">{text[sale.standing]}</Text>
      <BusyButton id="next-customer" label={text.next} onPress={onNext} />
    </View>
  )
}

/** The purchase as it stands, looked at again while it waits. */
function useSale(charged: Charged) {
  const [sale, setSale] = useState(charged)
  const { id } = charged
  const look = useCallback(async () => {
    try {
      setSale(await call('merchant', 'counter.read', { id }))
    } catch (thrown) {
      // Looked at again soon; what is shown stays true until then.
      if (!(thrown instanceof CallFailure)) throw thrown
    }
  }, [id])
  usePolling(look, LOOK_EVERY_MS, sale.standing === 'waiting')
  const command = useCommand('merchant', 'counter.withdraw')
  const run = async (input: { id: string }) => {
    const ended = await command.run(input)
    // The customer was quicker: that is what it shows then.
    if (ended) setSale(ended)
    else await look()
  }
  return { sale, withdraw: { ...command, run } }
}

function Receipt({ sale, onNext }: { readonly sale: Charged; readonly onNext: () => void }) {
  const text = useText().counter.done
  const { paid } = sale.quote
  return (
    <View id="counter-charged" className="card counter-outcome">
      <Text className="counter-outcome__title">{text.charged}</Text>
      {paid.wechat > 0 ? (
        <>
          <Text className="soft">{text.collect}</Text>
          <Text id="collect" className="counter-outcome__amount">
            <Money fen={paid.wechat} />
          </Text>
        </>
      ) : (
        <Text className="soft">{text.nothing}</Text>
      )}
      {sale.earned && <Text className="soft figure">{text.earned(formatCount(sale.earned.points))}</Text>}
      <BusyButton id="next-customer" label={text.next} onPress={onNext} />
    </View>
  )
}
