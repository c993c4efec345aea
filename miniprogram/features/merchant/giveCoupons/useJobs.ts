import { useEffect, useState } from 'react'
import { useDidHide, useDidShow } from '@tarojs/taro'
import type { OutputOf } from '@shared/contracts'
import { command } from '@/api/call'
import { CallFailure } from '@/api/callFailure'
import { useQuery, type Query } from '@/api/useQuery'

export type Job = OutputOf<'coupons.jobs'>['jobs'][number]

export interface Jobs {
  readonly query: Query<OutputOf<'coupons.jobs'>>
  /** Why the last step of a giving did not work. */
  readonly failure: CallFailure | undefined
  readonly resume: () => void
}

/** The latest givings; one under way is carried on as long as the page is looked at, else by the shop's own timer. */
export function useJobs(): Jobs {
  // Other people's numbers are not kept on the phone.
  const query = useQuery('merchant', 'coupons.jobs', {}, { kept: false })
  const [isShown, setShown] = useState(true)
  useDidShow(() => setShown(true))
  useDidHide(() => setShown(false))
  const running = query.value?.jobs.find(({ state }) => state === 'running')?.id
  const [step, setStep] = useState(0)
  const [failure, setFailure] = useState<CallFailure>()
  const { refresh } = query
  useEffect(() => {
    if (running === undefined || !isShown) return
    let isLeft = false
    const carryOn = async () => {
      try {
        await command('merchant', 'coupons.carryOnJob', { id: running })
        setFailure(undefined)
        await refresh()
        if (!isLeft) setStep((n) => n + 1)
      } catch (thrown) {
        if (!(thrown instanceof CallFailure)) throw thrown
        setFailure(thrown)
      }
    }
    void carryOn()
    return () => {
      isLeft = true
    }
  }, [running, isShown, step, refresh])
  return { query, failure: running === undefined ? undefined : failure, resume: () => setStep((n) => n + 1) }
}
