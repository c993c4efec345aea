import type { Cloud } from './cloud'

/** Lost too many races in a row: the caller should come back later. Nothing was changed. */
export class BusyError extends Error {
  constructor() {
    super('too many others are writing to the same documents')
    this.name = 'BusyError'
  }
}

const ATTEMPTS = 24
const FIRST_WAIT_MS = 4
const LONGEST_WAIT_MS = 250

/**
 * Runs an attempt until it answers; `lost` asks for another one after a random, growing wait.
 * The platform's own transaction helper tries again at once, and on a hot document most callers then lose.
 */
export async function untilWon<T>(cloud: Cloud, attempt: () => Promise<T | typeof lost>): Promise<T> {
  for (let tries = 0; tries < ATTEMPTS; tries += 1) {
    const outcome = await attempt()
    if (outcome !== lost) return outcome
    const ceiling = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** tries)
    await cloud.wait(Math.ceil(cloud.random() * ceiling))
  }
  throw new BusyError()
}

export const lost = Symbol('lost to another writer')
