import { useEffect, useRef, useState } from 'react'
import type { ContractName, InputOf, OutputOf } from '@shared/contracts'
import { call, type FunctionOf } from './call'
import { CallFailure } from './callFailure'

const TYPING_MS = 350
const TRY_AGAIN_MS = 5_000

export interface Asked<Value> {
  /** The newest answer; the last one stands until the next. */
  readonly value: Value | undefined
  /** What stands there is not of what is in the fields. */
  readonly isBehind: boolean
  readonly failure: CallFailure | undefined
}

interface AskedOptions {
  /** What else the answer goes by: another one is asked for when it changes. */
  readonly about?: number
  /** After which failures the same is asked again by itself. */
  readonly triesAgain?: (failure: CallFailure) => boolean
}

const ALWAYS = (): boolean => true

/** A question about what is being edited: asked when typing pauses. `input` is null while something is not filled in. */
export function useAsked<Name extends ContractName>(
  fn: FunctionOf<Name>,
  action: Name,
  input: InputOf<Name> | null,
  { about = 0, triesAgain = ALWAYS }: AskedOptions = {},
): Asked<OutputOf<Name>> {
  const key = input && JSON.stringify([about, input])
  const [answered, setAnswered] = useState<{ readonly key: string; readonly value: OutputOf<Name> }>()
  const [failure, setFailure] = useState<CallFailure>()
  const [tries, setTries] = useState(0)
  const newest = useRef<string | null>(null)
  useEffect(() => {
    newest.current = key
    if (key === null) return
    const ask = async () => {
      try {
        const [, asked] = JSON.parse(key) as [number, InputOf<Name>]
        const value = await call(fn, action, asked)
        if (newest.current !== key) return
        setAnswered({ key, value })
        setFailure(undefined)
      } catch (thrown) {
        if (!(thrown instanceof CallFailure)) throw thrown
        if (newest.current === key) setFailure(thrown)
      }
    }
    const timer = setTimeout(() => void ask(), TYPING_MS)
    return () => clearTimeout(timer)
  }, [fn, action, key, tries])
  const isAgain = failure !== undefined && triesAgain(failure)
  useEffect(() => {
    if (!isAgain) return undefined
    const timer = setTimeout(() => setTries((before) => before + 1), TRY_AGAIN_MS)
    return () => clearTimeout(timer)
  }, [isAgain, failure])
  return { value: answered?.value, isBehind: answered?.key !== key, failure }
}
