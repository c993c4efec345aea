import type { Day } from '@shared/kernel/day'
import { tellOfTier } from '../messages/tellOfTier'
import type { Settings } from '../settings/settings'
import type { Account } from './account'
import { withDueDay } from './settle'

/**
 * The account as a commit leaves it: with word of what became of the level, and the day on which something next falls
 * due. Every commit that may hold entries goes through here, so that nothing is told twice or left untold.
 */
export function conclude(
  before: Account | null,
  after: Account,
  settings: Settings,
  { today, at }: { readonly today: Day; readonly at: number },
): Account {
  return withDueDay(tellOfTier(before, after, settings, today, at), settings)
}
