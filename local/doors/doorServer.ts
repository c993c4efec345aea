import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { StartFailure } from '../startFailure'
import { type Answer, type Door, DoorError, errorAnswer } from './door'
import { readBody } from './readBody'

const REST_LIMIT_MS = 5_000

const NOT_READY = new DoorError(503, 'NOT_READY', 'Not all is up yet')

/** The one port that browsers and programs talk to. Until `open` it says that it is not ready. */
export class DoorServer {
  #doors: readonly Door[] | undefined
  readonly #server: Server
  readonly #always: readonly Door[]

  private constructor(always: readonly Door[]) {
    this.#always = always
    this.#server = createServer((request, response) => void this.#serve(request, response))
  }

  /** Takes the port, with only these doors open. Throws StartFailure when it is busy. */
  static async listen(port: number, always: readonly Door[]): Promise<DoorServer> {
    const doors = new DoorServer(always)
    await new Promise<void>((resolve, reject) => {
      doors.#server.once('error', (error: NodeJS.ErrnoException) => reject(explain(error, port)))
      doors.#server.listen(port, '127.0.0.1', resolve)
    })
    return doors
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`
  }

  open(doors: readonly Door[]): void {
    this.#doors = doors
  }

  /** Takes no more requests; those under way have a moment to finish. */
  async close(graceMs: number): Promise<void> {
    const closed = new Promise((resolve) => this.#server.close(resolve))
    this.#server.closeIdleConnections()
    const timer = setTimeout(() => this.#server.closeAllConnections(), graceMs)
    await closed
    clearTimeout(timer)
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const answer = await this.#answer(request).catch(answerTo)
    response.writeHead(answer.status, { ...answer.headers, 'content-length': Buffer.byteLength(answer.body) })
    response.end(answer.body)
    if (!request.complete) letTheRestPass(request)
  }

  async #answer(request: IncomingMessage): Promise<Answer> {
    const { method = 'GET', headers } = request
    const url = new URL(request.url ?? '/', 'http://localhost')
    refuseForeignPages(method, url, headers)
    const found = find([...this.#always, ...(this.#doors ?? [])], method, url.pathname)
    if (!found && !this.#doors) throw NOT_READY
    if (!found) throw new DoorError(404, 'NO_SUCH_DOOR', `${method} ${url.pathname} leads nowhere`)
    return found.door.handle({ method, url, headers, body: await readBody(request), rest: found.rest })
  }
}

/** A body that was refused for its size is still coming, and its sender reads the answer only after it. */
function letTheRestPass(request: IncomingMessage): void {
  request.resume()
  const timer = setTimeout(() => request.destroy(), REST_LIMIT_MS).unref()
  request.once('close', () => clearTimeout(timer))
}

function find(
  doors: readonly Door[],
  method: string,
  path: string,
): { door: Door; rest: string } | undefined {
  const here = doors.filter((door) =>
    door.path.endsWith('*') ? path.startsWith(door.path.slice(0, -1)) : door.path === path,
  )
  const door = here.find((one) => one.method === method || one.method === '*')
  if (door) return { door, rest: door.path.endsWith('*') ? decode(path.slice(door.path.length - 1)) : '' }
  if (here.length === 0) return undefined
  throw new DoorError(
    405,
    'METHOD_NOT_ALLOWED',
    `${path} takes ${here.map((one) => one.method).join(' or ')}`,
  )
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    throw new DoorError(400, 'BAD_REQUEST', 'The path is not percent-encoded text')
  }
}

/** Any page a person has open can send requests to their own machine: only pages of this server may turn its knobs. */
function refuseForeignPages(method: string, url: URL, { origin, host }: IncomingMessage['headers']): void {
  if (method === 'GET' || !url.pathname.startsWith('/local/') || !origin) return
  if (origin !== `http://${host}`)
    throw new DoorError(403, 'FOREIGN_PAGE', `A page of ${origin} may not do that`)
}

function answerTo(error: unknown): Answer {
  if (error instanceof DoorError) return errorAnswer(error)
  console.error(error)
  return errorAnswer(new DoorError(500, 'SYS_ERR', error instanceof Error ? error.message : String(error)))
}

function explain(error: NodeJS.ErrnoException, port: number): Error {
  if (error.code === 'EADDRINUSE')
    return new StartFailure(`port ${port} is busy; choose another one with PORT`)
  if (error.code === 'EACCES')
    return new StartFailure(`port ${port} is not allowed; choose another one with PORT`)
  return error
}
