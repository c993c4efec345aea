import { randomUUID } from 'node:crypto'
import type { Cloud } from '../database/cloud'
import type { SettingsReader } from '../database/settings'
import type { Shipping } from '../wechat/shipping/shipping'
import { environment } from './environment'
import { identityOf, isTimer } from './identity'
import { logCall, logFault } from './log'
import { paymentsOf, type PaymentsOf } from './payments'
import { inWords } from './refusal'
import { instanceShipping } from './instanceShipping'

/** What a timer's work is given. */
export interface TimerRun {
  readonly cloud: Cloud
  readonly at: number
  /** Of the shop: for what is made of it. */
  readonly secret: string
  readonly settings: SettingsReader
  readonly payments: PaymentsOf
  /** Whether another slice may be taken up, with this much time kept back; if not, the next run goes on. */
  readonly hasTime: (keptBackMs?: number) => boolean
  /** Raises an alert about something that a person must look at. */
  readonly alert: (error: unknown) => void
  /** Where WeChat is told what was shipped; null when the shop has not set that up. */
  readonly shipping: () => Shipping | null
}

/** One piece of a timer's work; answers what it did, for the log. Safe to repeat and to stop anywhere. */
export type TimerWork = (run: TimerRun) => Promise<Record<string, number>>

const BUDGET_MS = 40_000

/**
 * The entry point of a timer function. Refuses everybody but the platform's timer. One piece of work that fails is
 * logged and does not keep the others from theirs; the call then fails, so that the platform runs it again.
 */
export function serveTimer(name: string, works: Readonly<Record<string, TimerWork>>) {
  return async (_event: unknown, context: object): Promise<unknown> => {
    const requestId = randomUUID()
    if (!isTimer(identityOf(context)))
      return { ok: false, error: inWords({ code: 'NOT_ALLOWED_HERE' }, 'zh') }
    const { cloud, settings, secret } = environment()
    const at = Date.now()
    const done: Record<string, Record<string, number>> = {}
    const failed: string[] = []
    for (const [work, run] of Object.entries(works)) {
      try {
        done[work] = await run({
          cloud,
          at,
          secret,
          settings,
          payments: paymentsOf,
          hasTime: (keptBackMs = 0) => Date.now() < at + BUDGET_MS - keptBackMs,
          alert: (error) => logFault(`${name}.${work}`, requestId, error),
          shipping: instanceShipping,
        })
      } catch (error) {
        logFault(`${name}.${work}`, requestId, error)
        failed.push(work)
      }
    }
    logCall({ action: name, requestId, outcome: failed.length ? 'failed' : 'ok', ms: Date.now() - at })
    if (failed.length) throw new Error(`${name}: ${failed.join(', ')} failed (${requestId})`)
    return { ok: true, value: done }
  }
}
