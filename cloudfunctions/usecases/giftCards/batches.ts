import { ok } from '@shared/kernel/result'
import { readAlarm } from '../../database/cardTries'
import { latestBatches } from '../../database/giftBatches'
import type { UseCase } from '../../runtime/call'
import { batchFace } from './batchFace'

const SHOWN = 50

export const batches: UseCase<'giftCards.batches'> = async (call) => {
  const { cloud } = call
  const [found, alarm, { giftCards }] = await Promise.all([
    latestBatches(cloud, SHOWN),
    readAlarm(cloud),
    call.settings(),
  ])
  return ok({
    batches: found.map((batch) => batchFace(batch, giftCards)),
    alarm: alarm && { at: alarm.at, wrong: alarm.wrong, since: alarm.since },
  })
}
