import {
  createCipheriv,
  createPrivateKey,
  createPublicKey,
  type KeyObject,
  randomBytes,
  sign,
  verify,
} from 'node:crypto'
import type { PayKeys } from './payKeys'

/** A request signed earlier, or later, than this is refused. */
const CLOCKS_APART_SECONDS = 300

export interface SignedRequest {
  readonly method: string
  /** Path and query, as sent. */
  readonly target: string
  readonly authorization: string | undefined
  readonly body: string
}

/** Signs as WeChat Pay and checks as WeChat Pay; written anew from node:crypto, so that no fault of a library cancels out. */
export class Signatures {
  readonly #merchant: KeyObject
  readonly #platform: KeyObject

  constructor(
    private readonly keys: PayKeys,
    private readonly now: () => number,
  ) {
    this.#merchant = createPublicKey(der(keys.merchantPublicKey, 'spki'))
    this.#platform = createPrivateKey(der(keys.platformPrivateKey, 'pkcs8'))
  }

  /** What is wrong with a request's signature, in words; undefined when nothing. */
  faultOf({ method, target, authorization, body }: SignedRequest): string | undefined {
    const [scheme, rest = ''] = splitOnce(authorization ?? '', ' ')
    if (scheme !== 'WECHATPAY2-SHA256-RSA2048') return 'Http头Authorization认证类型不正确'
    const pairs = [...rest.matchAll(/(\w+)="([^"]*)"/g)]
    const fields = Object.fromEntries(pairs.map(([, name = '', value = '']) => [name, value]))
    const { mchid, serial_no, timestamp = '', nonce_str = '', signature = '' } = fields
    if (mchid !== this.keys.mchid) return '商户号不存在'
    if (serial_no !== this.keys.merchantSerial) return '商户API证书序列号有误'
    const apart = Math.abs(this.now() / 1000 - Number(timestamp))
    if (!(apart <= CLOCKS_APART_SECONDS))
      return 'Http头Authorization中的timestamp与发起请求的时间不得超过5分钟'
    const lines = [method, target, timestamp, nonce_str, body]
    return this.isMerchants(lines, signature) ? undefined : '签名错误，请检查后再试'
  }

  /** Whether the merchant signed these lines. */
  isMerchants(lines: readonly string[], signature: string): boolean {
    return verify('sha256', text(lines), this.#merchant, Buffer.from(signature, 'base64'))
  }

  /** The headers that prove an answer or a notice. */
  headersFor(body: string): Record<string, string> {
    const timestamp = String(Math.floor(this.now() / 1000))
    const nonce = randomBytes(16).toString('hex')
    return {
      'Wechatpay-Timestamp': timestamp,
      'Wechatpay-Nonce': nonce,
      'Wechatpay-Serial': this.keys.publicKeyId,
      'Wechatpay-Signature': sign('sha256', text([timestamp, nonce, body]), this.#platform).toString(
        'base64',
      ),
      'Wechatpay-Signature-Type': 'WECHATPAY2-SHA256-RSA2048',
      'Request-ID': randomBytes(16).toString('hex').toUpperCase(),
    }
  }

  /** The `resource` of a notice. */
  encrypted(value: unknown, originalType: string) {
    const nonce = randomBytes(6).toString('hex')
    const cipher = createCipheriv('aes-256-gcm', this.keys.apiV3Key, nonce).setAAD(Buffer.from(originalType))
    const sealed = [cipher.update(JSON.stringify(value), 'utf8'), cipher.final(), cipher.getAuthTag()]
    return {
      original_type: originalType,
      algorithm: 'AEAD_AES_256_GCM',
      ciphertext: Buffer.concat(sealed).toString('base64'),
      associated_data: originalType,
      nonce,
    }
  }
}

function text(lines: readonly string[]): Buffer {
  return Buffer.from(lines.map((line) => `${line}\n`).join(''))
}

function der(key: string, type: 'spki' | 'pkcs8') {
  return { key: Buffer.from(key, 'base64'), format: 'der' as const, type: type as never }
}

function splitOnce(whole: string, at: string): [string, string?] {
  const place = whole.indexOf(at)
  return place < 0 ? [whole] : [whole.slice(0, place), whole.slice(place + at.length)]
}
