import type { InputOf, OutputOf } from '@shared/contracts'
import type { CallFailure } from '@/api/callFailure'
import { useAsked, type Asked } from '@/api/useAsked'

export type Proposed = OutputOf<'assistant.propose'>

/** Anything else that is refused stays so until something in the fields is changed. */
const isOffline = ({ code }: CallFailure): boolean => code === 'OFFLINE'

/**
 * Levels for what stands in the fields. `input` is null while something is not filled in; `foundAt` is when the store's
 * figures were found: after others were, the same is asked again.
 */
export function useProposal(input: InputOf<'assistant.propose'> | null, foundAt: number): Asked<Proposed> {
  return useAsked('merchant', 'assistant.propose', input, { about: foundAt, triesAgain: isOffline })
}
