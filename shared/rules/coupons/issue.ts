import { addDays, addMonths, endOfMonth, monthOf, type Day } from '@shared/kernel/day'
import { ok, refuse, type Result } from '@shared/kernel/result'
import { newCoupon, type Coupon, type CouponCause } from './coupon'
import { isSoldOut, type CouponAudience, type CouponTemplate, type Validity } from './template'

/** What issuing asks about a member. */
export interface Receiver {
  readonly member: string
  /** Null while the levels are off. */
  readonly levelId: string | null
  readonly birthday: Day | null
}

/** How a coupon of a template comes to a member. */
export type IssueCause = Extract<CouponCause, { id: string }>

/** Why a member gets none. */
export type IssueRefusal =
  | { readonly code: 'COUPON_TEMPLATE_OFF' | 'COUPON_NOT_CLAIMABLE' | 'COUPON_SOLD_OUT' }
  | { readonly code: 'COUPON_NOT_FOR_LEVEL' | 'COUPON_NEEDS_BIRTHDAY' }
  | { readonly code: 'COUPON_LIMIT'; readonly limit: number }
  | { readonly code: 'COUPON_TEMPLATE_OVER'; readonly validUntil: Day }

/** The coupon that a cause has given already; undefined when it has not. */
export function givenBy(cause: IssueCause, held: readonly Coupon[]): Coupon | undefined {
  return held.find((coupon) => 'id' in coupon.cause && coupon.cause.id === cause.id)
}

/**
 * The coupon that a member gets of a template, with the template's terms as its own. Its id names the template, the
 * member and the first number that is free, so that no two calls at once give more than the limit: one of them finds the
 * number taken. `held` is all that the member ever had of the template.
 */
export function issueCoupon(
  template: CouponTemplate,
  receiver: Receiver,
  held: readonly Coupon[],
  cause: IssueCause,
  today: Day,
): Result<Coupon, IssueRefusal> {
  const refusal = whyNone(template, receiver, held, cause)
  if (refusal) return refuse(refusal)
  const days = daysOf(template.validity, receiver.birthday, today)
  if (!days.ok) return days
  const { _id, name, takesOff, goods, requirement, stacking, audience } = template
  return ok(
    newCoupon({
      _id: freeId(_id, receiver.member, held),
      member: receiver.member,
      cause,
      template: _id,
      reservation: null,
      name,
      takesOff,
      goods,
      requirement,
      stacking,
      levels: audience.of === 'levels' ? audience.levels : null,
      grantedOn: today,
      ...days.value,
      uses: 1,
    }),
  )
}

function whyNone(
  template: CouponTemplate,
  receiver: Receiver,
  held: readonly Coupon[],
  cause: IssueCause,
): IssueRefusal | null {
  const { isOn, claimable, audience, perMember } = template
  if (!isOn) return { code: 'COUPON_TEMPLATE_OFF' }
  if (cause.of === 'claimed' && !claimable) return { code: 'COUPON_NOT_CLAIMABLE' }
  if (!isInAudience(audience, receiver)) return { code: 'COUPON_NOT_FOR_LEVEL' }
  if (held.length >= perMember) return { code: 'COUPON_LIMIT', limit: perMember }
  return isSoldOut(template) ? { code: 'COUPON_SOLD_OUT' } : null
}

/** Whom a template is for: the one place that knows. */
function isInAudience(audience: CouponAudience, { levelId }: Receiver): boolean {
  switch (audience.of) {
    case 'everyone':
      return true
    case 'levels':
      return levelId !== null && audience.levels.includes(levelId)
  }
}

type Days = Pick<Coupon, 'validFrom' | 'validUntilDay'>

/** The days on which a coupon that is issued today can be used. */
export function daysOf(validity: Validity, birthday: Day | null, today: Day): Result<Days, IssueRefusal> {
  switch (validity.of) {
    case 'dates': {
      const { from, to } = validity
      return to < today
        ? refuse({ code: 'COUPON_TEMPLATE_OVER', validUntil: to })
        : ok({ validFrom: from < today ? today : from, validUntilDay: to })
    }
    case 'days':
      return ok({ validFrom: today, validUntilDay: addDays(today, validity.days - 1) })
    case 'birthdayMonth':
      return birthday === null
        ? refuse({ code: 'COUPON_NEEDS_BIRTHDAY' })
        : ok(birthdayMonth(birthday, today))
  }
}

function birthdayMonth(birthday: Day, today: Day): Days {
  const month = birthday.slice(5, 7)
  if (month === today.slice(5, 7)) return { validFrom: today, validUntilDay: endOfMonth(today) }
  let first = `${monthOf(today)}-01`
  do first = addMonths(first, 1)
  while (first.slice(5, 7) !== month)
  return { validFrom: first, validUntilDay: endOfMonth(first) }
}

function freeId(template: string, member: string, held: readonly Coupon[]): string {
  const taken = new Set(held.map(({ _id }) => _id))
  const idOf = (number: number) => `coupon:${template}:${member}:${number}`
  let number = 1
  while (taken.has(idOf(number))) number += 1
  return idOf(number)
}
