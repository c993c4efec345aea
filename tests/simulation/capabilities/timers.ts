import { must } from '../operation'
import type { TimerName } from '../platform/functions'
import type { Capability, Command } from './command'

/** What a timer's function answers: what each of its works did. */
interface Run {
  readonly ok: boolean
  readonly value: Readonly<Record<string, Readonly<Record<string, number>>>>
}

function timer(name: TimerName, weight: number): Command {
  return {
    name: `timer.${name}`,
    weight,
    mayRest: true,
    draw: () => ({}),
    sends: () => ({ fn: name, event: { Type: 'Timer', TriggerName: name } }),
    begins: () => undefined,
    answered: (_shop, _input, answer) => {
      const { ok, value } = answer as Run
      must(ok, () => `${name} answers ${JSON.stringify(answer)}`)
      for (const [work, { differences = 0 }] of Object.entries(value)) {
        must(differences === 0, () => `${work} of ${name} found ${differences} differences`)
      }
    },
  }
}

export const timers: Capability = {
  commands: [timer('everyMinute', 0.8), timer('hourly', 0.8), timer('daily', 0.06)],
}
