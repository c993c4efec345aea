import { addDays } from '@shared/kernel/day'
import type { Entry } from '../account/entry'
import { newCoupon, type Coupon } from '../coupons/coupon'

type Source = Pick<Entry, '_id' | 'member' | 'day' | 'basis'>

/** The coupons that came with a top-up, or that bonus became; none of other entries. The same entry makes the same ones. */
export function walletCouponsOf(entry: Source): readonly Coupon[] {
  switch (entry.basis.of) {
    case 'topUp':
      return withTopUp(entry, entry.basis)
    case 'bonusConverted':
      return ofBonus(entry, entry.basis)
    default:
      return []
  }
}

type BasisOf<Of extends Entry['basis']['of']> = Extract<Entry['basis'], { of: Of }>

/** Its template's total and limit were not asked: what a member paid for is theirs. */
function withTopUp({ _id, member, day }: Source, { coupons, topUpId }: BasisOf<'topUp'>): readonly Coupon[] {
  return coupons.flatMap(({ count, templateId, validUntil, ...terms }) =>
    Array.from({ length: count }, (_, place) =>
      newCoupon({
        ...terms,
        _id: `${_id}:${templateId}:${place + 1}`,
        member,
        cause: { of: 'topUp', topUpId },
        template: templateId,
        reservation: null,
        grantedOn: day,
        validUntilDay: validUntil,
        uses: 1,
      }),
    ),
  )
}

/** It was money: it goes with anything and asks for nothing. */
function ofBonus(
  { _id, member, day }: Source,
  { becomes, year }: BasisOf<'bonusConverted'>,
): readonly Coupon[] {
  if (becomes.of !== 'coupon') return []
  return [
    newCoupon({
      _id,
      member,
      cause: { of: 'yearEnd', year },
      template: null,
      reservation: null,
      name: { zh: '储值赠金转换券', en: 'Coupon of stored-value bonus' },
      takesOff: { kind: 'cashOff', amountFen: becomes.amountFen },
      goods: { of: 'all' },
      requirement: { of: 'none' },
      stacking: { withAutomatic: true, withCodes: true },
      levels: null,
      grantedOn: day,
      validFrom: day,
      validUntilDay: addDays(day, becomes.validDays - 1),
      uses: 1,
    }),
  ]
}
