import { answerAction } from './answerAction'
import { answerRequest } from './answerRequest'
import { type Faults, FaultInjector } from './faults'
import { type Reply, closeServer, createJsonServer, listen } from './httpServer'
import { type OpenOptions, openGateway } from './openGateway'
import type { Caller, TcbRequest } from './request'
import type { GatewayStats } from './stats'

export type { GatewayStats } from './stats'

export interface GatewayOptions extends OpenOptions {
  secretId: string
  secretKey: string
  /** 0 or absent: a free port. */
  port?: number
  /** BigInt64Array[0] is what is added to the machine's time, in ms. */
  clock?: SharedArrayBuffer
}

export interface RunningGateway {
  port: number
  /** Answers a request that comes from this process, without a signature. */
  answer(request: TcbRequest, caller: Caller): Promise<Reply>
  /** Answers what is under way, ends open transactions and closes the files. */
  close(): Promise<void>
  setFaults(faults: Faults): void
  stats(): GatewayStats
  resetStats(): void
}

/**
 * Starts the database gateway on 127.0.0.1: the unmodified CloudBase SDKs talk to it as to the cloud. Rejects with one
 * clear line when the data folder cannot be used.
 */
export async function startGateway(options: GatewayOptions): Promise<RunningGateway> {
  const offsetMs = clockOffset(options.clock)
  const open = openGateway(options, () => Date.now() + offsetMs(), new FaultInjector())
  const { faults, stats } = open
  const { store } = open.context
  const gateway = {
    ...open,
    credentials: { secretId: options.secretId, secretKey: options.secretKey },
    timeSpan: () => spanOf(Date.now(), offsetMs()),
  }
  const server = createJsonServer((request, body) => answerRequest(gateway, request, body))
  try {
    const port = await listen(server, options.port ?? 0)
    return {
      port,
      answer: (request, caller) => answerAction(gateway, request, caller),
      close: async () => {
        await closeServer(server)
        store.close()
      },
      setFaults: (next) => faults.set(next),
      stats: () => stats.read(),
      resetStats: () => stats.reset(),
    }
  } catch (error) {
    store.close()
    throw error
  }
}

function clockOffset(clock: SharedArrayBuffer | undefined): () => number {
  if (!clock) return () => 0
  const cell = new BigInt64Array(clock)
  return () => Number(Atomics.load(cell, 0))
}

/** Functions sign by the turned clock, programs beside them by the machine's: both are right. */
function spanOf(machineMs: number, offsetMs: number): { from: number; to: number } {
  return { from: machineMs + Math.min(0, offsetMs), to: machineMs + Math.max(0, offsetMs) }
}
