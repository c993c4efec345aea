import type { Account } from '../account/account'
import type { EarningFacts } from './multipliers'

/** What multipliers ask about a member. Nobody pays for a membership yet, and no segment is defined: both hold for nobody. */
export function earningFacts({ tier, birthday }: Account): EarningFacts {
  return { tierId: tier.id, isPaidMember: false, birthday: birthday?.day ?? null, segments: [] }
}
