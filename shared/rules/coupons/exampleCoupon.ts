import { newCoupon, type Coupon } from './coupon'
import type { CouponRules, CouponTemplate } from './template'

/* A template and a coupon, and how to speak of them in a test. */

export const RULES: CouponRules = {
  name: { zh: '满减券', en: 'Money off' },
  takesOff: { kind: 'cashOff', amountFen: 2_000 },
  goods: { of: 'all' },
  requirement: { of: 'minimumAmount', amountFen: 20_000 },
  stacking: { withAutomatic: true, withCodes: false },
  validity: { of: 'days', days: 30 },
  audience: { of: 'everyone' },
  perMember: 1,
  total: null,
  claimable: true,
  isOn: true,
}

export function templateOf(more: Partial<CouponTemplate> = {}): CouponTemplate {
  return {
    ...RULES,
    _id: 't1',
    schemaVersion: 1,
    version: 1,
    createdAt: 1,
    changedAt: 1,
    changedBy: 'staff:s1',
    issued: 0,
    reserved: [],
    reservedAt: null,
    ...more,
  }
}

export function couponOf(more: Partial<Pick<Coupon, 'uses' | '_id' | 'cause' | 'validFrom'>> = {}): Coupon {
  const { name, takesOff, goods, requirement, stacking } = RULES
  return newCoupon({
    _id: 'coupon:t1:m1:1',
    member: 'm1',
    cause: { of: 'claimed', id: 'claim:1' },
    template: 't1',
    reservation: 'r1',
    name,
    takesOff,
    goods,
    requirement,
    stacking,
    levels: null,
    grantedOn: '2026-06-01',
    validFrom: '2026-06-01',
    validUntilDay: '2026-06-30',
    uses: 1,
    ...more,
  })
}
