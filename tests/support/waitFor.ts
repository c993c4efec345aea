import { setTimeout as pause } from 'node:timers/promises'

const LONGEST_WAIT_MS = 20_000
const LOOK_EVERY_MS = 5

/** Waits until `holds`; after twenty seconds fails with what was waited for, in words. */
export async function waitFor(holds: () => boolean, what: () => string): Promise<void> {
  const deadline = performance.now() + LONGEST_WAIT_MS
  while (!holds()) {
    if (performance.now() > deadline) throw new Error(`waited ${LONGEST_WAIT_MS / 1000} s for ${what()}`)
    await pause(LOOK_EVERY_MS)
  }
}
