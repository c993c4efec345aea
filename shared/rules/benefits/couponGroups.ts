import type { Day } from '@shared/kernel/day'
import { groupBy } from '@shared/kernel/groupBy'
import type { Words } from '@shared/kernel/words'
import type { Coupon } from './coupons'
import { requirementWords, stackingWords, worthWords } from './words'

/** Coupons of one grant that people need not tell apart. */
export interface CouponGroup {
  id: string
  kind: Coupon['kind']
  name: Words
  /** What one of them is worth. */
  worth: Words
  count: number
  /** What must be bought, and what it goes together with. */
  terms: Words[]
  grantedOn: Day
  validUntil: Day
}

export type PastGroup = CouponGroup & { state: 'used' | 'expired'; usedOn: Day | null }

/** Coupons as their member reads them: those to be used, what lapses first first; and those that are over, the latest first. */
export function couponGroups(
  coupons: readonly Coupon[],
  today: Day,
): { readonly usable: CouponGroup[]; readonly past: PastGroup[] } {
  const isUsable = ({ state, validUntilDay }: Coupon) => state === 'usable' && validUntilDay >= today
  const inOrder = [...coupons].sort((a, b) => inDays(overOn(a), overOn(b)) || inDays(a._id, b._id))
  return {
    usable: grouped(inOrder.filter(isUsable)).map(groupOf),
    past: grouped(inOrder.filter((coupon) => !isUsable(coupon)))
      .reverse()
      .map((those) => {
        const [{ state, usedOn }] = those
        return { ...groupOf(those), state: state === 'used' ? state : 'expired', usedOn }
      }),
  }
}

type Some<T> = readonly [T, ...T[]]

/** Of one grant, and used on one day or not used. */
function grouped(coupons: readonly Coupon[]): Some<Coupon>[] {
  const groups = groupBy(coupons, ({ benefitId, period, usedOn }) => `${benefitId} ${period} ${usedOn}`)
  return [...groups.values()] as unknown as Some<Coupon>[]
}

function groupOf(coupons: Some<Coupon>): CouponGroup {
  const [first] = coupons
  const { _id, kind, name, requirement, stacking, grantedOn, validUntilDay } = first
  return {
    id: _id,
    kind,
    name,
    worth: worthWords(first),
    count: coupons.length,
    terms: [requirementWords(requirement), stackingWords(stacking)],
    grantedOn,
    validUntil: validUntilDay,
  }
}

/** The day on which a coupon was or will be over. */
const overOn = ({ usedOn, validUntilDay }: Coupon): Day => usedOn ?? validUntilDay

const inDays = (a: string, b: string): number => (a < b ? -1 : Number(a > b))
