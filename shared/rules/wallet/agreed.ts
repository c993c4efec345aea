import type { Day } from '@shared/kernel/day'
import type { Words } from '@shared/kernel/words'
import type { CouponTemplate, Validity } from '../coupons/template'
import type { CouponTerms } from '../coupons/terms'
import { canBeGiven } from './giftCoupons'
import type { Gift, TopUpTerms } from './plans'

/** Coupons that come with a top-up, with the terms of their template as they were agreed to. */
export interface AgreedCoupons extends CouponTerms {
  readonly templateId: string
  readonly count: number
  readonly validity: Validity
}

/** What a member agreed to, whole: what their payment brings, whatever becomes of plans and templates meanwhile. */
export interface AgreedTerms extends TopUpTerms {
  /** Null for an amount of the member's own. */
  readonly planName: Words | null
  readonly coupons: readonly AgreedCoupons[]
  /** The version of the agreement that they agreed to. */
  readonly agreement: string
}

/**
 * The coupons of a gift as they can be given today. One whose template is gone, off, over or bound to a birthday is left
 * out: nobody is shown it, so nobody is promised it.
 */
export function agreedCoupons(
  { coupons }: Pick<Gift, 'coupons'>,
  templates: ReadonlyMap<string, CouponTemplate>,
  today: Day,
): readonly AgreedCoupons[] {
  return coupons.flatMap(({ templateId, count }) => {
    const template = templates.get(templateId)
    if (!template || !canBeGiven(template, today)) return []
    const { name, takesOff, goods, requirement, stacking, audience, validity } = template
    const levels = audience.of === 'levels' ? audience.levels : null
    return [{ templateId, count, validity, name, takesOff, goods, requirement, stacking, levels }]
  })
}
