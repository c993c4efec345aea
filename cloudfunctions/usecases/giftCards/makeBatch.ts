import { ok, refuse } from '@shared/kernel/result'
import { impossibleBatch } from '@shared/rules/giftCards/batch'
import { insertBatch, readBatch, type BatchDocument } from '../../database/giftBatches'
import type { UseCase } from '../../runtime/call'
import { batchFace } from './batchFace'
import { freshSettings } from './freshSettings'
import { batchIdOf } from './ids'

/** The batch has the call for its id: a retry is answered with it, however far it has come by then. */
export const makeBatch: UseCase<'giftCards.makeBatch'> = async (call, rules) => {
  const { cloud, memberId, at } = call
  const { giftCards, wallet } = await freshSettings(call)
  const _id = batchIdOf(call)
  const earlier = await readBatch(cloud, _id)
  if (earlier) return ok({ batch: batchFace(earlier, giftCards) })
  const reasons = impossibleBatch(rules, giftCards, wallet.prepaid).map(({ reason }) => reason)
  if (reasons.length > 0) {
    const why = {
      zh: reasons.map(({ zh }) => zh).join('；'),
      en: reasons.map(({ en }) => en).join('; '),
    }
    return refuse({ code: 'GIFT_BATCH_IMPOSSIBLE', data: { why } })
  }
  const batch: BatchDocument = {
    _id,
    schemaVersion: 1,
    ...rules,
    state: 'making',
    made: 0,
    exported: null,
    exportId: null,
    createdAt: at,
    createdBy: `staff:${memberId}`,
  }
  await insertBatch(cloud, batch)
  return ok({ batch: batchFace(batch, giftCards) })
}
