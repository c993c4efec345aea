import { nextLook, type Payment } from '@shared/rules/payments/payment'
import { duePayments, setPaymentDue } from '../../database/payments'
import type { TimerWork } from '../../runtime/serveTimer'
import { closePayment } from './closePayment'
import { deskOf, type PayDesk } from './desk'
import { inSlices } from './inSlices'
import { ownerOf } from './owners'
import { settlePayment } from './settlePayment'

/** So long after its time a payment is waited for whose end WeChat does not tell; should it be paid, it goes back. */
const WECHAT_SILENT_MS = 15 * 60_000

/**
 * Looks after payments whose notice may be lost, and ends those that nobody made in time: they are closed at WeChat, and
 * what was held for them is free again.
 */
export const settlePayments: TimerWork = async (run) => {
  const desk = deskOf(run)
  const open = await inSlices(
    run,
    (limit) => duePayments(run.cloud, 'open', run.at, limit),
    (payment) => (run.at < payment.expiresAt ? lookAfter(desk, payment) : end(desk, payment)),
    (payment) => setPaymentDue(run.cloud, payment, nextLook(payment, run.at)),
  )
  const closed = await inSlices(
    run,
    (limit) => duePayments(run.cloud, 'closed', run.at, limit),
    (payment) => tellClosed(desk, payment),
    (payment) => setPaymentDue(run.cloud, payment, nextLook(payment, run.at)),
  )
  return { open, closed }
}

async function lookAfter(desk: PayDesk, payment: Payment): Promise<void> {
  await settlePayment(desk, payment._id)
  await setPaymentDue(desk.cloud, payment, nextLook(payment, desk.at))
}

async function end(desk: PayDesk, payment: Payment): Promise<void> {
  const ended = await closePayment(desk, payment)
  if (ended === 'paid') return
  const isSilent = ended === 'unknown' && desk.at < payment.expiresAt + WECHAT_SILENT_MS
  if (isSilent) return setPaymentDue(desk.cloud, payment, nextLook(payment, desk.at))
  await ownerOf(payment).lapsed(desk, await desk.settings(), payment, 'expired')
}

/** Whoever cancelled may not have reached WeChat; and one that WeChat had not heard of then may be asked for after. */
async function tellClosed(desk: PayDesk, payment: Payment): Promise<void> {
  const ended = await closePayment(desk, payment)
  if (ended === 'paid') return
  const isOver = ended === 'closed' || (ended === 'unheardOf' && desk.at >= payment.expiresAt)
  await setPaymentDue(desk.cloud, payment, isOver ? 0 : nextLook(payment, desk.at))
}
