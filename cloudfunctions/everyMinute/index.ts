import { serveTimer } from '../runtime/serveTimer'
import { auditUnderWay } from '../usecases/books/auditTimers'
import { drainTails } from '../usecases/books/drainTails'
import { giveUnderWay, settleReservations } from '../usecases/coupons/issueTimers'
import { makeBatches, watchWrongCodes } from '../usecases/giftCards/batchTimers'
import { recountBenefits, recountGrowth, recountTiers, recountWallets } from '../usecases/member/settleDue'
import { sendOutbox } from '../usecases/messages/sendOutbox'
import { refreshRollups } from '../usecases/overview/refreshRollups'
import { askRefunds } from '../usecases/payments/askRefunds'
import { settlePayments } from '../usecases/payments/settlePayments'
import { closeReservations } from '../usecases/shopOrders/closeReservations'

export const main = serveTimer('everyMinute', {
  // Somebody waits for it, or for what is held for it.
  settlePayments,
  askRefunds,
  closeReservations,
  // Before the tails are drained, so that whom it moves is in the journal and told of it within the same run.
  recountGrowth,
  recountTiers,
  recountBenefits,
  recountWallets,
  drainTails,
  giveUnderWay,
  settleReservations,
  makeBatches,
  watchWrongCodes,
  sendOutbox,
  refreshRollups,
  auditUnderWay,
})
