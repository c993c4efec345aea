import { useEffect, useRef, useState } from 'react'
import type { InputOf, OutputOf } from '@shared/contracts'
import { call } from '@/api/call'
import { CallFailure } from '@/api/callFailure'

type Input = InputOf<'assistant.propose'>
export type Proposed = OutputOf<'assistant.propose'>

const TYPING_MS = 400
const TRY_AGAIN_MS = 5_000

/** What the same input is asked again for: other figures of the store. */
interface Asked {
  readonly key: string
  readonly proposed: Proposed
}

/**
 * Levels for what stands in the fields: asked when typing pauses, and the last answer stands until the next one. `input`
 * is null while something is not filled in; `foundAt` is when the store's figures were found.
 */
export function useProposal(
  input: Input | null,
  foundAt: number,
): {
  readonly proposed: Proposed | undefined
  /** What stands there is not of what is in the fields. */
  readonly isBehind: boolean
  readonly failure: CallFailure | undefined
} {
  const key = input && JSON.stringify([foundAt, input])
  const [asked, setAsked] = useState<Asked>()
  const [failure, setFailure] = useState<CallFailure>()
  const [tries, setTries] = useState(0)
  const newest = useRef<string | null>(null)
  useEffect(() => {
    newest.current = key
    if (key === null) return undefined
    const ask = async () => {
      try {
        const [, entered] = JSON.parse(key) as [number, Input]
        const proposed = await call('merchant', 'assistant.propose', entered)
        if (newest.current !== key) return
        setAsked({ key, proposed })
        setFailure(undefined)
      } catch (thrown) {
        if (!(thrown instanceof CallFailure)) throw thrown
        if (newest.current === key) setFailure(thrown)
      }
    }
    const timer = setTimeout(() => void ask(), TYPING_MS)
    return () => clearTimeout(timer)
  }, [key, tries])
  const isOffline = failure?.code === 'OFFLINE'
  useEffect(() => {
    if (!isOffline) return undefined
    const timer = setTimeout(() => setTries((before) => before + 1), TRY_AGAIN_MS)
    return () => clearTimeout(timer)
  }, [isOffline, failure])
  return { proposed: asked?.proposed, isBehind: asked?.key !== key, failure }
}
