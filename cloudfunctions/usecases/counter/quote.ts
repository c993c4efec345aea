import { ok, refuse } from '@shared/kernel/result'
import { settle } from '@shared/rules/account/settle'
import { counterQuote } from '@shared/rules/counter/charge'
import { takenFen } from '@shared/rules/counter/counterSale'
import { counterQuoteFace } from '@shared/rules/counter/face'
import { seenOf } from '@shared/rules/quote/sameQuote'
import { readShelf } from '../../database/coupons'
import { getByIds } from '../../database/documentAccess'
import type { Coupon } from '@shared/rules/coupons/coupon'
import { readAccount } from '../../database/members'
import type { UseCase } from '../../runtime/call'
import { billLines, readGoods } from './bill'
import { couponChoices, MOST_COUPONS } from './coupons'
import { chargeRefusal } from './refusals'
import { readVisit } from './visit'

export const quote: UseCase<'counter.quote'> = async (call, { visit, lines, choices }) => {
  const { cloud, today, at } = call
  const open = readVisit(visit, call, at)
  if (!open) return refuse({ code: 'COUNTER_VISIT_OVER' })
  const { member } = open
  const [found, products, shelf, chosen, settings] = await Promise.all([
    readAccount(cloud, member),
    readGoods(cloud, lines),
    readShelf(cloud, member, 'usable', today, undefined, MOST_COUPONS),
    getByIds<Coupon>(cloud, 'coupons', choices.coupons),
    call.settings(),
  ])
  if (!found) throw new Error('a visit is of a member')
  const account = settle(found, today, settings, at)
  const cart = billLines(lines, products, account, settings, at)
  if (!cart.ok) return cart
  const coupons = withChosen(
    shelf,
    chosen.filter((coupon) => coupon.member === member),
  )
  const made = counterQuote(account, cart.value, coupons, choices, settings, today)
  if (!made.ok) return refuse(chargeRefusal(made.error))
  const { confirmAboveFen } = settings.counter
  return ok({
    quote: counterQuoteFace(made.value),
    seen: seenOf(made.value),
    coupons: couponChoices(account, cart.value, coupons, choices, settings, today),
    points: {
      have: account.balances.points,
      most: made.value.points.most,
      step: settings.points.toCash.step,
      minimum: settings.points.toCash.minimum,
    },
    needsConfirmation: confirmAboveFen !== null && takenFen(made.value) > confirmAboveFen,
  })
}

/** Those that were chosen are among them, also where a member has more than are shown. */
function withChosen(shelf: readonly Coupon[], chosen: readonly Coupon[]): readonly Coupon[] {
  const shown = new Set(shelf.map(({ _id }) => _id))
  return [...shelf, ...chosen.filter(({ _id }) => !shown.has(_id))]
}
