import type { BenchOptions } from './options'
import { LoadSender } from './load/loadSender'
import type { RoundResult } from './load/loadMessages'
import type { Side, Subject } from './load/subjects'
import { median, quantile, rounded } from './quantile'
import { report } from './figure'
import type { BenchStack } from './stack/benchStack'
import { Members } from './stack/members'

const LEAD_MS = 800
/** Whose home page is read, round and round. */
const VISITORS = 500
/** More than any machine answers in a second, until the first round has told. */
const FIRST_GUESS_RPS = 2_000
const WARM_UP_ROUND_MS = 1_000
/** A machine that is too busy to warm up is measured all the same. */
const WARM_UP_ROUNDS = 30

/**
 * Measures calls over HTTP at each number of callers. Rounds of the product's function and of the bare one alternate,
 * so that whatever else the machine does falls on both.
 */
export class HttpFigures {
  readonly #sender = new LoadSender()
  readonly #members: Members
  #mostRps = FIRST_GUESS_RPS / 1.5

  constructor(
    private readonly bench: BenchStack,
    private readonly options: BenchOptions,
  ) {
    this.#members = new Members(bench)
  }

  async measure(subject: Subject): Promise<void> {
    await this.#warmUp(subject)
    for (const callers of this.options.callers) await this.#measureAt(subject, callers)
  }

  close(): void {
    this.#sender.close()
  }

  /** Starts every instance, and lets each compile what it runs often. */
  async #warmUp(subject: Subject): Promise<void> {
    const callers = Math.max(...this.options.callers)
    for (const side of ['bare', 'real'] as const) {
      let sent = 0
      for (let round = 0; round < WARM_UP_ROUNDS && sent < this.options.warmUpCalls; round++) {
        sent += (await this.#round(subject, side, callers, WARM_UP_ROUND_MS)).sent
      }
    }
  }

  async #measureAt(subject: Subject, callers: number): Promise<void> {
    const real: RoundResult[] = []
    const bare: RoundResult[] = []
    const measuredMs = this.options.seconds * 1000
    for (let round = 0; round < this.options.rounds; round++) {
      // Turn about who goes first: what drifts one way then falls on both alike.
      const sides = round % 2 === 0 ? (['real', 'bare'] as const) : (['bare', 'real'] as const)
      for (const side of sides) {
        const results = side === 'real' ? real : bare
        results.push(await this.#round(subject, side, callers, measuredMs))
      }
    }
    const rps = (results: readonly RoundResult[]) =>
      results.map(({ latenciesMs }) => latenciesMs.length / this.options.seconds)
    const ratios = rps(real).map((ofReal, round) => ofReal / rps(bare)[round]!)
    const latenciesMs = real.flatMap((result) => result.latenciesMs)
    const figure = {
      figure: `${subject}.http`,
      callers,
      rps: rounded(median(rps(real)), 1),
      p50Ms: rounded(quantile(latenciesMs, 0.5), 2),
      p99Ms: rounded(quantile(latenciesMs, 0.99), 2),
      ceilingRps: rounded(median(rps(bare)), 1),
      ofCeiling: rounded(median(ratios), 3),
      ofCeilingRounds: ratios.map((ratio) => rounded(ratio, 3)),
      ...cpu(real, bare),
      senderCpuShare: rounded(median([...real, ...bare].map(({ cpuShare }) => cpuShare)), 2),
    }
    report(
      figure,
      `${subject} at ${callers} callers: ${figure.rps}/s, p50 ${figure.p50Ms} ms, p99 ${figure.p99Ms} ms; ` +
        `${Math.round(figure.ofCeiling * 100)} % of the ceiling of ${figure.ceilingRps}/s`,
    )
  }

  async #round(subject: Subject, side: Side, callers: number, measuredMs: number): Promise<RoundResult> {
    const eachOnce = subject === 'checkin'
    const most = Math.ceil(this.#mostRps * 1.5 * ((LEAD_MS + measuredMs) / 1000)) + callers
    const members = eachOnce ? most : VISITORS
    const firstMember = await this.#members.ready(members)
    const result = await this.#sender.send({
      url: this.bench.stack.url,
      subject,
      side,
      callers,
      leadMs: LEAD_MS,
      measuredMs,
      firstMember,
      members,
      eachOnce,
      memberIdSecret: this.bench.memberIdSecret,
      pid: this.bench.stack.pid,
    })
    if (eachOnce) this.#members.use(result.sent)
    this.#mostRps = Math.max(this.#mostRps, result.sent / ((LEAD_MS + measuredMs) / 1000))
    return result
  }
}

/** Processor time a call, of both sides: it hardly moves when others are busy on the machine. */
function cpu(real: readonly RoundResult[], bare: readonly RoundResult[]) {
  const of = (results: readonly RoundResult[]) => median(results.map(({ cpuMs = NaN }) => cpuMs))
  const [cpuMs, ceilingCpuMs] = [of(real), of(bare)]
  return Number.isNaN(cpuMs) ? {} : { cpuMs: rounded(cpuMs, 2), ceilingCpuMs: rounded(ceilingCpuMs, 2) }
}
