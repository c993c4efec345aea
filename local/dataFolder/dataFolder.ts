import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import { StartFailure } from '../startFailure'
import { readJson, writeJson } from './jsonFile'

/** Goes up when data that an earlier build made does not fit any more, as when a document changes its shape. */
export const FORMAT = 3

const MARK = 'changke.json'
const LOCK = 'lock.json'

/** What only this store's own environment knows; made once, kept with the data. */
export interface Secrets {
  readonly secretId: string
  readonly secretKey: string
  /** CHANGKE_SECRET of the functions: without it the members' ids cannot be computed again. */
  readonly memberIdSecret: string
}

/** A folder that holds one local store between starts. */
export class DataFolder {
  private constructor(
    readonly root: string,
    private format: number,
  ) {}

  /**
   * Opens or makes it. Throws StartFailure when it holds something else or what a later version wrote, DamagedFile when
   * it cannot be read. What an earlier version wrote is opened, to be set aside.
   */
  static open(root: string): DataFolder {
    mkdirSync(root, { recursive: true })
    const mark = readJson(path.join(root, MARK), isMark)
    if (mark && mark.format > FORMAT) {
      throw new StartFailure(`${root} was written by a later version (format ${mark.format}, not ${FORMAT})`)
    }
    if (!mark) {
      if (readdirSync(root).some((name) => name !== LOCK)) {
        throw new StartFailure(
          `${root} holds other files; set CHANGKE_DATA to an empty folder or one of Changke's`,
        )
      }
      writeJson(path.join(root, MARK), { format: FORMAT })
    }
    return new DataFolder(root, mark?.format ?? FORMAT)
  }

  /**
   * Moves what an earlier version wrote into a folder beside this one, which is then a new one; who holds it stays.
   * Answers where it is kept, or undefined when there was nothing to move. Safe to do again after it was stopped.
   */
  setAside(): string | undefined {
    if (this.format === FORMAT) return undefined
    const kept = freeName(`${this.root}-format-${this.format}`)
    mkdirSync(kept, { recursive: true })
    const names = readdirSync(this.root).filter((name) => name !== LOCK && name !== MARK)
    // The mark goes last: as long as it is here, there is more to move.
    for (const name of [...names, MARK]) renameSync(this.file(name), path.join(kept, name))
    writeJson(this.file(MARK), { format: FORMAT })
    this.format = FORMAT
    return kept
  }

  file(...parts: string[]): string {
    return path.join(this.root, ...parts)
  }

  /** Throws DamagedFile rather than make new ones for data that needs the old. */
  secrets(): Secrets {
    const kept = readJson(this.file('secrets.json'), isSecrets)
    if (kept) return kept
    const made = {
      secretId: 'local-id',
      secretKey: randomBytes(24).toString('base64url'),
      memberIdSecret: randomBytes(32).toString('base64url'),
    }
    writeJson(this.file('secrets.json'), made, 0o600)
    return made
  }

  /** Forgets everything in it; whose folder it is and who holds it now stay. */
  clear(): void {
    const kept = [MARK, LOCK]
    for (const name of readdirSync(this.root)) {
      if (!kept.includes(name)) rmSync(this.file(name), { recursive: true })
    }
  }
}

/** The first of these names that no folder has that was moved whole. */
function freeName(wanted: string): string {
  for (let number = 1; ; number++) {
    const name = number === 1 ? wanted : `${wanted}-${number}`
    if (!existsSync(path.join(name, MARK))) return name
  }
}

function isMark(value: unknown): value is { format: number } {
  return typeof (value as { format?: unknown } | null)?.format === 'number'
}

function isSecrets(value: unknown): value is Secrets {
  const { secretId, secretKey, memberIdSecret } = (value ?? {}) as Record<string, unknown>
  return [secretId, secretKey, memberIdSecret].every((text) => typeof text === 'string' && text.length > 0)
}
