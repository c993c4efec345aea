import type { Answer } from '../../doors/door'
import { NoticeSender, type Deliver } from './noticeSender'
import type { Notice, Payment } from './payDocuments'
import { PayFaults } from './payFaults'
import type { PayKeys } from './payKeys'
import { isPayable, type Merchant, transactionOf } from './payments'
import { PAY_ROUTES, type Reply } from './payRoutes'
import { PayRefused } from './payRefused'
import { PayStore } from './payStore'
import { refund, refundAnswer, type RefundBody, type Refunded, refundResource, statusAt } from './refunds'
import { Signatures } from './signatures'

export interface LocalPayOptions {
  /** Where its state is kept. */
  readonly file: string
  readonly keys: PayKeys
  readonly appid: string
  /** Where it is reached: `http://127.0.0.1:8080`. */
  readonly origin: string
  readonly now: () => number
  readonly deliver?: Deliver
}

export interface PayRequest {
  readonly method: string
  readonly url: URL
  readonly authorization: string | undefined
  readonly body: string
}

/** What the app hands to `wx.requestPayment`. */
export interface SheetParameters {
  readonly timeStamp: string
  readonly nonceStr: string
  readonly package: string
  readonly signType: 'RSA'
  readonly paySign: string
}

/** WeChat Pay on this machine: what a merchant asks over HTTP, what the payer does, and what WeChat tells the merchant. */
export class LocalWeChatPay {
  readonly store: PayStore
  readonly faults = new PayFaults()
  readonly sender: NoticeSender
  readonly merchant: Merchant
  readonly #signatures: Signatures

  constructor(private readonly options: LocalPayOptions) {
    const { file, keys, appid, origin, now, deliver } = options
    this.merchant = { mchid: keys.mchid, appid }
    this.store = new PayStore(file)
    this.#signatures = new Signatures(keys, now)
    this.sender = new NoticeSender({
      store: this.store,
      signatures: this.#signatures,
      faults: this.faults,
      now,
      origin,
      deliver,
    })
  }

  get keys(): PayKeys {
    return this.options.keys
  }

  get origin(): string {
    return this.options.origin
  }

  now(): number {
    return this.options.now()
  }

  /** An address of this stack without its port, which may be another one after the next start. */
  atHome(url: string): string {
    return url.startsWith(`${this.origin}/`) ? url.slice(this.origin.length) : url
  }

  /** Answers a merchant's request, signed. */
  answer(request: PayRequest): Answer {
    try {
      return this.#signed(200, this.#handle(request))
    } catch (error) {
      if (error instanceof AnswerLost) return { status: 502, headers: {}, body: 'Bad Gateway' }
      if (!(error instanceof PayRefused)) throw error
      const { status, code, message } = error
      return this.#signed(status, { json: { code, message } })
    }
  }

  /** What can be paid now and was not declined, by everybody or by one person. */
  waiting(openid?: string): Payment[] {
    const mine = this.store.unpaid().filter((payment) => openid === undefined || payment.openid === openid)
    return mine.filter((payment) => payment.declinedAt === null && isPayable(payment, this.now()))
  }

  /** The payer's tap. Undefined when nothing waits under this number; a payment is back once its notice was sent. */
  async decide(outTradeNo: string, outcome: 'success' | 'decline'): Promise<Payment | undefined> {
    const now = this.now()
    const payment = this.store.payment(outTradeNo)
    if (!payment || !isPayable(payment, now)) return undefined
    if (outcome === 'decline') {
      const declined = { ...payment, declinedAt: now }
      this.store.savePayment(declined)
      return declined
    }
    const paid: Payment = { ...payment, state: 'SUCCESS', paidAt: now }
    const ids = this.store.together(() => {
      this.store.savePayment(paid)
      return this.sender.add(
        {
          event: 'TRANSACTION.SUCCESS',
          outTradeNo,
          url: paid.notifyUrl,
          resource: transactionOf(this.merchant, paid, false),
        },
        now,
      )
    })
    await this.sender.send(ids)
    return paid
  }

