import { useRef, useState } from 'react'
import type { ContractName, InputOf, OutputOf } from '@shared/contracts'
import { command, type FunctionOf } from './call'
import { CallFailure } from './callFailure'

export interface Command<Input, Output> {
  /** Sends it and answers with the outcome; undefined when it failed (see `failure`) or one is under way already. */
  readonly run: (input: Input) => Promise<Output | undefined>
  readonly working: boolean
  readonly failure: CallFailure | undefined
}

/** A command behind a button: one at a time, and safe to retry. */
export function useCommand<Name extends ContractName>(
  fn: FunctionOf<Name>,
  action: Name,
): Command<InputOf<Name>, OutputOf<Name>> {
  const [working, setWorking] = useState(false)
  const [failure, setFailure] = useState<CallFailure>()
  const underWay = useRef(false)

  const run = async (input: InputOf<Name>): Promise<OutputOf<Name> | undefined> => {
    if (underWay.current) return undefined
    underWay.current = true
    setWorking(true)
    setFailure(undefined)
    try {
      return await command(fn, action, input)
    } catch (thrown) {
      if (!(thrown instanceof CallFailure)) throw thrown
      setFailure(thrown)
      return undefined
    } finally {
      underWay.current = false
      setWorking(false)
    }
  }
  return { run, working, failure }
}
