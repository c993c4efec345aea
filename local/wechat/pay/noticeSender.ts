import { randomBytes } from 'node:crypto'
import type { Notice } from './payDocuments'
import { afterTry, newNotice, type NewNotice, probeOf } from './notices'
import type { PayFaults } from './payFaults'
import type { PayStore } from './payStore'
import type { Signatures } from './signatures'

/** WeChat waits this long for an answer. */
const ANSWER_WITHIN_MS = 5_000
const LONGEST_SLEEP_MS = 60_000

/** Sends one notice over HTTP and answers the status, 0 for none. */
export type Deliver = (url: string, headers: Record<string, string>, body: string) => Promise<number>

export interface SenderOptions {
  readonly store: PayStore
  readonly signatures: Signatures
  readonly faults: PayFaults
  readonly now: () => number
  /** Addresses without a host are of this one. */
  readonly origin: string
  readonly deliver?: Deliver
}

/** Sends notices until they are taken or given up; what waits is kept in the store. */
export class NoticeSender {
  readonly #underWay = new Map<string, Promise<void>>()
  #sleep: NodeJS.Timeout | undefined
  #ticking = false
  #stopped = false

  constructor(private readonly options: SenderOptions) {}

  /** Keeps a notice to be sent, or a probe and the notice; answers their ids. */
  add(notice: NewNotice, sendAt: number): string[] {
    const { store, signatures, faults, now } = this.options
    const late = faults.strike('lateNotice')
    const at = sendAt + (late ? late.afterSeconds * 1000 : 0)
    const made = newNotice(signatures, notice, now(), at)
    const all = faults.strike('probeNotice') ? [probeOf(made), made] : [made]
    for (const one of all) store.saveNotice(one)
    return all.map(({ id }) => id)
  }

  /** Sends those of these that are due, one after another. */
  async send(ids: readonly string[]): Promise<void> {
    for (const id of ids) {
      if (this.#stopped) return
      await this.#once(id)
    }
    this.#sleepUntilNext()
  }

  nextAt(): number | undefined {
    return this.options.store.nextNoticeAt()
  }

  /** Sends what is due now, in order. */
  async ring(): Promise<void> {
    const { store, now } = this.options
    await this.send(store.noticesDue(now()).map(({ id }) => id))
  }

  /** From now on sends as time passes. */
  start(): void {
    this.#ticking = true
    this.#sleepUntilNext()
  }

  /** Sends nothing more; what is under way is waited for. */
  async stop(): Promise<void> {
    this.#ticking = false
    this.#stopped = true
    clearTimeout(this.#sleep)
    await Promise.all(this.#underWay.values())
  }

  #sleepUntilNext(): void {
    if (!this.#ticking) return
    clearTimeout(this.#sleep)
    const nextAt = this.nextAt()
    if (nextAt === undefined) return
    const waitMs = Math.min(LONGEST_SLEEP_MS, Math.max(0, nextAt - this.options.now()))
    this.#sleep = setTimeout(() => void this.ring().catch(console.error), waitMs).unref()
  }

  /** Whoever else wants it sent waits for the one try. */
  #once(id: string): Promise<void> {
    const underWay = this.#underWay.get(id)
    if (underWay) return underWay
    const sending = this.#sendOne(id).finally(() => this.#underWay.delete(id))
    this.#underWay.set(id, sending)
    return sending
  }

  async #sendOne(id: string): Promise<void> {
    const { store, faults, now } = this.options
    const notice = store.notice(id)
    if (!notice || notice.nextAt === null || notice.nextAt > now()) return
    const after = afterTry(notice, await this.#try(notice), now())
    store.saveNotice(after)
    if (after.nextAt === null && !after.probe && faults.strike('duplicateNotice')) {
      store.saveNotice({ ...after, tries: [...after.tries, { at: now(), status: await this.#try(notice) }] })
    }
  }

  async #try(notice: Notice): Promise<number> {
    const { signatures, faults, origin, deliver = post } = this.options
    if (!notice.probe && faults.strike('lostNotice')) return 0
    const headers = { 'content-type': 'application/json', ...signatures.headersFor(notice.body) }
    const signed = notice.probe ? { ...headers, 'Wechatpay-Signature': probeSignature() } : headers
    return deliver(new URL(notice.url, origin).href, signed, notice.body)
  }
}

function probeSignature(): string {
  return `WECHATPAY/SIGNTEST/${randomBytes(192).toString('base64')}`
}

async function post(url: string, headers: Record<string, string>, body: string): Promise<number> {
  const signal = AbortSignal.timeout(ANSWER_WITHIN_MS)
  try {
    const reply = await fetch(url, { method: 'POST', headers, body, redirect: 'manual', signal })
    await reply.arrayBuffer()
    return reply.status
  } catch {
    // Nobody there, or too slow: both are a try that was not taken.
    return 0
  }
}
