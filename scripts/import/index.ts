import { createReadStream } from 'node:fs'
import { headerFaultWords } from '@shared/rules/orders/importHeader'
import { readOptions, USAGE, UsageError, type ImportCommand } from './options'
import { readOrders } from './readOrders'
import { ensureOurs, writeRejects } from './rejectsFile'
import { runImport } from './runImport'
import { ShopAway } from './shopDoor'

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
  const read = await readOrders(createReadStream(command.file))
  if (!read.ok) throw new Error(`${command.file} was not imported. ${headerFaultWords(read.error).en}`)
  const { orders, rejects } = read.value
  writeRejects(command.rejects, rejects)
  if (orders.length === 0) {
    const why =
      rejects.length === 0
        ? 'the file has no rows'
        : `all ${rejects.length} rows are rejected, see ${command.rejects}`
    throw new Error(`Nothing to import: ${why}.`)
  }
  return (await runImport(command, read.value, stopSignal())) ? EXIT.done : EXIT.stopped
}

async function main(args: readonly string[]): Promise<number> {
  if (args.includes('--help')) {
    console.log(USAGE)
    return EXIT.done
  }
  try {
    return await importFile(readOptions(args))
  } catch (error) {
    const help =
      error instanceof ShopAway ? ' Start the shop with npm start, or name another with --url.' : ''
    console.error(
      `import: ${error instanceof Error ? error.message : String(error)}.${help}`.replace('..', '.'),
    )
    return error instanceof UsageError ? EXIT.usage : EXIT.failed
  }
}

void main(process.argv.slice(2)).then((code) => (process.exitCode = code))
