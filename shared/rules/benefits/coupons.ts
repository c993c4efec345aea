import { addDays, type Day } from '@shared/kernel/day'
import type { Fen } from '@shared/kernel/fen'
import type { Words } from '@shared/kernel/words'
import type { Entry } from '../account/entry'
import type { GivenPerk, Requirement, Stacking } from './benefit'

/** What a coupon is good for. Rates: 8,800 is 8.8 折. */
export type CouponWorth =
  | { readonly kind: 'voucher'; readonly amountFen: Fen }
  | { readonly kind: 'freeShipping' }
  | { readonly kind: 'birthdayDiscount'; readonly rateBp: number }

/** Something that a member can use. Its id is the cause of its grant: made again, it is the same coupon. */
export type Coupon = {
  readonly _id: string
  readonly schemaVersion: 1
  readonly member: string
  readonly benefitId: string
  readonly name: Words
  readonly period: string
  readonly requirement: Requirement
  readonly stacking: Stacking
  readonly grantedOn: Day
  readonly validFrom: Day
  /** The last day on which it can be used. Past it a coupon has expired, whatever its state says. */
  readonly validUntilDay: Day
  /** How often it can be used in all: a month's quota is one coupon of many uses, every other has one. */
  readonly uses: number
  readonly used: number
  /** `used` when no use is left. */
  readonly state: 'usable' | 'used'
  /** The day of its last use. */
  readonly usedOn: Day | null
} & CouponWorth

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
  const { benefitId, name, period, perk, coupons, usesOfEach, validFrom, validUntil } = basis
  return Array.from({ length: coupons }, (_, place) => ({
    _id: coupons === 1 ? _id : `${_id}:${place + 1}`,
    schemaVersion: 1,
    member,
    benefitId,
    name,
    period,
    requirement: perk.requirement,
    stacking: perk.stacking,
    grantedOn: day,
    validFrom,
    validUntilDay: validUntil,
    uses: usesOfEach,
    used: 0,
    state: 'usable',
    usedOn: null,
    ...worthOf(perk),
  }))
}

function worthOf(perk: GivenPerk): CouponWorth {
  switch (perk.of) {
    case 'voucher':
      return { kind: 'voucher', amountFen: perk.amountFen }
    case 'freeShippingCoupon':
    case 'freeShippingQuota':
      return { kind: 'freeShipping' }
    case 'birthdayDiscount':
      return { kind: 'birthdayDiscount', rateBp: perk.rateBp }
  }
}
