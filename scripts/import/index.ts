import { createReadStream } from 'node:fs'
import { headerFaultWords } from '@shared/rules/orders/importHeader'
import { enterShop } from './enterShop'
import { readOptions, USAGE, UsageError, type ImportCommand } from './options'
import { readOrders } from './readOrders'
import { ensureOurs, writeRejects } from './rejectsFile'
import { runImport } from './runImport'
import { ensureReady, ShopAway } from './shopDoor'

const EXIT = { done: 0, failed: 1, usage: 2, stopped: 130 } as const

/** The first Ctrl-C lets the batches under way end, the second leaves at once. */
function stopSignal(): AbortSignal {
  const stop = new AbortController()
  const onSignal = (): void => {
    if (stop.signal.aborted) process.exit(EXIT.stopped)
    stop.abort()
  }
  process.on('SIGINT', onSignal)
  process.on('SIGTERM', onSignal)
  return stop.signal
}

async function importFile(command: ImportCommand): Promise<number> {
  ensureOurs(command.rejects)
  const door = { baseUrl: command.url, openid: command.openid }
  await ensureReady(command.url)
  const { today } = await enterShop(door)
  const read = await readOrders(createReadStream(command.file), today)
  if (!read.ok) throw new Error(`${command.file} was not imported. ${headerFaultWords(read.error).en}`)
  const { orders, rejects } = read.value
  writeRejects(command.rejects, rejects)
  if (orders.length === 0) throw new Error(`Nothing to import: ${whyNothing(command, rejects.length)}`)
  return (await runImport(door, command, read.value, stopSignal())) ? EXIT.done : EXIT.stopped
}

const whyNothing = ({ rejects }: ImportCommand, rejected: number): string =>
  rejected === 0 ? 'the file has no rows' : `all ${rejected} rows are rejected, listed in ${rejects}`

async function main(args: readonly string[]): Promise<number> {
  if (args.includes('--help')) {
    console.log(USAGE)
    return EXIT.done
  }
  try {
    return await importFile(readOptions(args))
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    const help =
      error instanceof ShopAway ? ' Start the shop with npm start, or name another with --url.' : ''
    console.error(`import: ${message}${help}`)
    return error instanceof UsageError ? EXIT.usage : EXIT.failed
  }
}

void main(process.argv.slice(2)).then((code) => (process.exitCode = code))
