import type { Cloud } from '../../../cloudfunctions/database/cloud'
import { settingsReader } from '../../../cloudfunctions/database/settings'
import { deployments } from '../../../cloudfunctions/deployed'
import { setEnvironment, type Environment } from '../../../cloudfunctions/runtime/environment'
import { answerAction } from '../../../local/cloud/gateway/answerAction'
import type { FaultKind } from '../../../local/cloud/gateway/faults'
import type { TcbRequest } from '../../../local/cloud/gateway/request'
import { inProcessDatabase } from '../../support/inProcessDatabase'
import { mix, type Kind, type Mishap, type Operation } from '../operation'
import { functions, type FunctionName } from './functions'
import { Scheduler } from './scheduler'
import { Traces } from './traces'
import { ENV, SimulatedStore } from './store'
import { VirtualTime } from './virtualTime'

export const SECRET = 'the secret of a simulation'

/** What a function is called with: by a person, or by the platform's timer when nobody is named. */
export interface Sent {
  readonly fn: FunctionName
  readonly event: unknown
  readonly openid?: string
}

/** How a call ended; `lost` when nobody learns of it. */
export type Outcome =
  | { readonly kind: 'answered'; readonly answer: unknown }
  | { readonly kind: 'threw' }
  | { readonly kind: 'lost' }

/** How badly a call was hit. What is `bearable` it must get over: a conflict, or a write whose answer never came. */
export type Harm = 'none' | 'bearable' | 'unbearable'

/** A call of a deployed function, from its start to its end. */
export interface Call {
  readonly operation: Operation
  /** How many requests of each kind it has made. */
  readonly requests: Record<Kind, number>
  /** What went wrong with its requests, on purpose. */
  harm: Harm
  isOver: boolean
  readonly ended: (outcome: Outcome) => void
}

/** The SDK gives up on an answer after this. */
const REQUEST_TIMEOUT_MS = 15_000
const LONGEST_LATENCY_MS = 25

/**
 * The platform in one process: instances of the deployed functions that take one call at a time, the store behind
 * them, and everything that can happen in between. Deterministic: the order of requests follows from the plan's seed.
 */
export class Platform {
  readonly time: VirtualTime
  readonly store: SimulatedStore
  readonly scheduler: Scheduler
  readonly traces = new Traces()
  private readonly idle = new Map<FunctionName, Instance[]>()
  private lastKillAt = -Infinity

  constructor(
    readonly seed: number,
    startAt: number,
  ) {
    this.time = new VirtualTime(startAt)
    this.store = new SimulatedStore(() => this.time.now)
    this.scheduler = new Scheduler(this.time, this.store.gateway.context.store.group)
  }

  /** Begins a call. It goes on as the scheduler lets its requests through. */
  start(operation: Operation, { fn, event, openid }: Sent, ended: Call['ended']): Call {
    const instance = this.idle.get(fn)?.pop() ?? new Instance(this)
    const call: Call = {
      operation,
      requests: { request: 0, write: 0, commit: 0 },
      harm: 'none',
      isOver: false,
      ended,
    }
    instance.call = call
    setEnvironment(instance.environment)
    const end = (outcome: Outcome): void => {
      if (call.isOver) return
      call.isOver = true
      this.idle.set(fn, [...(this.idle.get(fn) ?? []), instance])
      ended(outcome)
    }
    functions[fn](event, contextOf(fn, openid)).then(
      (answer) => end({ kind: 'answered', answer }),
      () => end({ kind: 'threw' }),
    )
    this.time.at(this.time.now + timeoutMs(fn), () => this.kill(call))
    return call
  }

  /** Whether a killed call may still hold a transaction open. */
  isHaunted(): boolean {
    return this.time.now < this.lastKillAt + 60_000
  }

  /** The call never goes on. What it has sent may still be carried out. */
  kill(call: Call): void {
    if (call.isOver) return
    call.isOver = true
    this.lastKillAt = this.time.now
    call.ended({ kind: 'lost' })
  }

  request(call: Call, request: TcbRequest): Promise<object | undefined> {
    const mishap = countRequest(call, request)
    const number = call.requests.request
    const { id, round } = call.operation
    const luck = mix(this.seed, round, id, number)
    return new Promise((resolve, reject) => {
      if (call.isOver) return
      this.scheduler.add({
        order: luck,
        latencyMs: mix(luck, 1) % LONGEST_LATENCY_MS,
        go: () => {
          const reply = this.carryOut(call, request, mishap, luck)
          reply.then((each) => !call.isOver && resolve(each), reject)
        },
      })
    })
  }

