import type { Day } from '@shared/kernel/day'
import type { Words } from '@shared/kernel/words'
import type { Coupon } from '../coupons/coupon'
import type { TakesOff } from '../coupons/terms'
import { worthWords } from '../coupons/words'
import { requirementWords, stackingWords } from './words'

/** Uses of the coupons of one grant that people need not tell apart. */
export interface CouponGroup {
  id: string
  kind: TakesOff['kind']
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

/** Coupons that levels gave, as their member reads them: those to be used, what lapses first first; and those that are over, the latest first. */
export function couponGroups(
  coupons: readonly Coupon[],
  today: Day,
): { readonly usable: CouponGroup[]; readonly past: PastGroup[] } {
  const groups = new Map<string, Uses>()
  for (const uses of coupons.flatMap((coupon) => usesOf(coupon, today))) {
    const { cause } = uses.coupon
    if (cause.of !== 'benefit') continue
    const key = [cause.benefitId, cause.period, uses.state, uses.over].join(' ')
    groups.set(key, { ...uses, count: uses.count + (groups.get(key)?.count ?? 0) })
  }
  const inOrder = [...groups.values()].sort((a, b) => (a.over < b.over ? -1 : Number(a.over > b.over)))
  return {
    usable: inOrder.filter(({ state }) => state === 'usable').map(groupOf),
    past: inOrder.flatMap((uses) => pastOf(uses) ?? []).reverse(),
  }
}

function usesOf(coupon: Coupon, today: Day): Uses[] {
  const { uses, usedBy, validUntilDay, state: stands } = coupon
  const usedOn = usedBy
    .map(({ day }) => day)
    .sort()
    .at(-1)
  const state = stands === 'expired' || validUntilDay < today ? 'expired' : 'usable'
  const left = stands === 'voided' ? 0 : uses - usedBy.length
  const parts: Uses[] = [
    { coupon, state, count: left, over: validUntilDay },
    { coupon, state: 'used', count: usedBy.length, over: usedOn ?? validUntilDay },
  ]
  return parts.filter(({ count }) => count > 0)
}

function pastOf(uses: Uses): PastGroup | null {
  const { state, over } = uses
  return state === 'usable' ? null : { ...groupOf(uses), state, usedOn: state === 'used' ? over : null }
}

function groupOf({ coupon, count }: Uses): CouponGroup {
  const { _id, takesOff, name, requirement, stacking, grantedOn, validUntilDay } = coupon
  return {
    id: _id,
    kind: takesOff.kind,
    name,
    worth: worthWords(takesOff),
    count,
    terms: [requirementWords(requirement), stackingWords(stacking)],
    grantedOn,
    validUntil: validUntilDay,
  }
}
