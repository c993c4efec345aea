import { ok, refuse, type Result } from '@shared/kernel/result'
import { refused } from './answers'
import { Decorator, Rsa } from './library'
import { type PayRefusal, refusalOf, untrusted } from './payRefusal'
import type { PaySettings } from './paySettings'

/** A function that calls WeChat Pay has ten seconds at least; one answer comes within this or not at all. */
const ANSWER_WITHIN_MS = 6_000

export type Answer = Result<unknown, PayRefusal>

interface Asked {
  readonly body?: object
  readonly params?: Readonly<Record<string, string>>
  /** The answer is a file, which is not signed itself. */
  readonly file?: boolean
}

export type Request = (method: 'get' | 'post', path: string, asked: Asked) => Promise<Answer>

/** What the library answers, and what it throws. */
interface Reply {
  readonly status: number
  readonly data: unknown
}
interface ClientFault {
  readonly code?: string
  readonly message: string
  readonly response?: Reply
}

/** Sends signed requests; takes no answer whose signature is wrong, nor one that succeeded without. */
export function requester(settings: PaySettings): Request {
  const client = clientOf(settings)
  return async (method, path, { body, params, file = false }) => {
    const config = { params, responseType: file ? 'arraybuffer' : 'json' }
    try {
      const reply = await client.request(path, method, body, config)
      return reply.status < 300 ? ok(reply.data) : refuse(spokenRefusal(reply))
    } catch (error) {
      return refuse(faultOf(error as ClientFault))
    }
  }
}

function clientOf({ mchid, serial, privateKey, publicKeyId, publicKey, baseUrl }: PaySettings): Decorator {
  return new Decorator({
    mchid,
    serial,
    privateKey: Rsa.fromPkcs8(privateKey),
    certs: { [publicKeyId]: Rsa.fromSpki(publicKey) },
    timeout: ANSWER_WITHIN_MS,
    // A redirect, or a proxy of the environment, would carry what was signed to somebody else.
    maxRedirects: 0,
    proxy: false,
    // Then the library verifies refusals too.
    validateStatus: () => true,
    ...(baseUrl === undefined ? {} : { baseURL: baseUrl }),
  })
}

/** A refusal is taken unsigned, as WeChat's own libraries do: it promises nothing. A wrong signature is none of its. */
function faultOf({ code = '', message, response }: ClientFault): PayRefusal {
  const isVerdict = code.startsWith('EV3_')
  const unsigned = code === 'EV3_RES_HEADERS_INCOMPLATE'
  if (unsigned && response && response.status >= 300) return spokenRefusal(response)
  if (isVerdict) return untrusted(code)
  return { reason: 'askAgain', code: code || 'UNREACHABLE', message }
}

function spokenRefusal({ status, data }: Reply): PayRefusal {
  const isText = typeof data === 'string' || Buffer.isBuffer(data)
  const read = refused.safeParse(isText ? parsed(data.toString()) : data)
  return read.success
    ? refusalOf(status, read.data.code, read.data.message)
    : refusalOf(status, '', `HTTP status ${status}`)
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