  private async carryOut(
    call: Call,
    request: TcbRequest,
    mishap: Mishap | undefined,
    luck: number,
  ): Promise<object | undefined> {
    // of a call that was killed, one half of what it had sent arrives
    const isSent = mishap !== 'killBefore' && (!call.isOver || luck % 2 === 0)
    if (mishap === 'killBefore' || mishap === 'killAfter') this.kill(call)
    if (!isSent) return undefined
    const fault = faultOf(mishap, request)
    if (fault) call.harm = harmOf(call.harm, fault, request)
    this.store.fault = fault
    const answered = answerAction(this.store.gateway, request, {
      invocation: `call-${call.operation.id}`,
      source: '',
    })
    this.store.fault = undefined
    return this.withinTimeout(answered, call, request)
  }

  private withinTimeout(
    answered: Promise<object | undefined>,
    call: Call,
    request: TcbRequest,
  ): Promise<object | undefined> {
    return new Promise((resolve, reject) => {
      const giveUp = this.time.at(this.time.now + REQUEST_TIMEOUT_MS, () => {
        call.harm = harmOf(call.harm, 'timeoutAfter', request)
        reject(Object.assign(new Error('ESOCKETTIMEDOUT'), { code: 'ESOCKETTIMEDOUT' }))
      })
      void answered.then((reply) => {
        this.time.forget(giveUp)
        this.traces.note(request)
        resolve(reply)
      })
    })
  }

  close(): void {
    this.store.close()
  }
}

/** One instance of a deployed function: it keeps its connection and its settings from call to call. */
class Instance {
  call: Call | undefined
  readonly environment: Environment

  constructor(platform: Platform) {
    let drawn = 0
    const present = (): Call => {
      if (!this.call) throw new Error('an instance without a call')
      return this.call
    }
    const cloud: Cloud = {
      db: inProcessDatabase(ENV, (request) => platform.request(present(), request)),
      random: () => mix(platform.seed, present().operation.id, (drawn += 1)) / 2 ** 32,
      wait: (ms) => {
        const call = present()
        return new Promise((resolve) =>
          platform.time.at(platform.time.now + ms, () => !call.isOver && resolve()),
        )
      },
    }
    this.environment = { cloud, settings: settingsReader(cloud), secret: SECRET }
  }
}

const WRITES = new Set([
  'database.insertDocument',
  'database.modifyDocument',
  'database.removeDocument',
  'database.commitTransaction',
])

/** Counts a request under each of its kinds; answers what was planned to go wrong with it. */
function countRequest({ requests, operation }: Call, { action }: TcbRequest): Mishap | undefined {
  const kinds: Kind[] = ['request']
  if (WRITES.has(action)) kinds.push('write')
  if (action === 'database.commitTransaction') kinds.push('commit')
  for (const kind of kinds) requests[kind] += 1
  return operation.mishaps?.find(({ of, number }) => kinds.includes(of) && requests[of] === number)?.mishap
}

/** What the gateway makes of a mishap. Conflicts are known to transactions only. */
function faultOf(mishap: Mishap | undefined, request: TcbRequest): FaultKind | undefined {
  if (mishap === undefined || mishap === 'killBefore' || mishap === 'killAfter') return undefined
  const mayConflict = request.transactionId !== undefined && WRITES.has(request.action)
  return mishap === 'conflict' && !mayConflict ? undefined : mishap
}

function harmOf(before: Harm, fault: FaultKind, { action }: TcbRequest): Harm {
  const isLostRead = (fault === 'timeoutBefore' || fault === 'timeoutAfter') && !WRITES.has(action)
  return before === 'unbearable' || fault === 'error' || isLostRead ? 'unbearable' : 'bearable'
}

function timeoutMs(fn: FunctionName): number {
  return (deployments.find(({ name }) => name === fn)?.timeoutSeconds ?? 60) * 1_000
}

function contextOf(fn: FunctionName, openid: string | undefined): object {
  return {
    memory_limit_in_mb: 256,
    time_limit_in_ms: timeoutMs(fn),
    request_id: 'simulation',
    function_version: '$LATEST',
    function_name: fn,
    namespace: ENV,
    environment: JSON.stringify({
      ...(openid ? { WX_OPENID: openid } : {}),
      TCB_SOURCE: openid ? 'wx_client' : 'wx_trigger',
      SCF_NAMESPACE: ENV,
    }),
  }
}
