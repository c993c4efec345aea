import type { Benefit, Perk } from '@shared/rules/benefits/benefit'
import type { Level } from '@shared/rules/tiers/program'

interface Comparison {
  /** What a benefit is against those of the level below; one that is not here is no more than there. */
  readonly adds: ReadonlyMap<string, 'new' | 'more'>
  /** What the level below gives and this one does not, or gives less of: whoever climbs loses it. */
  readonly lacking: readonly Benefit[]
  readonly less: readonly Benefit[]
}

/** What a level gives against the level below it, of the same kinds. The lowest has none below. */
export function comparedWithBelow(
  benefits: readonly Benefit[],
  levelId: string,
  belowId: string | undefined,
): Comparison {
  const here = benefits.filter((each) => each.levelId === levelId)
  const below = benefits.filter((each) => each.levelId === belowId && each.perk.of !== 'pointsOnUpgrade')
  const best = (among: readonly Benefit[], like: Benefit): number =>
    Math.max(...among.filter((each) => isAlike(each, like)).map(({ perk }) => worthOf(perk)))
  const adds = new Map<string, 'new' | 'more'>()
  for (const each of belowId === undefined ? [] : here) {
    const there = best(below, each)
    if (there === -Infinity) adds.set(each.id, 'new')
    else if (worthOf(each.perk) > there) adds.set(each.id, 'more')
  }
  return {
    adds,
    lacking: below.filter((each) => best(here, each) === -Infinity),
    less: below.filter((each) => {
      const found = best(here, each)
      return found !== -Infinity && found < worthOf(each.perk)
    }),
  }
}

/** Benefits with a copy of each of the given ones for a level. Where nobody can pay for it, they are for everybody on it. */
export function brought(
  benefits: readonly Benefit[],
  given: readonly Benefit[],
  level: Level,
  newId: () => string,
): readonly Benefit[] {
  const copies = given.map((each): Benefit => {
    const audience = level.kind === 'dual' ? each.for : 'everyone'
    return { ...each, id: newId(), levelId: level.id, for: audience }
  })
  return [...benefits, ...copies]
}

/** Benefits of the merchant's own are told apart by their name. */
function isAlike(one: Benefit, other: Benefit): boolean {
  if (one.perk.of === 'custom') return other.perk.of === 'custom' && one.name.zh === other.name.zh
  return one.perk.of === other.perk.of
}

/** How much a perk is, among those of its kind. */
function worthOf(perk: Perk): number {
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
