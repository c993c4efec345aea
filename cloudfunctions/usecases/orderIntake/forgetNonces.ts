import { forgetNonces as forget } from '../../database/intakeKeys'
import type { TimerWork } from '../../runtime/serveTimer'

/** Forgets nonces that no signed request can carry any more, by the index on their end. */
export const forgetNonces: TimerWork = async ({ cloud, at }) => ({ forgotten: await forget(cloud, at) })
