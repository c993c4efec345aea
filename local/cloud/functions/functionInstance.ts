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
  timer: NodeJS.Timeout
}

/** One running copy of a function: a thread that takes one call at a time. */
export class FunctionInstance {
  readonly #worker: Worker
  readonly #loaded: Promise<void>
  #markLoaded = () => {}
  #waiting: Waiting | undefined
  #crash = ''
  /** False once the thread has ended; nothing can be called on it any more. */
  alive = true

  constructor(private readonly options: InstanceOptions) {
    this.#loaded = new Promise((resolve) => (this.#markLoaded = resolve))
    this.#worker = new Worker(options.threadFile, {
      workerData: options.data,
      env: options.variables,
      resourceLimits: { maxOldGenerationSizeMb: options.memoryMb },
      stdout: true,
      stderr: true,
    })
    this.#worker.stdout.pipe(options.log, { end: false })
    this.#worker.stderr.pipe(options.log, { end: false })
    this.#worker.on('message', (message: ThreadMessage) => this.#receive(message))
    this.#worker.on('error', (error: Error) => (this.#crash = error.stack ?? error.message))
    this.#worker.on('exit', (code) => this.#ended(code))
  }

  /** Answers the result as JSON text. Throws CallFailure; afterwards look at `alive`. */
  call(message: CallMessage): Promise<string> {
    return new Promise((resolve, reject) => {
      if (!this.alive) return reject(this.#failure('ended before the call'))
      this.#waiting = {
        resolve,
        reject,
        timer: setTimeout(() => this.#tooLate('load', LOAD_LIMIT_MS), LOAD_LIMIT_MS),
      }
      void this.#loaded.then(() => this.#dispatch(message))
    })
  }

  /** Ends the thread wherever it is; a call in it fails. */
  async kill(): Promise<void> {
    await this.#worker.terminate()
  }

  #dispatch(message: CallMessage): void {
    if (!this.#waiting) return
    clearTimeout(this.#waiting.timer)
    const { timeoutMs } = this.options
    this.#waiting.timer = setTimeout(() => this.#tooLate('answer', timeoutMs), timeoutMs)
    this.#worker.postMessage(message)
  }

  #receive(message: ThreadMessage): void {
    if (message.type === 'ready') return this.#markLoaded()
    const waiting = this.#settle()
    if (message.type === 'answered') waiting?.resolve(message.result)
    else waiting?.reject(this.#failure(`threw: ${message.message}`))
  }

  #tooLate(what: 'load' | 'answer', limitMs: number): void {
    const text = `${this.options.name} did not ${what} within ${limitMs / 1000} s`
    this.#settle()?.reject(new CallFailure('FUNCTIONS_TIME_LIMIT_EXCEEDED', text))
    this.alive = false
    void this.kill()
  }

  #ended(code: number): void {
    this.alive = false
    this.#settle()?.reject(
      this.#failure(this.#crash ? `crashed: ${this.#crash}` : `ended (${code}) before it answered`),
    )
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
