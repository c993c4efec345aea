import { useEffect, useRef, useState } from 'react'
import type { InputOf, OutputOf } from '@shared/contracts'
import { call } from '@/api/call'
import { CallFailure } from '@/api/callFailure'

export type ExampleInput = InputOf<'settings.example'>
export type Example = OutputOf<'settings.example'>

const TYPING_MS = 350
const TRY_AGAIN_MS = 5_000

interface Worked {
  readonly key: string
  readonly example: Example
}

/**
 * Works an example out as rules are edited: asked when typing pauses, and the last answer stands until the next one.
 * `input` is null while something is not filled in.
 */
export function useExample(input: ExampleInput | null): {
  readonly example: Example | undefined
  /** What stands there is not of what is in the fields. */
  readonly isBehind: boolean
  readonly failure: CallFailure | undefined
} {
  const key = input && JSON.stringify(input)
  const [worked, setWorked] = useState<Worked>()
  const [failure, setFailure] = useState<CallFailure>()
  const [tries, setTries] = useState(0)
  const newest = useRef<string | null>(null)
  useEffect(() => {
    newest.current = key
    if (key === null) return
    const ask = async () => {
      try {
        const example = await call('merchant', 'settings.example', JSON.parse(key) as ExampleInput)
        if (newest.current !== key) return
        setWorked({ key, example })
        setFailure(undefined)
      } catch (thrown) {
        if (!(thrown instanceof CallFailure)) throw thrown
        if (newest.current === key) setFailure(thrown)
      }
    }
    const timer = setTimeout(() => void ask(), TYPING_MS)
    return () => clearTimeout(timer)
  }, [key, tries])
  useEffect(() => {
    if (!failure) return undefined
    const timer = setTimeout(() => setTries((before) => before + 1), TRY_AGAIN_MS)
    return () => clearTimeout(timer)
  }, [failure])
  return { example: worked?.example, isBehind: worked?.key !== key, failure }
}
