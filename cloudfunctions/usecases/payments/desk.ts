import { dayOf } from '@shared/kernel/businessDay'
import type { Call } from '../../runtime/call'
import type { TimerRun } from '../../runtime/serveTimer'

/** What is needed to talk with WeChat Pay about money and to book it: a call has it, a notice has it, a timer has it. */
export type PayDesk = Pick<Call, 'cloud' | 'at' | 'today' | 'settings' | 'payments' | 'alert'>

export function deskOf({ cloud, at, settings, payments, alert }: TimerRun): PayDesk {
  return { cloud, at, today: dayOf(at), settings: () => settings(at), payments, alert }
}
