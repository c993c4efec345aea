import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { type Answer, type Door, DoorError } from './door'

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.ttf': 'font/ttf',
  '.ico': 'image/x-icon',
}

/** Serves the files of a folder below a path that ends in `/`; `missing` says what to do when the folder is not there. */
export function staticDoor(at: string, folder: string, missing?: string): Door {
  return {
    method: 'GET',
    path: `${at}*`,
    async handle({ rest }) {
      const name = rest === '' ? 'index.html' : rest
      const file = path.join(folder, name)
      const inside = file.startsWith(folder + path.sep) && !name.includes('\0')
      const body = inside ? await readFile(file).catch(() => undefined) : undefined
      if (body) return { status: 200, headers: headersOf(name), body }
      if (name === 'index.html' && missing) throw new DoorError(503, 'NOT_BUILT', missing)
      throw new DoorError(404, 'NO_SUCH_FILE', `There is no ${at}${name}`)
    },
  }
}

/** One file of its own address. */
export function fileDoor(at: string, file: string): Door {
  return {
    method: 'GET',
    path: at,
    handle: async (): Promise<Answer> => ({
      status: 200,
      headers: headersOf(file),
      body: await readFile(file),
    }),
  }
}

function headersOf(name: string): Record<string, string> {
  // The app's build puts a hash of its content into the names of all but its page.
  const immutable = /\.[0-9a-f]{8}\.(js|css)$/.test(name)
  return {
    'content-type': TYPES[path.extname(name)] ?? 'application/octet-stream',
    'cache-control': immutable ? 'public, max-age=31536000, immutable' : 'no-cache',
  }
}

export function redirectDoor(from: string, to: string): Door {
  const handle = ({ url }: { url: URL }) => ({
    status: 302,
    headers: { location: to + url.search },
    body: '',
  })
  return { method: 'GET', path: from, handle }
}
