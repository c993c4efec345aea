import type { Gateway } from './answerAction'
import type { FaultInjector } from './faults'
import type { Invoke } from './request'
import { StatsCounter } from './stats'
import { openStore } from './store'

export interface OpenOptions {
  /** Where `cloud.db` lies; made when missing. */
  dataDir: string
  envId: string
  /** How long a transaction may be open; the cloud's 30 s unless a test wants less. */
  transactionLimitMs?: number
  /** Executes functions for functions.invokeFunction; without it every call is an error. */
  invoke?: Invoke
}

/** The gateway without a port: its store, and what answers need. Throws when the data folder cannot be used. */
export function openGateway<Faults extends Pick<FaultInjector, 'next'>>(
  options: OpenOptions,
  now: () => number,
  faults: Faults,
): Gateway & { faults: Faults } {
  const store = openStore(options.dataDir, options.transactionLimitMs)
  return {
    context: {
      store,
      envId: options.envId,
      now,
      invoke: options.invoke ?? noFunctions,
    },
    faults,
    stats: new StatsCounter(store.catalog),
    onInternalError: (error) => console.error('[cloud] internal error:', error),
  }
}

const noFunctions: Invoke = (name) =>
  Promise.reject(
    Object.assign(new Error(`No function ${name}: the gateway runs without functions`), {
      code: 'FUNCTION_NOT_FOUND',
    }),
  )
