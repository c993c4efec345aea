import { createHash, type Hash } from 'node:crypto'
import type { CallError } from '@shared/contracts/errors'
import { memberIdOf } from '../../cloudfunctions/database/memberId'
import { dayAt } from './books/days'
import { auditBooks, auditByTheProduct } from './books/auditBooks'
import { mustBeSettled } from './books/dueBooks'
import { ShopBooks } from './books/shopBooks'
import { commandNamed, expectations } from './capabilities'
import { OWNER } from './capabilities/staff'
import { Broken, must, type Operation, type Plan } from './operation'
import { MOVE, SETTLE, START } from './plan'
import type { TimerName } from './platform/functions'
import { Platform, SECRET, type Call, type Outcome } from './platform/platform'
import { lastFaults, quietly } from './quietly'

export interface Verdict {
  /** What must not be and is, and in which round it showed. */
  readonly broken: { readonly message: string; readonly round: number } | null
  /** The same for the same plan: of every answer in order. */
  readonly digest: string
  readonly calls: number
  readonly lost: number
  /** How often each kind of entry, message and change of rules came into the books. */
  readonly kinds: Readonly<Record<string, number>>
}

/** After so many rounds everything is read and recomputed. */
const ROUNDS_TO_AUDIT = 400

/** Runs a plan on a fresh shop. What the product does wrong is in the verdict; anything else that fails is thrown. */
export async function runPlan(plan: Plan): Promise<Verdict> {
  const run = new PlanRun(plan)
  return quietly(async () => {
    run.platform.time.install()
    try {
      return await run.verdict()
    } finally {
      run.platform.time.uninstall()
      run.platform.close()
    }
  })
}

class PlanRun {
  readonly platform: Platform
  private readonly shop: ShopBooks
  private readonly answers: Hash = createHash('sha256')
  private readonly endings: (() => void)[] = []
  private calls = 0
  private lost = 0
  private round = 0

  constructor(private readonly plan: Plan) {
    this.platform = new Platform(plan.seed, START)
    this.shop = new ShopBooks(this.platform.store, expectations, () => this.platform.time.now)
  }

  async verdict(): Promise<Verdict> {
    let broken: Verdict['broken'] = null
    try {
      await this.all()
    } catch (error) {
      if (!(error instanceof Broken)) throw error
      broken = { message: error.message, round: this.round }
    }
    const kinds = Object.fromEntries([...this.shop.kinds, ...this.shop.messages.counts])
    return { broken, digest: this.answers.digest('hex'), calls: this.calls, lost: this.lost, kinds }
  }

  private async all(): Promise<void> {
    this.appointOwner()
    let rounds = 0
    for (const operations of roundsOf(this.plan.operations)) {
      this.round = operations[0]?.round ?? 0
      await this.runRound(operations)
      rounds += 1
      if (rounds % ROUNDS_TO_AUDIT === 0) auditBooks(this.shop)
    }
    this.round = Infinity
    await this.settle()
    auditBooks(this.shop)
    auditByTheProduct(this.shop)
  }

  private appointOwner(): void {
    const { store } = this.platform.store.gateway.context
    const id = memberIdOf(OWNER, SECRET)
    const doc = { _id: id, schemaVersion: 1, role: 'owner', addedAt: START }
    void store.group.run(() => {
      const staff = store.catalog.get('staff')
      store.documents.insert(staff, store.documents.prepare(staff, doc))
    })
    store.group.flush()
  }

  private async runRound(operations: readonly Operation[]): Promise<void> {
    const [first] = operations
    if (first?.command === MOVE) await this.move((first.input as { ms: number }).ms)
    else if (first?.command === SETTLE) await this.settle()
    else await this.runBesideEachOther(operations)
  }

  private async move(ms: number): Promise<void> {
    const { scheduler, time } = this.platform
    await scheduler.goOnTo(time.now + ms)
    this.look()
  }

