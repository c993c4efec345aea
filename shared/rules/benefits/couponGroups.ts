import type { Day } from '@shared/kernel/day'
import type { Words } from '@shared/kernel/words'
import type { Coupon } from './coupons'
import { requirementWords, stackingWords, worthWords } from './words'

/** Uses of the coupons of one grant that people need not tell apart. */
export interface CouponGroup {
  id: string
  kind: Coupon['kind']
  name: Words
  /** What one use is worth. */
  worth: Words
  count: number
  /** What must be bought, and what it goes together with. */
  terms: Words[]
  grantedOn: Day
  validUntil: Day
}

export type PastGroup = CouponGroup & { state: 'used' | 'expired'; usedOn: Day | null }

/** Some uses of one coupon, of which the same can be said; `over` is the day on which they were or will be gone. */
interface Uses {
  readonly coupon: Coupon
  readonly state: 'usable' | 'used' | 'expired'
  readonly count: number
  readonly over: Day
}

/** Coupons as their member reads them: those to be used, what lapses first first; and those that are over, the latest first. */
export function couponGroups(
  coupons: readonly Coupon[],
  today: Day,
): { readonly usable: CouponGroup[]; readonly past: PastGroup[] } {
  const groups = new Map<string, Uses>()
  for (const uses of coupons.flatMap((coupon) => usesOf(coupon, today))) {
    const { benefitId, period } = uses.coupon
    const key = [benefitId, period, uses.state, uses.over].join(' ')
    groups.set(key, { ...uses, count: uses.count + (groups.get(key)?.count ?? 0) })
  }
  const inOrder = [...groups.values()].sort((a, b) => (a.over < b.over ? -1 : Number(a.over > b.over)))
  return {
    usable: inOrder.filter(({ state }) => state === 'usable').map(groupOf),
    past: inOrder.flatMap((uses) => pastOf(uses) ?? []).reverse(),
  }
}

function usesOf(coupon: Coupon, today: Day): Uses[] {
  const { uses, used, usedOn, validUntilDay } = coupon
  const state = validUntilDay < today ? 'expired' : 'usable'
  const parts: Uses[] = [
    { coupon, state, count: uses - used, over: validUntilDay },
    { coupon, state: 'used', count: used, over: usedOn ?? validUntilDay },
  ]
  return parts.filter(({ count }) => count > 0)
}

function pastOf(uses: Uses): PastGroup | null {
  const { state, over } = uses
  return state === 'usable' ? null : { ...groupOf(uses), state, usedOn: state === 'used' ? over : null }
}

function groupOf({ coupon, count }: Uses): CouponGroup {
  const { _id, kind, name, requirement, stacking, grantedOn, validUntilDay } = coupon
  return {
    id: _id,
    kind,
    name,
    worth: worthWords(coupon),
    count,
    terms: [requirementWords(requirement), stackingWords(stacking)],
    grantedOn,
    validUntil: validUntilDay,
  }
}
