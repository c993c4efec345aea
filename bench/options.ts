import { parseArgs } from 'node:util'

export const PARTS = ['checkin', 'home', 'due', 'ledger', 'preview', 'intake', 'bundles', 'packages'] as const
export type Part = (typeof PARTS)[number]

export interface BenchOptions {
  readonly parts: readonly Part[]
  readonly callers: readonly number[]
  /** How long one round of requests is measured. */
  readonly seconds: number
  /** Rounds of the real function and of the bare one, for each number of callers. */
  readonly rounds: number
  /** Calls of each function before anything counts: enough that every instance has compiled what it runs often. */
  readonly warmUpCalls: number
  /** Runs of what is due at each number of members, and readings of each page of a long ledger. */
  readonly dueRounds: number
  readonly ledgerReads: number
  /** Previews of a change of levels. */
  readonly previews: number
  /** Orders and refunds that a mall tells of. */
  readonly intakeEvents: number
  /** Starts of each bundle in a process of its own. */
  readonly starts: number
}

export const USAGE =
  'npm run bench -- [--only checkin,home,due,ledger,preview,intake,bundles,packages] [--callers 1,8,16,50] [--seconds 2] [--quick]'

/** Reads the command line. Throws with what is wrong in words. */
export function readOptions(args: readonly string[]): BenchOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      only: { type: 'string' },
      callers: { type: 'string', default: '1,8,16,50' },
      seconds: { type: 'string' },
      quick: { type: 'boolean', default: false },
    },
  })
  const quick = values.quick
  const seconds = Number(values.seconds ?? (quick ? 0.5 : 2))
  if (!(seconds > 0 && seconds <= 60))
    throw new Error(`--seconds is above 0, up to 60, not ${values.seconds}`)
  return {
    parts: values.only === undefined ? PARTS : values.only.split(',').map(partOf),
    callers: values.callers.split(',').map(callersOf),
    seconds,
    rounds: quick ? 2 : 6,
    warmUpCalls: quick ? 1_000 : 8_000,
    dueRounds: quick ? 2 : 6,
    ledgerReads: quick ? 20 : 200,
    previews: quick ? 3 : 11,
    intakeEvents: quick ? 2_000 : 20_000,
    starts: quick ? 3 : 9,
  }
}

function partOf(name: string): Part {
  const part = PARTS.find((known) => known === name)
  if (!part) throw new Error(`--only takes ${PARTS.join(', ')}, not ${name}`)
  return part
}

function callersOf(text: string): number {
  const callers = Number(text)
  if (!Number.isInteger(callers) || callers < 1 || callers > 500)
    throw new Error(`--callers takes whole numbers from 1 to 500, not ${text}`)
  return callers
}
