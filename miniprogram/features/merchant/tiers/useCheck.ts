import type { InputOf, OutputOf } from '@shared/contracts'
import { useAsked, type Asked } from '@/api/useAsked'
import type { OpenDraft } from './useTierDraft'

export type Check = OutputOf<'settings.checkTiers'>

/** Asks the server, as the draft is edited, what of it does not go together. */
export function useCheck({ tiers, benefits, isDirty, isUnfinished }: OpenDraft): Asked<Check> {
  const input: InputOf<'settings.checkTiers'> = { tiers, benefits: { benefits } }
  return useAsked('merchant', 'settings.checkTiers', isDirty && !isUnfinished ? input : null)
}