  private async runBesideEachOther(operations: readonly Operation[]): Promise<void> {
    let running = operations.length
    const { time, scheduler } = this.platform
    for (const operation of operations) {
      const begin = () => this.begin(operation, operations.length === 1, () => (running -= 1))
      if (operation.delayMs === 0) begin()
      else time.at(time.now + operation.delayMs, begin)
    }
    await scheduler.run(
      () => running === 0,
      () => {
        this.look()
        this.judgeEndings()
      },
    )
  }

  /** Looks at everything that was committed since the last time. */
  private look(): void {
    const { traces } = this.platform
    if (traces.settings) this.shop.lookAtSettings()
    traces.settings = false
    for (const member of traces.members) this.shop.look(member)
    traces.members.clear()
  }

  /** What has ended is judged when nobody can go on, in the order in which it ended. */
  private judgeEndings(): void {
    for (const judge of this.endings.splice(0)) judge()
  }

  private begin(operation: Operation, alone: boolean, ended: () => void): void {
    const command = commandNamed(operation.command)
    const startedAt = this.platform.time.now
    const today = dayAt(startedAt)
    const sent = command.sends(operation.input, this.shop)
    const before = command.begins(this.shop, operation.input, today)
    const isHaunted = this.platform.isHaunted()
    this.calls += 1
    const call: Call = this.platform.start(operation, sent, (outcome) => {
      ended()
      this.endings.push(() => {
        this.answers.update(JSON.stringify([operation.id, outcome]))
        const smooth = call.harm === 'none' && !isHaunted
        const mayFail = call.harm === 'unbearable'
        this.judge(operation, outcome, {
          today,
          startedAt,
          alone: alone && !isHaunted,
          smooth,
          mayFail,
          before,
        })
      })
    })
  }

  private judge(
    operation: Operation,
    outcome: Outcome,
    moment: Parameters<ReturnType<typeof commandNamed>['answered']>[3],
  ): void {
    const { command, input } = operation
    if (outcome.kind === 'lost') {
      this.lost += 1
      return
    }
    if (outcome.kind === 'threw') {
      must(!moment.smooth, () => `${command} fails, and nothing went wrong around it: ${lastFaults()}`)
      return
    }
    const { error } = outcome.answer as { error?: CallError }
    if (error?.code === 'BUSY') must(!moment.alone || !moment.smooth, () => `${command} is BUSY, alone`)
    else if (error?.code === 'INTERNAL') must(moment.mayFail, () => `${command} fails: ${lastFaults()}`)
    else commandNamed(command).answered(this.shop, input, outcome.answer, moment)
  }

  /** Long enough after everything that the timers find all of it. */
  private async settle(): Promise<void> {
    await this.move(SETTLING_MS)
    for (const timer of ['hourly', 'everyMinute', 'everyMinute'] as const) await this.runTimer(timer)
    mustBeSettled(this.shop, dayAt(this.platform.time.now))
    // A clock that jumped over years leaves more days to compute than a run has time for: each must get further.
    const { figures } = this.shop
    const { store } = this.platform
    for (let run = 0; run < RUNS_TO_CATCH_UP && figures.disagreement(store); run += 1)
      await this.runTimer('everyMinute')
    const found = figures.disagreement(store)
    must(!found, () => found!)
  }

  private runTimer(timer: TimerName): Promise<void> {
    return this.runBesideEachOther([{ id: -1, round: -1, command: `timer.${timer}`, input: {}, delayMs: 0 }])
  }
}

/** What a killed call had sent arrives by then, the figures look back over less, and a sender that stopped is known to have. */
const SETTLING_MS = 400_000

const RUNS_TO_CATCH_UP = 10

function* roundsOf(operations: readonly Operation[]): Generator<readonly Operation[]> {
  let round: Operation[] = []
  for (const operation of operations) {
    if (round.length > 0 && round[0]?.round !== operation.round) {
      yield round
      round = []
    }
    round.push(operation)
  }
  if (round.length > 0) yield round
}
