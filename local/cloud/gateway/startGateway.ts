import { answerRequest } from './answerRequest'
import { type Faults, FaultInjector } from './faults'
import { closeServer, createJsonServer, listen } from './httpServer'
import type { Invoke } from './request'
import { type GatewayStats, StatsCounter } from './stats'
import { openStore } from './store'

export type { GatewayStats } from './stats'

export interface GatewayOptions {
  /** Where `cloud.db` lies; made when missing. */
  dataDir: string
  envId: string
  secretId: string
  secretKey: string
  /** 0 or absent: a free port. */
  port?: number
  /** BigInt64Array[0] is what is added to the machine's time, in ms. */
  clock?: SharedArrayBuffer
  /** Executes functions for functions.invokeFunction; without it every call is an error. */
  invoke?: Invoke
  /** How long a transaction may be open; the cloud's 30 s unless a test wants less. */
  transactionLimitMs?: number
}

export interface RunningGateway {
  port: number
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
  const store = openStore(options.dataDir, options.transactionLimitMs)
  const offsetMs = clockOffset(options.clock)
  const faults = new FaultInjector()
  const stats = new StatsCounter()
  const gateway = {
    context: {
      store,
      envId: options.envId,
      now: () => Date.now() + offsetMs(),
      invoke: options.invoke ?? noFunctions,
    },
    credentials: { secretId: options.secretId, secretKey: options.secretKey },
    timeSpan: () => spanOf(Date.now(), offsetMs()),
    faults,
    stats,
    onInternalError: (error: Error) => console.error('[cloud] internal error:', error),
  }
  const server = createJsonServer((request, body) => answerRequest(gateway, request, body))
  try {
    const port = await listen(server, options.port ?? 0)
    return {
      port,
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

const noFunctions: Invoke = (name) =>
  Promise.reject(
    Object.assign(new Error(`No function ${name}: the gateway runs without functions`), {
      code: 'FUNCTION_NOT_FOUND',
    }),
  )
