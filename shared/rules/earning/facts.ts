import type { Account } from '../account/account'
import { holderOf } from '../benefits/holder'
import { levelMultipliers } from '../benefits/levelMultipliers'
import type { Settings } from '../settings/settings'
import { isOn } from '../tiers/program'
import type { EarningFacts } from './multipliers'

/** What multipliers ask about a member. Nobody pays for a membership yet, and no segment is defined: both hold for nobody. */
export function earningFacts(
  { _id, tier, birthday }: Account,
  { tiers, benefits }: Pick<Settings, 'tiers' | 'benefits'>,
): EarningFacts {
  return {
    tierId: isOn(tiers) ? tier.id : null,
    isPaidMember: false,
    birthday: birthday?.day ?? null,
    segments: [],
    ofLevel: levelMultipliers(holderOf(_id, tier, birthday, tiers), benefits),
  }
}
