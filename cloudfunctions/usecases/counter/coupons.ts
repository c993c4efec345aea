import type { OutputOf } from '@shared/contracts'
import type { Account } from '@shared/rules/account/account'
import { counterQuote } from '@shared/rules/counter/charge'
import type { Coupon } from '@shared/rules/coupons/coupon'
import { couponFace } from '@shared/rules/coupons/face'
import type { CartLine } from '@shared/rules/quote/cart'
import type { Choices } from '@shared/rules/quote/quote'
import type { Settings } from '@shared/rules/settings/settings'

/** More coupons than these nobody looks through at a till; those that lapse first are shown. */
export const MOST_COUPONS = 50

/** Each coupon with what it takes off beside those chosen; of a chosen one what would be dearer without it. */
export function couponChoices(
  account: Account,
  lines: readonly CartLine[],
  coupons: readonly Coupon[],
  choices: Choices,
  settings: Settings,
  today: string,
): OutputOf<'counter.quote'>['coupons'] {
  const payable = (ids: readonly string[]): number | null => {
    // What points take off has its own cap, which a coupon moves: compared without them.
    const alone: Choices = { coupons: ids, points: 0, balance: { of: 'none' } }
    const made = counterQuote(account, lines, coupons, alone, settings, today)
    return made.ok ? made.value.payableFen : null
  }
  const nowFen = payable(choices.coupons)
  return coupons.map((coupon) => {
    const { _id } = coupon
    const isChosen = choices.coupons.includes(_id)
    const others = choices.coupons.filter((id) => id !== _id)
    const otherwiseFen = payable(isChosen ? others : [...choices.coupons, _id])
    const offFen = otherwiseFen === null || nowFen === null ? null : Math.abs(nowFen - otherwiseFen)
    return { id: _id, coupon: couponFace(coupon, today, settings.tiers), isChosen, offFen }
  })
}
