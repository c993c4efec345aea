import { useEffect, useState } from 'react'
import { useDidHide, useDidShow } from '@tarojs/taro'
import type { OutputOf } from '@shared/contracts'
import { command } from '@/api/call'
import { CallFailure } from '@/api/callFailure'
import { useCommand } from '@/api/useCommand'
import { useQuery, type Query } from '@/api/useQuery'

export interface Audit {
  readonly query: Query<OutputOf<'books.lastAudit'>>
  readonly starting: boolean
  /** Why the last start, or the last step of a run, did not work. */
  readonly failure: CallFailure | undefined
  readonly start: () => Promise<void>
  /** Goes on with the run that a failure stopped here. */
  readonly resume: () => void
}

/** The last audit, and the one under way, carried on as long as the page is looked at. */
export function useAudit(): Audit {
  const query = useQuery('merchant', 'books.lastAudit', {})
  const { run: startAudit, working, failure } = useCommand('merchant', 'books.startAudit')
  const shown = useShown()
  // What was last seen is no run of now.
  const running = query.failure ? undefined : query.value?.running?.id
  const stopped = useCarryOn(shown ? running : undefined, query.refresh)
  const start = async () => {
    if (await startAudit({})) await query.refresh()
  }
  return { query, starting: working, failure: failure ?? stopped.failure, start, resume: stopped.resume }
}

function useShown(): boolean {
  const [shown, setShown] = useState(true)
  useDidShow(() => setShown(true))
  useDidHide(() => setShown(false))
  return shown
}

/**
 * Carries a run on call by call, looking again after each. Leaving the page ends this at any time: the shop's own timer
 * carries it on, and the page shows how far it has come when it is opened again.
 */
function useCarryOn(id: string | undefined, refresh: () => Promise<void>) {
  const [step, setStep] = useState(0)
  const [failure, setFailure] = useState<CallFailure>()
  useEffect(() => {
    if (id === undefined) return
    let isLeft = false
    const carryOn = async () => {
      try {
        await command('merchant', 'books.carryOnAudit', { id })
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
  }, [id, step, refresh])
  return { failure: id === undefined ? undefined : failure, resume: () => setStep((n) => n + 1) }
}
