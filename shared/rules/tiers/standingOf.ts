import type { Account } from '../account/account'
import type { Settings } from '../settings/settings'
import type { Standing } from './standardSpend'

/** Everything of an account that its level can depend on. */
export function standingOf(
  {
    seq,
    bought,
    growthDays,
    invitations,
    tier,
  }: Pick<Account, 'seq' | 'bought' | 'growthDays' | 'invitations' | 'tier'>,
  { growth }: Pick<Settings, 'growth'>,
): Standing {
  return { seq, bought, growthDays, growthMode: growth.mode, invitations, tier }
}
