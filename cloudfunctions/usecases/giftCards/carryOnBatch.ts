import { ok, refuse } from '@shared/kernel/result'
import { readBatch } from '../../database/giftBatches'
import type { UseCase } from '../../runtime/call'
import { batchFace } from './batchFace'
import { makeCards } from './makeCards'

/** Some seconds of work: whoever waits sees it move. */
const SLICES_A_CALL = 2

export const carryOnBatch: UseCase<'giftCards.carryOnBatch'> = async (call, { id }) => {
  const [batch, { giftCards }] = await Promise.all([readBatch(call.cloud, id), call.settings()])
  if (!batch) return refuse({ code: 'GIFT_BATCH_NOT_FOUND' })
  let slices = 0
  const made = await makeCards(call.cloud, call.secret, batch, () => slices++ < SLICES_A_CALL)
  return ok({ batch: batchFace(made, giftCards) })
}
