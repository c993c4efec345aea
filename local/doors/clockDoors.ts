import { z } from 'zod'
import { ClockBackwards, type StoreClock } from '../cloud/clock/storeClock'
import type { Timers } from '../cloud/timers/timers'
import { type Door, DoorError, json, jsonText, parseBody } from './door'
import { refuse } from './callFunctionDoors'

const DAY_MS = 86_400_000
/** Ten years of hourly runs take minutes; further is a slip of the finger. */
const MAX_DAYS = 3_660

const turnSchema = z.union([
  z.strictObject({ now: z.iso.datetime({ offset: true }) }),
  z.strictObject({ advanceDays: z.number().int().min(1).max(MAX_DAYS) }),
])

/** The store's time, and the timers that follow it. */
export function clockDoors(clock: StoreClock, timers: Timers): Door[] {
  return [
    { method: 'GET', path: '/local/clock', handle: () => json({ now: nowOf(clock) }) },
    {
      method: 'POST',
      path: '/local/clock',
      async handle(request) {
        const wanted = parseBody(request, turnSchema)
        const ran = await timers.turn((now) => instantOf(wanted, now)).catch(explainBackwards)
        return json({ now: nowOf(clock), ran })
      },
    },
    {
      method: 'POST',
      path: '/local/timers/*',
      async handle({ rest: name }) {
        if (!timers.has(name))
          throw new DoorError(404, 'NO_SUCH_TIMER', `No timer function is called ${name}`)
        return jsonText(`{"result":${await timers.runNow(name).catch(refuse)}}`)
      },
    },
  ]
}

function instantOf(wanted: z.infer<typeof turnSchema>, now: number): number {
  if ('advanceDays' in wanted) return now + wanted.advanceDays * DAY_MS
  const instant = Date.parse(wanted.now)
  if (instant - now > MAX_DAYS * DAY_MS)
    throw new DoorError(400, 'BAD_REQUEST', `now: at most ${MAX_DAYS} days ahead`)
  return instant
}

function explainBackwards(error: unknown): never {
  if (error instanceof ClockBackwards) throw new DoorError(400, 'CLOCK_BACKWARDS', error.message)
  throw error
}

function nowOf(clock: StoreClock): string {
  return new Date(clock.now()).toISOString()
}
