import { serveTimer } from '../runtime/serveTimer'
import { expireCoupons, remindOfCoupons } from '../usecases/coupons/dueCoupons'
import { forgetTries } from '../usecases/giftCards/batchTimers'
import { expireCards } from '../usecases/giftCards/expireCards'
import { settleDue } from '../usecases/member/settleDue'
import { forgetNonces } from '../usecases/orderIntake/forgetNonces'
import { reconcileBills } from '../usecases/payments/reconcileBills'
import { receiveDue } from '../usecases/shopOrders/receiveDue'

/** Nonces that nobody can use any more; and what falls due by the business day: hourly, since nobody says in which zone the platform reads a daily trigger. */
export const main = serveTimer('hourly', {
  settleDue,
  expireCoupons,
  remindOfCoupons,
  receiveDue,
  expireCards,
  forgetNonces,
  forgetTries,
  reconcileBills,
})
