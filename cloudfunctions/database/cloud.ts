import tcb from '@cloudbase/node-sdk'

export type Db = ReturnType<ReturnType<typeof tcb.init>['database']>

/** The way to the store. Randomness is here because a lost race waits a random moment before it tries again. */
export interface Cloud {
  readonly db: Db
  readonly random: () => number
  readonly wait: (ms: number) => Promise<void>
}

export interface CloudAddress {
  readonly env: string
  readonly serviceUrl?: string
  readonly secretId?: string
  readonly secretKey?: string
}

/** Connects to the environment that the function runs in, or to the one named. */
export function connect(address?: CloudAddress): Cloud {
  const app = tcb.init(address ?? { env: tcb.SYMBOL_CURRENT_ENV })
  return {
    db: app.database(),
    random: Math.random,
    wait: (ms) => new Promise((done) => setTimeout(done, ms)),
  }
}
