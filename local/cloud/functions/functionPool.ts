import { availableParallelism } from 'node:os'
import { CallFailure } from './callFailure'
import { FunctionInstance, type InstanceOptions } from './functionInstance'
import type { CallMessage } from './threadMessages'

/** Beyond it callers are turned away, as the cloud does at its own limit. */
const QUEUE_LIMIT = 1_000

/** Loading is work for the processor: more at once would only make the first caller wait longer. */
const LOADING_AT_ONCE = availableParallelism()

/** Stands between a call and its answer; a fault on demand may end the instance there. */
export type Tamper = (instance: FunctionInstance, answer: Promise<string>) => Promise<string>

interface Queued {
  readonly use: (instance: FunctionInstance) => void
  readonly refuse: (error: CallFailure) => void
}

/** The instances of one function. Made when they are needed, kept when idle, replaced when they end. */
export class FunctionPool {
  readonly #all = new Set<FunctionInstance>()
  readonly #outdated = new WeakSet<FunctionInstance>()
  /** Last in, first out: the warmest is taken again, and caches stay few. */
  #idle: FunctionInstance[] = []
  #loading = 0
  #queue: Queued[] = []

  constructor(
    private readonly options: InstanceOptions,
    private readonly maxInstances: number,
  ) {}

  /** Runs one call on an instance of its own and answers the result as JSON text. Throws CallFailure. */
  async call(message: CallMessage, tamper?: Tamper): Promise<string> {
    const instance = await this.#take()
    try {
      const answer = instance.call(message)
      return await (tamper ? tamper(instance, answer) : answer)
    } finally {
      this.#giveBack(instance)
    }
  }

  /** New calls run the code that is on disk now; calls under way finish with the old. */
  reload(): void {
    for (const instance of this.#all) this.#outdated.add(instance)
    const idle = this.#idle
    this.#idle = []
    for (const instance of idle) this.#drop(instance)
  }

  /** Ends all instances; calls under way and waiting fail. */
  async close(): Promise<void> {
    const queue = this.#queue
    this.#queue = []
    for (const { refuse } of queue) {
      refuse(
        new CallFailure('FUNCTIONS_EXECUTE_FAIL', `${this.options.name} was not called: everything stops`),
      )
    }
    await Promise.all([...this.#all].map((instance) => instance.kill()))
  }

  #take(): Promise<FunctionInstance> {
    return new Promise((use, refuse) => {
      if (this.#queue.length >= QUEUE_LIMIT) {
        const text = `${this.options.name} has ${QUEUE_LIMIT} calls waiting`
        return refuse(new CallFailure('FUNCTIONS_CONCURRENCY_EXCEEDED', text))
      }
      this.#queue.push({ use, refuse })
      this.#serveQueue()
    })
  }

  #giveBack(instance: FunctionInstance): void {
    if (instance.alive && !this.#outdated.has(instance)) this.#idle.push(instance)
    else this.#drop(instance)
    this.#serveQueue()
  }

  #drop(instance: FunctionInstance): void {
    this.#all.delete(instance)
    void instance.kill()
  }

  #serveQueue(): void {
    while (this.#queue.length > 0) {
      const instance = this.#idleOne()
      if (!instance) return this.#grow()
      this.#queue.shift()?.use(instance)
    }
  }

  #idleOne(): FunctionInstance | undefined {
    for (let instance = this.#idle.pop(); instance; instance = this.#idle.pop()) {
      if (instance.alive) return instance
      this.#drop(instance)
    }
    return undefined
  }

  /** More instances for those that wait; whoever becomes idle first takes the next call. */
  #grow(): void {
    const wanted = Math.min(this.#queue.length, LOADING_AT_ONCE)
    while (this.#loading < wanted && this.#all.size < this.maxInstances) void this.#loadOne()
  }

  async #loadOne(): Promise<void> {
    const instance = new FunctionInstance(this.options)
    this.#all.add(instance)
    this.#loading += 1
    try {
      await instance.loaded
    } catch (error) {
      // Code that cannot be loaded fails a call, or the caller would wait for ever.
      this.#queue.shift()?.refuse(error as CallFailure)
    }
    this.#loading -= 1
    this.#giveBack(instance)
  }
}
