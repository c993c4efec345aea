import type { OutputOf } from '@shared/contracts'
import type { GiftCardSettings } from '@shared/rules/giftCards/settings'
import type { BatchDocument } from '../../database/giftBatches'
import { designFace } from './faces'

/** A batch as the people of the shop see it. */
export function batchFace(
  { _id, name, designId, principalFen, bonusFen, count, made, state, createdAt, exported }: BatchDocument,
  designs: Pick<GiftCardSettings, 'designs'>,
): OutputOf<'giftCards.batch'>['batch'] {
  const design = designFace(designs, designId)
  const exportedAt = exported?.at ?? null
  return { id: _id, name, design, principalFen, bonusFen, count, made, state, createdAt, exportedAt }
}
