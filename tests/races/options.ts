import { parseArgs } from 'node:util'

export const USAGE = 'npm run races -- [--trials 50] [--only NAME]'

export interface RaceOptions {
  readonly trials: number
  readonly only: string | undefined
}

/** Reads the command line. Throws with what is wrong in words. */
export function readOptions(args: readonly string[], names: readonly string[]): RaceOptions {
  const { values } = parseArgs({
    args: [...args],
    options: { trials: { type: 'string', default: '50' }, only: { type: 'string' } },
  })
  const trials = Number(values.trials)
  if (!Number.isSafeInteger(trials) || trials < 1)
    throw new Error(`--trials takes whole numbers from 1, not ${values.trials}`)
  if (values.only !== undefined && !names.includes(values.only))
    throw new Error(`--only takes one of ${names.join(', ')}, not ${values.only}`)
  return { trials, only: values.only }
}
