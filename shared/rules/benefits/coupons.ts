import { addDays, type Day } from '@shared/kernel/day'
import type { Words } from '@shared/kernel/words'
import type { Entry } from '../account/entry'
import { newCoupon, type Coupon } from '../coupons/coupon'
import type { TakesOff } from '../coupons/terms'
import type { GivenPerk } from './benefit'

/** What a grant gave: enough to make its coupons, and to explain it for ever. */
export interface GrantBasis {
  readonly of: 'grant'
  readonly benefitId: string
  readonly levelId: string
  readonly name: Words
  readonly period: string
  /** The perk as it stood when it was given. */
  readonly perk: GivenPerk
  readonly coupons: number
  readonly usesOfEach: number
  readonly validFrom: Day
  readonly validUntil: Day
  readonly tiersVersion: number
}

/** What a perk gives that falls due on a day of a period: how many coupons, of how many uses, good for which days. */
export function couponsGiven(
  perk: GivenPerk,
  day: Day,
  closes: Day,
): Pick<GrantBasis, 'coupons' | 'usesOfEach' | 'validFrom' | 'validUntil'> {
  const one = { coupons: 1, usesOfEach: 1, validFrom: day, validUntil: closes }
  switch (perk.of) {
    case 'voucher':
      return { ...one, validUntil: addDays(day, perk.validDays - 1) }
    case 'freeShippingCoupon':
      return { ...one, coupons: perk.coupons, validUntil: addDays(day, perk.validDays - 1) }
    case 'freeShippingQuota':
      return { ...one, usesOfEach: perk.perMonth }
    case 'birthdayDiscount':
      return one
  }
}

/** The coupons of an entry; none of one that is no grant. The same entry makes the same coupons, however often. */
export function couponsOf({
  _id,
  member,
  day,
  basis,
}: Pick<Entry, '_id' | 'member' | 'day' | 'basis'>): readonly Coupon[] {
  if (basis.of !== 'grant') return []
  const { benefitId, levelId, name, period, perk, coupons, usesOfEach, validFrom, validUntil } = basis
  return Array.from({ length: coupons }, (_, place) =>
    newCoupon({
      _id: coupons === 1 ? _id : `${_id}:${place + 1}`,
      member,
      cause: { of: 'benefit', benefitId, levelId, period },
      template: null,
      reservation: null,
      name,
      takesOff: takesOffOf(perk),
      goods: { of: 'all' },
      requirement: perk.requirement,
      stacking: perk.stacking,
      // It is the member's own, whatever level they hold by then.
      levels: null,
      grantedOn: day,
      validFrom,
      validUntilDay: validUntil,
      uses: usesOfEach,
    }),
  )
}

function takesOffOf(perk: GivenPerk): TakesOff {
  switch (perk.of) {
    case 'voucher':
      return { kind: 'cashOff', amountFen: perk.amountFen }
    case 'freeShippingCoupon':
    case 'freeShippingQuota':
      return { kind: 'freeShipping' }
    case 'birthdayDiscount':
      return { kind: 'percentOff', rateBp: perk.rateBp, capFen: null }
  }
}
