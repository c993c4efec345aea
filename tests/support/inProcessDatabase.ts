import { createRequire } from 'node:module'
import tcb from '@cloudbase/node-sdk'
import type { Db } from '../../cloudfunctions/database/cloud'
import { limits } from '../../local/cloud/gateway/limits'
import { errors } from '../../local/cloud/gateway/gatewayError'
import type { TcbRequest } from '../../local/cloud/gateway/request'

/** Answers a request as the gateway does; undefined is a connection that was torn down. */
export type AnswerInProcess = (request: TcbRequest) => Promise<object | undefined>

/** What the SDK builds for each query: it is given the database's own settings and sends what the query asks. */
type Requester = new (settings: Record<string, unknown>) => {
  send(action: string, parameters?: object, options?: object): Promise<unknown>
}

const ANSWER = 'answerInProcess'
let app: ReturnType<typeof tcb.init> | undefined

/**
 * The real SDK's database whose requests go to a function of this process: what it writes and reads is the protocol's
 * to the letter, without HTTP and signature. Databases made in the ordinary way go on speaking HTTP.
 */
export function inProcessDatabase(envId: string, answer: AnswerInProcess): Db {
  // without them the SDK asks the network where it runs, and complains
  process.env.TENCENTCLOUD_RUNENV ??= 'SCF'
  process.env.TENCENTCLOUD_REGION ??= 'ap-shanghai'
  process.env.SCF_NAMESPACE ??= envId
  app ??= tcb.init({ env: envId, secretId: 'in-process', secretKey: 'in-process' })
  readPlainTextsFast()
  const db = app.database({ env: envId, [ANSWER]: answer })
  chooseByDatabase(db.constructor as unknown as { reqClass: Requester })
  return db
}

/** The SDK's own reader of documents: JSON with types of its own, each an object whose key begins with `$`. */
interface Ejson {
  parse(text: string, options?: object): unknown
}

let isFast = false

/** A text without such a type is plain JSON and means the same read as that, in a third of the time. */
function readPlainTextsFast(): void {
  if (isFast) return
  isFast = true
  const ofTheSdk = createRequire(require.resolve('@cloudbase/node-sdk'))
  const { EJSON } = ofTheSdk('bson') as { EJSON: Ejson }
  const parse = EJSON.parse.bind(EJSON)
  EJSON.parse = (text, options) => (text.includes('"$') ? parse(text, options) : JSON.parse(text))
}

let overHttp: Requester | undefined

/** The SDK sets its requester anew for each database, for all of them at once: here each keeps its own way. */
function chooseByDatabase(databases: { reqClass: Requester }): void {
  if (overHttp) return
  overHttp = databases.reqClass
  const choose = function (settings: Record<string, unknown>) {
    const answer = settings[ANSWER] as AnswerInProcess | undefined
    return answer ? new InProcess(String(settings.envName), answer) : new overHttp!(settings)
  } as unknown as Requester
  Object.defineProperty(databases, 'reqClass', {
    get: () => choose,
    set: (requester: Requester) => (overHttp = requester),
  })
}

class InProcess {
  constructor(
    private readonly envName: string,
    private readonly answer: AnswerInProcess,
  ) {}

  async send(action: string, parameters?: object): Promise<unknown> {
    const request: TcbRequest = { ...parameters, action, envName: this.envName }
    const reply = isTooLarge(request)
      ? errors.payloadTooLarge(limits.payloadBytes)
      : await this.answer(request)
    if (reply === undefined) throw Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' })
    if ('code' in reply) throw Object.assign(new Error((reply as unknown as Error).message), { ...reply })
    return reply
  }
}

/** Measured only where it may matter: a request of one document never is. */
function isTooLarge(request: TcbRequest): boolean {
  return (
    Array.isArray(request.data) &&
    request.data.length > 1 &&
    Buffer.byteLength(JSON.stringify(request)) > limits.payloadBytes
  )
}
