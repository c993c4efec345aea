import { parseArgs } from 'node:util'

/** What `npm run import` was asked for. */
export interface ImportCommand {
  readonly file: string
  readonly rejects: string
  readonly source: string
  readonly url: string
  readonly openid: string
  readonly inFlight: number
  readonly patienceMs: number
}

export const USAGE = `usage: npm run import -- orders <file.csv> [options]

  --source <name>      the system that the orders come from; the same order of the same source is in once (history)
  --url <address>      the running shop (http://127.0.0.1:8080)
  --openid <openid>    the member of staff who imports (local-owner)
  --rejects <file>     where rows that stay out are listed with their reasons (<file>.rejects.csv)
  --in-flight <n>      batches under way at once, 1 to 8 (2)
  --patience <s>       how long to wait for a shop that went away (60)

The file is CSV in UTF-8. Its first line names the columns: customer, date, quantity, amount and, where known, order, openid.`

const OPTIONS = {
  source: { type: 'string', default: 'history' },
  url: { type: 'string', default: 'http://127.0.0.1:8080' },
  openid: { type: 'string', default: 'local-owner' },
  rejects: { type: 'string' },
  'in-flight': { type: 'string', default: '2' },
  patience: { type: 'string', default: '60' },
} as const

/** The command line is wrong; the message says how in one line. */
export class UsageError extends Error {}

/** Reads the command line; throws a UsageError. */
export function readOptions(args: readonly string[]): ImportCommand {
  const { positionals, values } = parsed(args)
  const [what, file, ...others] = positionals
  if (what !== 'orders')
    throw new UsageError('say what to import: npm run import -- orders <file.csv> (--help tells more)')
  if (file === undefined) throw new UsageError('name the file to import')
  if (others.length > 0) throw new UsageError(`one file at a time: ${others.join(' ')} is too much`)
  if (!/^[a-z0-9-]{1,32}$/.test(values.source)) {
    throw new UsageError('--source takes at most 32 of the characters a-z, 0-9 and -')
  }
  if (!/^https?:\/\//.test(values.url))
    throw new UsageError('--url must be an address like http://127.0.0.1:8080')
  return {
    file,
    rejects: values.rejects ?? `${file}.rejects.csv`,
    source: values.source,
    url: values.url.replace(/\/+$/, ''),
    openid: values.openid,
    inFlight: wholeNumber('--in-flight', values['in-flight'], 1, 8),
    patienceMs: wholeNumber('--patience', values.patience, 0, 3_600) * 1_000,
  }
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options: OPTIONS })
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error))
  }
}

function wholeNumber(option: string, text: string, least: number, most: number): number {
  const value = /^\d{1,9}$/.test(text) ? Number(text) : -1
  if (value < least || value > most)
    throw new UsageError(`${option} takes a whole number from ${least} to ${most}`)
  return value
}
