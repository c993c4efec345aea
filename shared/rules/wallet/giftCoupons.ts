import type { Day } from '@shared/kernel/day'
import type { Words } from '@shared/kernel/words'
import { daysOf } from '../coupons/issue'
import type { CouponTemplate } from '../coupons/template'
import { worthWords } from '../coupons/words'
import type { Gift } from './plans'
import type { WalletSettings } from './settings'

/** A coupon that can come with a top-up: on, not over, and not bound to a birthday, which not everybody has told. */
export const canBeGiven = (template: CouponTemplate, today: Day): boolean =>
  template.isOn && daysOf(template.validity, null, today).ok

/** The coupons that can come with a top-up, to choose from. */
export function giftChoices(templates: readonly CouponTemplate[], today: Day) {
  return templates
    .filter((template) => canBeGiven(template, today))
    .map(({ _id, name, takesOff }) => ({ id: _id, name, worth: worthWords(takesOff) }))
}

/** Why the coupons of the settings cannot all be given: each plan or bracket that names one that can't. */
export function impossibleGiftCoupons(
  { plans, anyAmount }: Pick<WalletSettings, 'plans' | 'anyAmount'>,
  templates: ReadonlyMap<string, CouponTemplate>,
  today: Day,
): readonly Words[] {
  const isWrong = ({ coupons }: Gift): boolean =>
    coupons.some(({ templateId }) => {
      const template = templates.get(templateId)
      return !template || !canBeGiven(template, today)
    })
  const wrongPlans = plans.filter(({ isOn, gift }) => isOn && isWrong(gift))
  return [
    ...wrongPlans.map(({ name }) => ({
      zh: `“${name.zh}”赠送的优惠券已停用、过期或只在生日月有效，不能随储值赠送`,
      en: `A coupon of "${name.en}" is off, over or for birthdays only, so it cannot come with a top-up`,
    })),
    ...((anyAmount?.brackets ?? []).some(({ gift }) => isWrong(gift))
      ? [
          {
            zh: '任意金额赠送的优惠券已停用、过期或只在生日月有效，不能随储值赠送',
            en: "A coupon of the amounts of one's own is off, over or for birthdays only, so it cannot come with a top-up",
          },
        ]
      : []),
  ]
}
