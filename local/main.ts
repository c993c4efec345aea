import path from 'node:path'
import { parseArgs } from 'node:util'
import { DamagedFile } from './dataFolder/jsonFile'
import { readSettings } from './settings'
import { Stack } from './stack'
import { StartFailure } from './startFailure'
import { ensureWorldExists, makeWorld } from './worlds/makeWorld'

const ROOT = path.resolve(__dirname, '../..')
/** Whoever asked for a stop does not wait longer than this. */
const STOP_LIMIT_MS = 10_000

let stopping = false

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { world: { type: 'string' } } })
  const settings = readSettings(process.env, ROOT)
  ensureWorldExists(values.world ?? settings.world)
  const stack = new Stack({
    settings,
    root: ROOT,
    makeWorld,
    freshWorld: values.world,
    onProgress: (text) => console.error(text),
    onLost: fail,
  })
  stopOnSignals(stack)
  const url = await stack.start()
  console.log(`Changke is ready: ${url}`)
}

function stopOnSignals(stack: Stack): void {
  const stop = () => {
    // Ctrl-C reaches this process twice when npm passes it on too.
    if (stopping) return
    stopping = true
    setTimeout(() => end(new StartFailure('some part did not stop in time')), STOP_LIMIT_MS).unref()
    stack.close().then(() => process.exit(0), end)
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
}

/** What was under way when a stop was asked for fails, and that is no failure. */
function fail(error: unknown): void {
  if (!stopping) end(error)
}

/** One line that says what to do; a stack trace only for what nobody foresaw. */
function end(error: unknown): never {
  const foreseen = error instanceof StartFailure || error instanceof DamagedFile
  console.error(foreseen ? `Changke cannot run: ${error.message}` : error)
  process.exit(1)
}

main().catch(fail)
