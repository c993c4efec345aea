import { parentPort, workerData } from 'node:worker_threads'
import type { Faults } from './gateway/faults'
import { type RunningGateway, startGateway } from './gateway/startGateway'

/** What the main process passes when it starts the thread. */
export interface GatewayThreadData {
  dataDir: string
  clock: SharedArrayBuffer
  secretId: string
  secretKey: string
  envId: string
}

/** What the main process sends. */
export type ToGateway =
  | { type: 'faults'; faults: Faults }
  | { type: 'close' }
  | { type: 'invoked'; id: number; result: unknown; error?: undefined }
  | { type: 'invoked'; id: number; error: { code: string; message: string } }

/** What the thread sends. */
export type FromGateway =
  | { type: 'ready'; port: number }
  | { type: 'failed'; message: string }
  | { type: 'closed' }
  | { type: 'invoke'; id: number; name: string; data: unknown; source: string }

const port = parentPort
if (!port) throw new Error('gatewayThread runs as a worker thread only')

const post = (message: FromGateway): void => port.postMessage(message)

interface Call {
  resolve(result: unknown): void
  reject(error: Error): void
}

const calls = new Map<number, Call>()
let lastCall = 0

function invoke(name: string, data: unknown, source: string): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const id = ++lastCall
    calls.set(id, { resolve, reject })
    post({ type: 'invoke', id, name, data, source })
  })
}

function settle(message: Extract<ToGateway, { type: 'invoked' }>): void {
  const call = calls.get(message.id)
  calls.delete(message.id)
  if (message.error)
    call?.reject(Object.assign(new Error(message.error.message), { code: message.error.code }))
  else call?.resolve(message.result)
}

const gateway: Promise<RunningGateway | undefined> = startGateway({
  ...(workerData as GatewayThreadData),
  invoke,
}).then(
  (running) => {
    post({ type: 'ready', port: running.port })
    return running
  },
  (error: Error) => {
    post({ type: 'failed', message: error.message })
    return undefined
  },
)

port.on('message', (message: ToGateway) => {
  switch (message.type) {
    case 'invoked':
      settle(message)
      return
    case 'faults':
      void gateway.then((running) => running?.setFaults(message.faults))
      return
    case 'close':
      void gateway
        .then((running) => running?.close())
        .then(() => {
          post({ type: 'closed' })
          port.close()
        })
  }
})
