import { Worker } from 'node:worker_threads'
import { CallFailure } from './callFailure'
import type { CallMessage, ThreadData, ThreadMessage } from './threadMessages'

/** Loading code counts apart from the call, as in the cloud. */
const LOAD_LIMIT_MS = 10_000

export interface InstanceOptions {
  readonly name: string
  readonly threadFile: string
  readonly data: ThreadData
  readonly variables: Readonly<Record<string, string>>
  readonly memoryMb: number
  readonly timeoutMs: number
  readonly log: NodeJS.WritableStream
}

interface Waiting {
  readonly resolve: (result: string) => void
  readonly reject: (error: Error) => void
  readonly timer: NodeJS.Timeout
}

/** One running copy of a function: a thread that takes one call at a time, once it is `loaded`. */
export class FunctionInstance {
  /** Rejects with CallFailure when the function's code cannot be loaded. */
  readonly loaded: Promise<void>
  readonly #worker: Worker
  #waiting: Waiting | undefined
  #crash = ''
  /** False once the thread has ended; nothing can be called on it any more. */
  alive = true

  constructor(private readonly options: InstanceOptions) {
    this.#worker = new Worker(options.threadFile, {
      workerData: options.data,
      env: options.variables,
      resourceLimits: { maxOldGenerationSizeMb: options.memoryMb },
      stdout: true,
      stderr: true,
    })
    for (const said of [this.#worker.stdout, this.#worker.stderr]) {
      said.on('data', (chunk: Buffer) => options.log.write(chunk))
    }
    this.#worker.on('message', (message: ThreadMessage) => this.#receive(message))
    this.#worker.on('error', (error: Error) => (this.#crash = error.stack ?? error.message))
    this.#worker.on('exit', (code) => this.#ended(code))
    // Loading ends as a call does, and the word `ready` is its answer.
    this.loaded = this.#answer('load', LOAD_LIMIT_MS).then(() => undefined)
  }

  /** Answers the result as JSON text. Throws CallFailure; afterwards look at `alive`. */
  async call(message: CallMessage): Promise<string> {
    if (!this.alive) throw this.#failure('ended before the call')
    const answer = this.#answer('answer', this.options.timeoutMs)
    this.#worker.postMessage(message)
    return answer
  }

  /** Ends the thread wherever it is; a call in it fails. */
  async kill(): Promise<void> {
    await this.#worker.terminate()
  }

  #answer(what: 'load' | 'answer', limitMs: number): Promise<string> {
    return new Promise((resolve, reject) => {
      this.#waiting = { resolve, reject, timer: setTimeout(() => this.#tooLate(what, limitMs), limitMs) }
    })
  }

  #receive(message: ThreadMessage): void {
    const waiting = this.#settle()
    if (message.type === 'failed') waiting?.reject(this.#failure(`threw: ${message.message}`))
    else waiting?.resolve(message.type === 'answered' ? message.result : '')
  }

  #tooLate(what: 'load' | 'answer', limitMs: number): void {
    const text = `${this.options.name} did not ${what} within ${limitMs / 1000} s`
    this.#settle()?.reject(new CallFailure('FUNCTIONS_TIME_LIMIT_EXCEEDED', text))
    this.alive = false
    void this.kill()
  }

  #ended(code: number): void {
    this.alive = false
    const how = this.#crash ? `crashed: ${this.#crash}` : `ended (${code}) before it answered`
    this.#settle()?.reject(this.#failure(how))
  }

  #settle(): Waiting | undefined {
    const waiting = this.#waiting
    if (waiting) clearTimeout(waiting.timer)
    this.#waiting = undefined
    return waiting
  }

  #failure(what: string): CallFailure {
    return new CallFailure('FUNCTIONS_EXECUTE_FAIL', `${this.options.name} ${what}`)
  }
}
