import { alarmOf } from '@shared/rules/giftCards/alarm'
import { forgetTries as forget, putAlarm, readAlarm, wrongMinutes } from '../../database/cardTries'
import { batchesUnderWay } from '../../database/giftBatches'
import type { TimerWork } from '../../runtime/serveTimer'
import { makeCards } from './makeCards'

const BATCHES_A_RUN = 3
/** Of the minute's time, so that what comes after has its turn as well. */
const KEPT_BACK_MS = 12_000

/** Carries on batches that nobody waits for any more. */
export const makeBatches: TimerWork = async ({ cloud, secret, hasTime }) => {
  let made = 0
  for (const batch of await batchesUnderWay(cloud, BATCHES_A_RUN)) {
    const after = await makeCards(cloud, secret, batch, () => hasTime(KEPT_BACK_MS))
    made += after.made - batch.made
  }
  return { made }
}

/** Raises an alarm when so many wrong codes were tried by all people together that somebody must be guessing. */
export const watchWrongCodes: TimerWork = async ({ cloud, at, alert }) => {
  const [minutes, last] = await Promise.all([wrongMinutes(cloud, at), readAlarm(cloud)])
  const alarm = alarmOf(minutes, last?.at ?? null, at)
  if (!alarm) return { alarms: 0 }
  await putAlarm(cloud, alarm, at)
  const since = new Date(alarm.since).toISOString()
  alert(new Error(`somebody may be guessing codes of gift cards: ${alarm.wrong} wrong ones since ${since}`))
  return { alarms: 1 }
}

/** Forgets tries that count no more. */
export const forgetTries: TimerWork = async ({ cloud, at }) => ({ forgotten: await forget(cloud, at) })
