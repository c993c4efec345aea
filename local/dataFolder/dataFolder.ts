import { randomBytes } from 'node:crypto'
import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { StartFailure } from '../startFailure'
import { readJson, writeJson } from './jsonFile'

const FORMAT = 1

/** What only this store's own environment knows; made once, kept with the data. */
export interface Secrets {
  readonly secretId: string
  readonly secretKey: string
  /** CHANGKE_SECRET of the functions: without it the members' ids cannot be computed again. */
  readonly memberIdSecret: string
}

/** A folder that holds one local store between starts. */
export class DataFolder {
  private constructor(readonly root: string) {}

  /** Opens or makes it. Throws StartFailure when it holds something else, DamagedFile when it cannot be read. */
  static open(root: string): DataFolder {
    const folder = new DataFolder(root)
    mkdirSync(root, { recursive: true })
    const mark = readJson(folder.file('changke.json'), isMark)
    if (mark && mark.format !== FORMAT) {
      throw new StartFailure(`${root} was written by another version (format ${mark.format}, not ${FORMAT})`)
    }
    if (!mark) {
      if (readdirSync(root).length > 0) {
        throw new StartFailure(
          `${root} holds other files; set CHANGKE_DATA to an empty folder or one of Changke's`,
        )
      }
      writeJson(folder.file('changke.json'), { format: FORMAT })
    }
    return folder
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
    const kept = ['changke.json', 'lock.json']
    for (const name of readdirSync(this.root)) {
      if (!kept.includes(name)) rmSync(this.file(name), { recursive: true })
    }
  }
}

function isMark(value: unknown): value is { format: number } {
  return typeof (value as { format?: unknown } | null)?.format === 'number'
}

function isSecrets(value: unknown): value is Secrets {
  const { secretId, secretKey, memberIdSecret } = (value ?? {}) as Record<string, unknown>
  return [secretId, secretKey, memberIdSecret].every((text) => typeof text === 'string' && text.length > 0)
}
