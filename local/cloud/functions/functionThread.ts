import { Console } from 'node:console'
import { writeSync } from 'node:fs'
import { Writable } from 'node:stream'
import { parentPort, workerData } from 'node:worker_threads'
import { followClock } from '../clock/followClock'
import type { CallMessage, ThreadData, ThreadMessage } from './threadMessages'

type Main = (event: unknown, context: object) => unknown

const { file, clock, logFd } = workerData as ThreadData
// Straight into the file: a line that goes through the main thread costs both threads several times as much.
const log = new Writable({
  write(chunk: Buffer, _encoding, done) {
    writeSync(logFd, chunk)
    done()
  },
})
globalThis.console = new Console({ stdout: log, stderr: log })
followClock(clock)

// eslint-disable-next-line @typescript-eslint/no-require-imports -- the function is known only when the thread starts
const { main } = require(file) as { main: Main }
if (typeof main !== 'function') throw new Error(`${file} does not export main(event, context)`)

let ofLastCall: string[] = []

parentPort?.on('message', (call: CallMessage) => void take(call))
answer({ type: 'ready' })

function answer(message: ThreadMessage): void {
  parentPort?.postMessage(message)
}

async function take({ event, context, variables }: CallMessage): Promise<void> {
  for (const name of ofLastCall) delete process.env[name]
  ofLastCall = Object.keys(variables)
  Object.assign(process.env, variables)
  try {
    const result: unknown = await main(JSON.parse(event), context)
    answer({ type: 'answered', result: JSON.stringify(result ?? null) })
  } catch (error) {
    answer({
      type: 'failed',
      message: error instanceof Error ? (error.stack ?? error.message) : String(error),
    })
  }
}
