import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import CloudBase from '@cloudbase/manager-node'
import tcb from '@cloudbase/node-sdk'
import {
  type GatewayOptions,
  type RunningGateway,
  startGateway,
} from '../../local/cloud/gateway/startGateway'
import { inProcessDatabase } from '../support/inProcessDatabase'
import type { Database } from './sdk'

/** The real environment the facts are checked against; without it a local gateway is started for each file. */
const realEnv = process.env.CHANGKE_CONFORMANCE_ENV

export const isLocal = !realEnv

/** Whether the local gateway is asked within this process: the facts are the same, only the way to it differs. */
const isInProcess = (globalThis as { CONFORMANCE_TRANSPORT?: string }).CONFORMANCE_TRANSPORT === 'inProcess'

/** For facts that only the local gateway can show. */
export const localTest = isLocal ? test : test.skip

type App = ReturnType<typeof tcb.init>

export interface Environment {
  app: App
  db: Database
  manager: CloudBase
  /** The gateway behind it, when it is local. */
  gateway: RunningGateway | undefined
  dataDir: string
  /** How long a transaction may be open here. */
  transactionLimitMs: number
  /** Makes a collection with a name of its own. */
  collection(indexes?: IndexRequest[]): Promise<string>
  /** Removes what was made. */
  close(): Promise<void>
}

export interface IndexRequest {
  IndexName: string
  MgoKeySchema: { MgoIsUnique: boolean; MgoIndexKeys: { Name: string; Direction: string }[] }
}

export const local = { envId: 'changke-local', secretId: 'local-id', secretKey: 'local-key' }

/** Connects the unmodified SDKs, to the local gateway or to the real environment that was named. */
export async function openEnvironment(options: Partial<GatewayOptions> = {}): Promise<Environment> {
  const prefix = `conf_${randomBytes(5).toString('hex')}_`
  const made: string[] = []
  const connected = realEnv ? connectReal(realEnv) : await connectLocal(options)
  const { app, manager, gateway, dataDir, transactionLimitMs } = connected
  const database = manager.database
  return {
    app,
    manager,
    gateway,
    dataDir,
    transactionLimitMs,
    db: (isInProcess && gateway ? inProcessTo(gateway) : app.database()) as Database,
    collection: async (indexes = []) => {
      const name = `${prefix}${made.length}`
      await database.createCollection(name)
      made.push(name)
      if (indexes.length > 0) await database.updateCollection(name, { CreateIndexes: indexes })
      return name
    },
    close: async () => {
      for (const name of made) await database.deleteCollection(name)
      connected.restore()
      await gateway?.close()
      if (dataDir) rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

function inProcessTo(gateway: RunningGateway): unknown {
  return inProcessDatabase(local.envId, (request) =>
    // the SDK sends it in the address
    gateway.answer(request, { invocation: process.env.TCB_SEQID, source: '' }),
  )
}

interface Connected extends Pick<
  Environment,
  'app' | 'manager' | 'gateway' | 'dataDir' | 'transactionLimitMs'
> {
  /** Puts the variables of the process back. */
  restore(): void
}

async function connectLocal(options: Partial<GatewayOptions>): Promise<Connected> {
  const dataDir = mkdtempSync(join(tmpdir(), 'changke-conformance-'))
  const gateway = await startGateway({ dataDir, ...local, ...options })
  const url = `http://127.0.0.1:${gateway.port}`
  // as within a function: else every call first asks the network whether it runs in the cloud
  const before = { ...process.env }
  const variables = {
    TENCENTCLOUD_RUNENV: 'SCF',
    TENCENTCLOUD_REGION: 'ap-shanghai',
    SCF_NAMESPACE: local.envId,
    TENCENTCLOUD_SECRETID: local.secretId,
    TENCENTCLOUD_SECRETKEY: local.secretKey,
    TENCENTCLOUD_SESSIONTOKEN: '',
    TCB_CONTEXT_CNFG: JSON.stringify({ URL: `${url}/admin` }),
    TCB_BASE_URL: url,
    // the SDK's warning of slow calls outlives a call that was torn down
    SILENCE: 'true',
  }
  Object.assign(process.env, variables)
  return {
    app: tcb.init({ env: local.envId, serviceUrl: `${url}/admin` }),
    manager: new CloudBase({ ...local, region: 'ap-shanghai' }),
    gateway,
    dataDir,
    transactionLimitMs: options.transactionLimitMs ?? 30_000,
    restore: () => {
      for (const key of Object.keys(variables)) {
        if (before[key] === undefined) delete process.env[key]
        else process.env[key] = before[key]
      }
    },
  }
}

function connectReal(env: string): Connected {
  const secretId = process.env.TENCENTCLOUD_SECRETID
  const secretKey = process.env.TENCENTCLOUD_SECRETKEY
  if (!secretId || !secretKey) throw new Error('Set TENCENTCLOUD_SECRETID and TENCENTCLOUD_SECRETKEY')
  return {
    app: tcb.init({ env, secretId, secretKey }),
    manager: new CloudBase({ secretId, secretKey, envId: env }),
    gateway: undefined,
    dataDir: '',
    transactionLimitMs: 30_000,
    restore: () => undefined,
  }
}

export interface Failure {
  code: string
  message: string
  requestId?: string
}

/** What a call fails with; a call that does not fail is itself a failure of the test. */
export async function failureOf(call: Promise<unknown>): Promise<Failure> {
  const outcome = await call.then(
    (value) => ({ value }),
    (error: Failure) => ({ error }),
  )
  if ('error' in outcome) return outcome.error
  throw new Error(`The call did not fail but gave ${JSON.stringify(outcome.value)}`)
}
