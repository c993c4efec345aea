import { dueRefunds } from '../../database/refunds'
import type { TimerWork } from '../../runtime/serveTimer'
import { askRefund } from './askRefund'
import { deskOf } from './desk'
import { inSlices } from './inSlices'
import { tryLater } from './refundAnswer'

/** Asks WeChat for the refunds that are due, and about those that it has under way. */
export const askRefunds: TimerWork = async (run) => {
  const desk = deskOf(run)
  const dueIn = (state: 'asked' | 'processing') =>
    inSlices(
      run,
      (limit) => dueRefunds(run.cloud, state, run.at, limit),
      ({ _id }) => askRefund(desk, _id),
      (refund) => tryLater(desk, refund, FAULT_HERE),
    )
  return { asked: await dueIn('asked'), processing: await dueIn('processing') }
}

const FAULT_HERE = { code: 'FAULT', message: 'a fault here: see the log' }
