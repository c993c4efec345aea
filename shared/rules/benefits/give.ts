import { dayOf, startOfDay } from '@shared/kernel/businessDay'
import type { Day } from '@shared/kernel/day'
import type { Account } from '../account/account'
import { post } from '../account/post'
import type { Settings } from '../settings/settings'
import { couponsGiven } from './coupons'
import { nextGrant, withGrant, type Grant } from './grants'
import { holderOf } from './holder'

/**
 * False for some seconds after the benefits or the levels changed, where the new rules have not been read yet: an
 * account that was looked at under them is given nothing by the old ones.
 */
export function knowsBenefitsOf(
  { benefitsVersion, tier }: Pick<Account, 'benefitsVersion' | 'tier'>,
  { benefits, tiers }: Pick<Settings, 'benefits' | 'tiers'>,
): boolean {
  return benefitsVersion <= benefits.version && tier.version <= tiers.version
}

/** What a member is given first, now or on a day to come; null when nothing is. */
export function nextGrantOf(account: Account, settings: Settings): Grant | null {
  const { benefits } = settings.benefits
  if (benefits.length === 0 || !knowsBenefitsOf(account, settings)) return null
  const holder = holderOf(account._id, account.tier, account.birthday, settings.tiers)
  return holder && nextGrant(benefits, holder, account.granted)
}

/** The account as one that this version of the benefits has been looked at for: what is due by it is known. */
export function seenBenefits(account: Account, { benefits: { version } }: Settings): Account {
  return account.benefitsVersion >= version ? account : { ...account, benefitsVersion: version }
}

/** Gives a grant: by an entry dated to its day however late it is noticed, which the account knows not to give again. */
export function give(account: Account, grant: Grant, settings: Settings, recordedAt: number): Account {
  const { benefit, perk, key, period, day, closes } = grant
  const { id, levelId, name } = benefit
  return post(
    { ...account, granted: withGrant(account.granted, grant) },
    {
      _id: key,
      kind: 'benefitGranted',
      at: instantOf(day, recordedAt),
      day,
      recordedAt,
      source: `benefit:${id}:${period}`,
      reason: { zh: `权益发放：${name.zh}`, en: `Benefit given: ${name.en}` },
      legs: [],
      lots: [],
      basis: {
        of: 'grant',
        benefitId: id,
        levelId,
        name,
        period,
        perk,
        ...couponsGiven(perk, day, closes),
        tiersVersion: settings.tiers.version,
      },
      rule: { topic: 'benefits', version: settings.benefits.version },
      by: 'system',
    },
    settings,
  )
}

/** What is given on its own day comes after what brought it, such as an upgrade; what was missed, as that day began. */
function instantOf(day: Day, recordedAt: number): number {
  return dayOf(recordedAt) === day ? recordedAt : startOfDay(day)
}
