import { Format, SingleBar } from 'cli-progress'
import type { ImportTotals } from './importOrders'

export interface Progress {
  readonly show: (totals: ImportTotals) => void
  readonly wait: (why: Error) => void
  readonly stop: () => void
}

/** A bar on a terminal; a line every five seconds where there is none. Goes to stderr, so that stdout is the result. */
export function progressBar(orders: number): Progress {
  const startedAt = Date.now()
  const bar = new SingleBar({
    format: '{bar} {percentage}% | {value}/{total} orders | {pace}/s | {state}',
    barCompleteChar: '█',
    barIncompleteChar: '░',
    formatBar: Format.BarFormat,
    hideCursor: true,
    stream: process.stderr,
    noTTYOutput: true,
    notTTYSchedule: 5_000,
  })
  bar.start(orders, 0, { pace: '–', state: 'starting' })
  return {
    show: ({ done, alreadyIn }) => {
      const seconds = Math.max((Date.now() - startedAt) / 1000, 0.001)
      bar.update(done, { pace: Math.round(done / seconds), state: `${alreadyIn} were in already` })
    },
    wait: (why) => bar.update({ state: `waiting: ${why.message}` }),
    stop: () => bar.stop(),
  }
}
