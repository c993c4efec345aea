import type { Benefit, Perk } from '../benefits/benefit'

/** What a benefit of a level is against those of the level below: of a new kind, more of one, or no more than there. */
export type Added = 'new' | 'more' | 'same'

/** What a level gives, and what of it is more than the level below gives. */
export function benefitsOfLevel(
  benefits: readonly Benefit[],
  levelId: string,
  below: string | null,
): readonly { readonly benefit: Benefit; readonly added: Added }[] {
  const lower = benefits.filter((benefit) => benefit.levelId === below)
  return benefits
    .filter((benefit) => benefit.levelId === levelId)
    .map((benefit) => ({ benefit, added: addedTo(benefit, lower) }))
}

function addedTo(benefit: Benefit, lower: readonly Benefit[]): Added {
  const alike = lower.filter((each) => isAlike(benefit, each))
  if (alike.length === 0) return 'new'
  return alike.every((each) => worth(benefit.perk) > worth(each.perk)) ? 'more' : 'same'
}

/** Benefits of the merchant's own are told apart by their name. */
function isAlike(one: Benefit, other: Benefit): boolean {
  if (one.perk.of === 'custom') return other.perk.of === 'custom' && one.name.zh === other.name.zh
  return one.perk.of === other.perk.of
}

/** How much a perk is, among those of its kind. */
function worth(perk: Perk): number {
  switch (perk.of) {
    case 'discount':
    case 'birthdayDiscount':
      return -perk.rateBp
    case 'pointsMultiplier':
      return perk.rateBp
    case 'voucher':
      return perk.amountFen
    case 'freeShippingCoupon':
      return perk.coupons
    case 'freeShippingQuota':
      return perk.perMonth
    case 'pointsOnUpgrade':
      return perk.points
    case 'extendedReturns':
      return perk.days
    case 'earlyAccess':
      return perk.hours
    case 'prioritySupport':
    case 'custom':
      return 0
  }
}
