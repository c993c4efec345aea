import { useState } from 'react'
import type { OutputOf } from '@shared/contracts'
import { useCommand } from '@/api/useCommand'
import type { CallFailure } from '@/api/callFailure'

export type Reward = OutputOf<'checkin.checkIn'>

interface CheckIn {
  readonly run: () => void
  readonly working: boolean
  readonly failure: CallFailure | undefined
  /** What this visit's check-in gave; the page shows it until it is left. */
  readonly reward: Reward | undefined
}

/** Today's stamp behind a button; `onChanged` renews the page around it. */
export function useCheckIn(onChanged: () => Promise<void>): CheckIn {
  const { run, working, failure } = useCommand('shopper', 'checkin.checkIn')
  const [reward, setReward] = useState<Reward>()
  const stamp = async () => {
    const given = await run({})
    if (!given) return
    setReward(given)
    await onChanged()
  }
  return { run: () => void stamp(), working, failure, reward }
}
