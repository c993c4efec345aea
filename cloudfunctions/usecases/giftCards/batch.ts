import { ok, refuse } from '@shared/kernel/result'
import { batchFigures } from '@shared/rules/giftCards/batch'
import type { CardState } from '@shared/rules/giftCards/card'
import { readBatch } from '../../database/giftBatches'
import { countCards } from '../../database/giftCards'
import type { UseCase } from '../../runtime/call'
import { batchFace } from './batchFace'

/** Those that a printed card can be in beside `draft`, which is what is left. */
const COUNTED = ['paid', 'shared', 'claimed', 'expired', 'voided'] as const satisfies readonly CardState[]

export const batch: UseCase<'giftCards.batch'> = async (call, { id }) => {
  const { cloud } = call
  const [found, { giftCards }] = await Promise.all([readBatch(cloud, id), call.settings()])
  if (!found) return refuse({ code: 'GIFT_BATCH_NOT_FOUND' })
  const counts = await Promise.all(
    COUNTED.map(async (state) => [state, await countCards(cloud, id, state)] as const),
  )
  return ok({
    batch: batchFace(found, giftCards),
    figures: batchFigures(found, Object.fromEntries(counts)),
  })
}
