import { rmSync } from 'node:fs'
import { INSTANCE_HEADER } from '../doors/healthDoor'
import { StartFailure } from '../startFailure'
import { readJson, writeJson } from './jsonFile'

interface Holder {
  readonly pid: number
  readonly url: string
  readonly instance: string
}

const ANSWER_WITHIN_MS = 2_000

/**
 * Makes sure that only one stack writes to a data folder. A lock left by a killed one does not count.
 * Throws StartFailure that names who holds it. Answers how to let it go.
 */
export async function lock(file: string, mine: Holder): Promise<() => void> {
  const holder = readJson(file, isHolder)
  if (holder && (await isRunning(holder))) {
    throw new StartFailure(`the data folder is in use by the stack at ${holder.url} (process ${holder.pid})`)
  }
  writeJson(file, mine)
  return () => rmSync(file, { force: true })
}

/** The number of a process may be given again, so whoever has it must also say that it is that stack. */
async function isRunning({ pid, url, instance }: Holder): Promise<boolean> {
  if (pid === process.pid || !isAlive(pid)) return false
  try {
    const reply = await fetch(`${url}/healthz`, { signal: AbortSignal.timeout(ANSWER_WITHIN_MS) })
    return reply.headers.get(INSTANCE_HEADER) === instance
  } catch (error) {
    // Nobody listens there: it is another program. Too slow to answer: it may well be the one.
    return (error as Error).name === 'TimeoutError'
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

function isHolder(value: unknown): value is Holder {
  const { pid, url, instance } = (value ?? {}) as Record<string, unknown>
  return Number.isInteger(pid) && typeof url === 'string' && typeof instance === 'string'
}
