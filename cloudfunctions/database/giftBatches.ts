import type { Batch } from '@shared/rules/giftCards/batch'
import type { Cloud } from './cloud'
import { getById, insert } from './documentAccess'
import { lost, untilWon } from './retry'
import { untilAnswered } from './untilAnswered'
import { changedFields, wholeFields } from './wholeFields'

/** A batch at rest: when and by whom it was begun, and the export that has its codes. */
export interface BatchDocument extends Batch {
  readonly createdAt: number
  readonly createdBy: string
  readonly exportId: string | null
}

export function readBatch(cloud: Cloud, id: string): Promise<BatchDocument | null> {
  return getById<BatchDocument>(cloud, 'giftBatches', id)
}

/** Puts a batch in; one that is there already stays as it is. */
export async function insertBatch(cloud: Cloud, batch: BatchDocument): Promise<void> {
  await insert(cloud, 'giftBatches', batch)
}

export async function latestBatches({ db }: Cloud, limit: number): Promise<BatchDocument[]> {
  const { data } = await db.collection('giftBatches').orderBy('createdAt', 'desc').limit(limit).get()
  return data as BatchDocument[]
}

/** Batches whose cards are not all in yet, the oldest first. */
export async function batchesUnderWay({ db }: Cloud, limit: number): Promise<BatchDocument[]> {
  const { data } = await db
    .collection('giftBatches')
    .where({ state: 'making' })
    .orderBy('createdAt', 'asc')
    .limit(limit)
    .get()
  return data as BatchDocument[]
}

/** Changes a batch, decided anew when somebody else changed it first; null where there is none. */
export function changeBatch(
  cloud: Cloud,
  id: string,
  decide: (batch: BatchDocument) => BatchDocument,
): Promise<BatchDocument | null> {
  return untilWon(cloud, async () => {
    const batch = await readBatch(cloud, id)
    if (!batch) return null
    const next = decide(batch)
    if (next === batch) return batch
    const { state, made } = batch
    const { updated } = (await untilAnswered(cloud, () =>
      cloud.db
        .collection('giftBatches')
        .where({ _id: id, state, made })
        .update(wholeFields(cloud.db, changedFields(batch, next))),
    )) as { updated: number }
    return updated === 1 ? next : lost
  })
}
