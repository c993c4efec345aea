import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs'

/** A file of the data folder does not hold what it should. */
export class DamagedFile extends Error {
  constructor(file: string) {
    super(`${file} is damaged; restore it, or start afresh with: npm run world -- regulars`)
  }
}

/** What a file holds, or undefined when there is none. Throws DamagedFile when it is not what `is` expects. */
export function readJson<T>(file: string, is: (value: unknown) => value is T): T | undefined {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
  const value = parse(text)
  if (!is(value)) throw new DamagedFile(file)
  return value
}

/** Replaces a file at once and durably: after a power cut it holds the old or the new value. */
export function writeJson(file: string, value: unknown, mode = 0o644): void {
  const draft = `${file}.draft`
  const handle = openSync(draft, 'w', mode)
  writeSync(handle, `${JSON.stringify(value)}\n`)
  fsyncSync(handle)
  closeSync(handle)
  renameSync(draft, file)
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
