import type { Account } from '../account/account'
import type { Settings } from '../settings/settings'
import type { Standing } from './standardSpend'

/** Everything of an account that its level can depend on. */
export function standingOf(
  { bought, growthDays, invitations, tier }: Pick<Account, 'bought' | 'growthDays' | 'invitations' | 'tier'>,
  { growth }: Pick<Settings, 'growth'>,
): Standing {
  return { bought, growthDays, growthMode: growth.mode, invitations, tier }
}
