import { availableParallelism } from 'node:os'
import { parseArgs } from 'node:util'

export interface SimulationOptions {
  readonly seed: number
  readonly operations: number
  /** Only this part of the run: where a failure was. */
  readonly episode: number | undefined
  readonly processes: number
}

export const USAGE = 'npm run sim -- [--seed 1] [--ops 200000] [--episode K] [--processes N]'

/** Reads the command line. Throws with what is wrong in words. */
export function readOptions(args: readonly string[]): SimulationOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      seed: { type: 'string', default: '1' },
      ops: { type: 'string', default: '200000' },
      episode: { type: 'string' },
      processes: { type: 'string', default: String(availableParallelism()) },
    },
  })
  return {
    seed: wholeNumber('--seed', values.seed, 0),
    operations: wholeNumber('--ops', values.ops, 1),
    episode: values.episode === undefined ? undefined : wholeNumber('--episode', values.episode, 0),
    processes: wholeNumber('--processes', values.processes, 1),
  }
}

function wholeNumber(name: string, text: string, least: number): number {
  const number = Number(text.replaceAll(/[_,]/g, '') || NaN)
  if (!Number.isSafeInteger(number) || number < least)
    throw new Error(`${name} takes whole numbers from ${least}, not ${text}`)
  return number
}
