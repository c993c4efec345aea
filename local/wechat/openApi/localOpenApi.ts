import { randomBytes } from 'node:crypto'
import type { Answer } from '../../doors/door'
import { json } from '../../doors/door'
import type { PayStore } from '../pay/payStore'
import { codePicture, targetIn } from './codePicture'
import { LocalTokens } from './localTokens'
import { OpenApiFaults } from './openApiFaults'
import { OpenApiRefused } from './openApiRefused'
import { type Shipment, uploadShipment } from './shipments'

export interface LocalOpenApiOptions {
  readonly appid: string
  readonly mchid: string
  /** What WeChat Pay knows: only what it took money for can be shipped. */
  readonly store: PayStore
  readonly now: () => number
}

/** WeChat's server interface on this machine: tokens, and what was shipped. */
export class LocalOpenApi {
  /** Of the mini-program; another one with each start, since nothing that is kept needs it. */
  readonly secret = randomBytes(16).toString('hex')
  readonly faults = new OpenApiFaults()
  readonly #tokens: LocalTokens

  constructor(private readonly options: LocalOpenApiOptions) {
    this.#tokens = new LocalTokens({ appid: options.appid, secret: this.secret }, options.now)
  }

  giveToken(body: Buffer): Answer {
    return answered(() => this.#tokens.give(parsed(body)))
  }

  uploadShipping(token: string | null, body: Buffer): Answer {
    if (this.faults.strike('tokenEnded')) this.#tokens.endAll()
    return answered(() => {
      this.#tokens.check(token)
      if (this.faults.strike('shippingTooEarly')) throw new OpenApiRefused(10060001)
      uploadShipment(this.options.store, this.options.mchid, parsed(body))
      if (this.faults.strike('shippingAnswerLost')) return null
      return {}
    })
  }

  /** A picture where WeChat makes its round code: what a scanner reads in it is the page and the scene. */
  makeCode(token: string | null, body: Buffer): Answer {
    if (this.faults.strike('tokenEnded')) this.#tokens.endAll()
    try {
      this.#tokens.check(token)
      if (this.faults.strike('codeRefused')) throw new OpenApiRefused(45009)
      const headers = { 'content-type': 'image/png' }
      return { status: 200, headers, body: codePicture(targetIn(parsed(body))) }
    } catch (error) {
      return answered(() => {
        throw error
      })
    }
  }

  shipments(): Shipment[] {
    return this.options.store.shipments()
  }
}

/** WeChat answers 200 even to what it refuses. Nothing to say: the answer is lost. */
function answered(handle: () => object | null): Answer {
  try {
    const value = handle()
    return value ? json({ errcode: 0, errmsg: 'ok', ...value }) : { status: 502, headers: {}, body: '' }
  } catch (error) {
    if (!(error instanceof OpenApiRefused)) throw error
    const reference = randomBytes(12).toString('hex')
    return json({ errcode: error.code, errmsg: `${error.message} rid: ${reference}` })
  }
}

function parsed(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'))
  } catch {
    throw new OpenApiRefused(47001)
  }
}
