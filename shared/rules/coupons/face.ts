import type { Day } from '@shared/kernel/day'
import type { Words } from '@shared/kernel/words'
import type { TierProgram } from '../tiers/program'
import { hasExpired, usesLeft, type Coupon } from './coupon'
import type { CouponRules } from './template'
import type { TakesOff } from './terms'
import { causeWords, daysWords, termsWords, validityWords, worthWords } from './words'

export type CouponStanding = 'usable' | 'upcoming' | 'inOrder' | 'used' | 'expired' | 'voided'

/** A coupon as people read it. */
export interface CouponFace {
  id: string
  kind: TakesOff['kind']
  name: Words
  worth: Words
  standing: CouponStanding
  usesLeft: number
  uses: number
  validFrom: Day
  validUntil: Day
  usedOn: Day | null
  voidedBecause: string | null
  /** Everything that using it asks for. */
  terms: Words[]
  /** What it came from. */
  from: Words
}

export function couponFace(coupon: Coupon, today: Day, tiers: TierProgram): CouponFace {
  const { _id, takesOff, name, validFrom, validUntilDay, uses, usedBy, voided, cause, grantedOn } = coupon
  return {
    id: _id,
    kind: takesOff.kind,
    name,
    worth: worthWords(takesOff),
    standing: standingOf(coupon, today),
    usesLeft: usesLeft(coupon),
    uses,
    validFrom,
    validUntil: validUntilDay,
    usedOn:
      usedBy
        .map(({ day }) => day)
        .sort()
        .at(-1) ?? null,
    voidedBecause: voided?.reason ?? null,
    terms: [daysWords(validFrom, validUntilDay), ...termsWords(coupon, tiers)],
    from: causeWords(cause, grantedOn, tiers),
  }
}

function standingOf(coupon: Coupon, today: Day): CouponStanding {
  if (hasExpired(coupon, today)) return 'expired'
  switch (coupon.state) {
    case 'issued':
      return today < coupon.validFrom ? 'upcoming' : 'usable'
    case 'locked':
      return 'inOrder'
    case 'used':
    case 'expired':
    case 'voided':
      return coupon.state
  }
}

/** A template as people read it before a coupon of it is issued. */
export interface TemplateFace {
  id: string
  kind: TakesOff['kind']
  name: Words
  worth: Words
  terms: Words[]
  validity: Words
}

export function templateFace(id: string, rules: CouponRules, tiers: TierProgram): TemplateFace {
  const { takesOff, name, audience, validity } = rules
  const levels = audience.of === 'levels' ? audience.levels : null
  return {
    id,
    kind: takesOff.kind,
    name,
    worth: worthWords(takesOff),
    terms: [...termsWords({ ...rules, levels }, tiers)],
    validity: validityWords(validity),
  }
}
