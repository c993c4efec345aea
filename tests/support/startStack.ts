import { type ChildProcess, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { buildOnce } from './buildOnce'

const ROOT = path.resolve(__dirname, '../..')

export interface StackOptions {
  /** `empty` unless named. */
  readonly world?: string
  /** ISO instant at which the clock of a new data folder starts. */
  readonly clock?: string
  /** Kept when given; otherwise a new one, gone after `stop`. */
  readonly dataDir?: string
  /** Any free one unless named. */
  readonly port?: number
  /** More of the environment, such as CHANGKE_FUNCTIONS. */
  readonly env?: Readonly<Record<string, string>>
}

/** What a function answers to the app. */
export type Reply =
  | { readonly ok: true; readonly value: unknown }
  | {
      readonly ok: false
      readonly error: { readonly code: string; readonly message: string; readonly data?: unknown }
    }

export interface DoorReply {
  readonly status: number
  readonly body: unknown
}

/** A local stack of its own, in a process of its own, as a person would start it. */
export interface RunningStack {
  readonly url: string
  readonly pid: number
  readonly dataDir: string
  /** Calls a use case as somebody; throws when the call as such fails. */
  call(openid: string, fn: string, action: string, input?: unknown, requestId?: string): Promise<Reply>
  get(door: string): Promise<DoorReply>
  post(door: string, body: unknown, headers?: Readonly<Record<string, string>>): Promise<DoorReply>
  /** Asks it to stop and answers the exit code. */
  stop(): Promise<number | null>
  /** Ends it as a power cut would; the data folder stays. */
  kill9(): Promise<void>
}

/** How a stack ended that did not get ready. */
export class StackDidNotStart extends Error {
  constructor(
    readonly exitCode: number | null,
    readonly output: string,
  ) {
    super(`The stack ended with ${exitCode}: ${output}`)
  }
}

/** Starts the real stack on a free port and waits until it is ready. Throws StackDidNotStart. */
export async function startStack(options: StackOptions = {}): Promise<RunningStack> {
  await buildOnce()
  const dataDir = options.dataDir ?? (await mkdtemp(path.join(tmpdir(), 'changke-')))
  const child = spawn(process.execPath, ['dist/local/main.cjs'], {
    cwd: ROOT,
    env: environmentOf(options, dataDir),
  })
  const url = await readyAt(child)
  const forget = () => (options.dataDir ? undefined : rm(dataDir, { recursive: true, force: true }))
  return {
    url,
    pid: child.pid!,
    dataDir,
    ...doorsOf(url),
    async stop() {
      const code = await end(child, 'SIGTERM')
      await forget()
      return code
    },
    kill9: async () => void (await end(child, 'SIGKILL')),
  }
}

/** What a stack of a test is started with. */
export function environmentOf(
  { world = 'empty', clock, port = 0, env }: StackOptions,
  dataDir: string,
): NodeJS.ProcessEnv {
  const named = { PORT: String(port), CHANGKE_DATA: dataDir, CHANGKE_WORLD: world, CHANGKE_CLOCK: clock }
  // No timer runs by itself: a test that meets a full minute must not end otherwise than one that does not.
  return { ...process.env, ...named, CHANGKE_WATCH: '0', CHANGKE_TICK: '0', ...env }
}

/** The address that a starting stack prints. Throws StackDidNotStart when it ends instead. */
export async function readyAt(child: ChildProcess): Promise<string> {
  let output = ''
  return new Promise((resolve, reject) => {
    const read = (chunk: Buffer) => {
      output += chunk.toString()
      const url = /ready: (\S+)/.exec(output)?.[1]
      if (url) resolve(url)
    }
    child.stdout?.on('data', read)
    child.stderr?.on('data', read)
    child.once('error', reject)
    child.once('close', (code) => reject(new StackDidNotStart(code, output)))
  })
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode
  const exited = once(child, 'exit')
  child.kill(signal)
  const [code] = (await exited) as [number | null]
  return code
}

function doorsOf(url: string): Pick<RunningStack, 'call' | 'get' | 'post'> {
  const send = async (door: string, init?: RequestInit): Promise<DoorReply> => {
    const reply = await fetch(url + door, init)
    const text = await reply.text()
    const isJson = reply.headers.get('content-type')?.startsWith('application/json')
    return { status: reply.status, body: isJson ? (JSON.parse(text) as unknown) : text }
  }
  const post: RunningStack['post'] = (door, body, headers = {}) =>
    send(door, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    })
  return {
    get: (door) => send(door),
    post,
    async call(openid, fn, action, input = {}, requestId = randomUUID()) {
      const data = { action, input, requestId }
      const { status, body } = await post(
        '/wx/callFunction',
        { name: fn, data },
        { 'x-local-openid': openid },
      )
      if (status !== 200) throw new Error(`${fn} ${action} failed (${status}): ${JSON.stringify(body)}`)
      return (body as { result: Reply }).result
    },
  }
}
