import { asTriedInVain } from '@shared/rules/payments/refund'
import { dueRefunds, moveRefund } from '../../database/refunds'
import type { TimerWork } from '../../runtime/serveTimer'
import { askRefund } from './askRefund'
import { deskOf } from './desk'
import { inSlices } from './inSlices'

/** Asks WeChat for the refunds that are due, and about those that it has under way. */
export const askRefunds: TimerWork = async (run) => {
  const desk = deskOf(run)
  const dueIn = (state: 'asked' | 'processing') =>
    inSlices(
      run,
      (limit) => dueRefunds(run.cloud, state, run.at, limit),
      ({ _id }) => askRefund(desk, _id),
      (refund) => moveRefund(run.cloud, refund, asTriedInVain(refund, 'a fault here: see the log', run.at)),
    )
  return { asked: await dueIn('asked'), processing: await dueIn('processing') }
}
