import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/** Pictures by what their first bytes are, whatever they are called. */
const KINDS: readonly { readonly extension: string; readonly isOne: (body: Buffer) => boolean }[] = [
  { extension: 'jpg', isOne: (body) => body.subarray(0, 3).toString('hex') === 'ffd8ff' },
  { extension: 'png', isOne: (body) => body.subarray(0, 8).toString('hex') === '89504e470d0a1a0a' },
  {
    extension: 'webp',
    isOne: (body) =>
      body.subarray(0, 4).toString('latin1') === 'RIFF' && body.subarray(8, 12).toString('latin1') === 'WEBP',
  },
]

/** What `wx.cloud.uploadFile` keeps: pictures in a folder, each named for its content. */
export class FileStorage {
  constructor(
    readonly folder: string,
    private readonly envId: string,
  ) {}

  /** Keeps a picture and answers its file id; null for what is no picture. */
  keep(body: Buffer): string | null {
    const kind = KINDS.find(({ isOne }) => isOne(body))
    if (!kind) return null
    const name = `${createHash('sha256').update(body).digest('hex').slice(0, 32)}.${kind.extension}`
    const file = path.join(this.folder, name)
    mkdirSync(this.folder, { recursive: true })
    if (!existsSync(file)) {
      writeFileSync(`${file}.part`, body)
      renameSync(`${file}.part`, file)
    }
    return `cloud://${this.envId}/${name}`
  }
}
