import { View } from '@tarojs/components'
import type { OutputOf } from '@shared/contracts'
import { useAsked } from '@/api/useAsked'
import { useCommand } from '@/api/useCommand'
import { useText } from '@/i18n/useText'
import { FailureNote } from '@/ui/failureNote'
import { BillLines } from './billLines'
import { Means } from './means'
import { Payment } from './payment'
import { useBill } from './useBill'
import type { Charged, Visit } from '.'

export type Quoted = OutputOf<'counter.quote'>

interface BillProps {
  readonly visit: Visit
  readonly onCharged: (charged: Charged) => void
}

/** What is bought and what pays for it. */
export function Bill({ visit: { visit }, onCharged }: BillProps) {
  const text = useText().counter.bill
  const bill = useBill()
  const { choices } = bill
  const lines = [...bill.lines]
  const input = lines.length === 0 || Number.isNaN(choices.points) ? null : { visit, lines, choices }
  const asked = useAsked('merchant', 'counter.quote', input, { triesAgain: ({ code }) => code === 'OFFLINE' })
  const charge = useCommand('merchant', 'counter.charge')
  const run = async ({ seen }: Quoted) => {
    const done = input && (await charge.run({ ...input, seen }))
    if (done) onCharged(done)
  }
  const quoted = lines.length > 0 ? asked.value : undefined
  return (
    <>
      <BillLines bill={bill} quoted={quoted} />
      {lines.length === 0 && <View className="soft counter-hint">{text.empty}</View>}
      {quoted && <Means bill={bill} quoted={quoted} />}
      {asked.failure && input && <FailureNote failure={asked.failure} />}
      {quoted && (
        <Payment
          quoted={quoted}
          isBehind={asked.isBehind}
          working={charge.working}
          failure={charge.failure}
          onCharge={() => void run(quoted)}
        />
      )}
    </>
  )
}