  /** Opens the sheet as `wx.requestPayment` does. Undefined when WeChat would not: wrong signature, too old, not waiting. */
  openSheet({ timeStamp, nonceStr, package: prepay, paySign }: SheetParameters): Payment | undefined {
    const lines = [this.merchant.appid, timeStamp, nonceStr, prepay]
    if (!this.#signatures.isMerchants(lines, paySign)) return undefined
    const payment = this.store.paymentOfPrepay(prepay.replace(/^prepay_id=/, ''))
    if (!payment || !isPayable(payment, this.now())) return undefined
    const open = { ...payment, declinedAt: null }
    this.store.savePayment(open)
    return open
  }

  noticesOf(outTradeNo: string): Notice[] {
    return this.store.noticesOf(outTradeNo)
  }

  refund(body: RefundBody): object {
    const now = this.now()
    const { made, ids } = this.store.together(() => {
      const faultOf = () => ({
        lateSeconds: this.faults.strike('lateRefund')?.afterSeconds ?? 0,
        abnormal: this.faults.strike('abnormalRefund') !== undefined,
      })
      const made = refund(this.store, body, now, faultOf)
      return { made, ids: made.isNew ? this.#tellOf(made, body.notify_url) : [] }
    })
    // The answer goes first: whoever asked still waits for it.
    setImmediate(() => void this.sender.send(ids).catch(console.error))
    return refundAnswer(made.refund, made.isNew ? 'PROCESSING' : statusAt(made.refund, now))
  }

  /** Ends what it has under way; its state is kept. */
  async close(): Promise<void> {
    await this.sender.stop()
    this.store.close()
  }

  /** Without an address of its own a refund is told to that of its payment. */
  #tellOf({ refund, payment }: Refunded, url: string | undefined): string[] {
    const status = refund.abnormal ? 'ABNORMAL' : 'SUCCESS'
    return this.sender.add(
      {
        event: `REFUND.${status}`,
        outTradeNo: refund.outTradeNo,
        url: url === undefined ? payment.notifyUrl : this.atHome(url),
        resource: refundResource(this.merchant.mchid, refund, status),
      },
      refund.settledAt,
    )
  }

  #handle({ method, url, authorization, body }: PayRequest): Reply {
    const target = url.pathname + url.search
    const fault = this.#signatures.faultOf({ method, target, authorization, body })
    if (fault !== undefined) throw new PayRefused('SIGN_ERROR', fault)
    for (const route of PAY_ROUTES) {
      const match = route.method === method ? route.path.exec(url.pathname) : null
      if (!match) continue
      const refusal = this.faults.strike('payRefuses', ({ call }) => (call ?? route.call) === route.call)
      if (refusal) throw new PayRefused(refusal.code)
      const inPath = Object.entries(match.groups ?? {}).map(([name, text]) => [
        name,
        decodeURIComponent(text),
      ])
      const named = Object.fromEntries([...inPath, ...url.searchParams]) as Record<string, string>
      const reply = route.handle({ pay: this, named, body: parsed(body) })
      if (this.faults.strike('payAnswerLost', ({ call }) => (call ?? route.call) === route.call)) {
        throw new AnswerLost()
      }
      return reply
    }
    throw new PayRefused('RESOURCE_NOT_EXISTS', `${method} ${url.pathname}`)
  }

  #signed(status: number, reply: Reply): Answer {
    // A file is proved by the hash in the signed answer that led to it.
    if ('file' in reply) return { status, headers: { 'content-type': 'text/plain' }, body: reply.file }
    const body = 'json' in reply ? JSON.stringify(reply.json) : ''
    const headers = { 'content-type': 'application/json', ...this.#signatures.headersFor(body) }
    return { status: 'json' in reply ? status : 204, headers, body }
  }
}

class AnswerLost extends Error {}

function parsed(text: string): unknown {
  try {
    return text === '' ? {} : JSON.parse(text)
  } catch {
    throw new PayRefused('PARAM_ERROR', '请求体不是JSON')
  }
}
