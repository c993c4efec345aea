import { Worker } from 'node:worker_threads'
import { StartFailure } from '../startFailure'
import { CallFailure } from './functions/callFailure'
import type { Faults } from './gateway/faults'
import type { FromGateway, GatewayThreadData, ToGateway } from './gatewayThread'
import type { FunctionRunner } from './functions/functionRunner'

export interface GatewayOptions extends GatewayThreadData {
  readonly threadFile: string
}

/** What runs a function that another one calls. */
export type Callee = Pick<FunctionRunner, 'call'>

/** The database gateway in its thread. */
export class GatewayLink {
  #callee: Callee | undefined
  #closed: () => void = () => {}

  private constructor(
    private readonly worker: Worker,
    readonly port: number,
  ) {
    worker.on('message', (message: FromGateway) => void this.#receive(message))
  }

  /** Starts the thread and waits until it takes requests. Throws StartFailure with the gateway's own line when it cannot. */
  static async start({ threadFile, ...workerData }: GatewayOptions): Promise<GatewayLink> {
    const worker = new Worker(threadFile, { workerData })
    const port = await new Promise<number>((resolve, reject) => {
      worker.once('error', reject)
      worker.once('exit', (code) => reject(new Error(`the database gateway ended (${code})`)))
      worker.once('message', (message: FromGateway) =>
        message.type === 'ready'
          ? resolve(message.port)
          : reject(
              new StartFailure(message.type === 'failed' ? message.message : 'the database did not start'),
            ),
      )
    })
    return new GatewayLink(worker, port)
  }

  /** Who runs a function that another one calls. */
  onInvoke(callee: Callee): void {
    this.#callee = callee
  }

  /** Called when the thread ends though nobody closed it. */
  onLost(lost: (error: Error) => void): void {
    this.worker.once('error', lost)
    this.worker.once('exit', (code) => lost(new Error(`The database gateway ended (${code}).`)))
  }

  setFaults(faults: Faults): void {
    this.#send({ type: 'faults', faults })
  }

  /** Lets what is under way finish, then ends the thread. */
  async close(): Promise<void> {
    this.worker.removeAllListeners('exit')
    const closed = new Promise<void>((resolve) => (this.#closed = resolve))
    this.#send({ type: 'close' })
    await closed
    await this.worker.terminate()
  }

  #send(message: ToGateway): void {
    this.worker.postMessage(message)
  }

  async #receive(message: FromGateway): Promise<void> {
    if (message.type === 'closed') this.#closed()
    if (message.type !== 'invoke') return
    const { id, name, data, source } = message
    try {
      if (!this.#callee) throw new CallFailure('FUNCTION_NOT_FOUND', 'No function runs yet')
      const result: unknown = JSON.parse(await this.#callee.call(name, JSON.stringify(data), { source }))
      this.#send({ type: 'invoked', id, result })
    } catch (error) {
      const code = error instanceof CallFailure ? error.code : 'SYS_ERR'
      this.#send({ type: 'invoked', id, error: { code, message: (error as Error).message } })
    }
  }
}
