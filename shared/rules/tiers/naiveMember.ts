import { addDays, addMonths, type Day } from '@shared/kernel/day'
import { holds, type Measures } from './conditions'
import type { TierProgram } from './program'

interface NaiveOrder {
  readonly id: string
  readonly day: Day
  /** Its place among all that happened; an imported order has the place of noon on its day. */
  readonly place: number
  readonly imported: boolean
  readonly paid: number
  readonly refunds: number[]
}

interface NaiveClimb {
  readonly level: string
  readonly place: number
  readonly day: Day
}

/**
 * For the tests: a second implementation, as plain as can be. It keeps every order with the number of the step at which
 * it came, and counts everything anew from that list. It knows nothing of days kept, of marks or of due days: it looks
 * at every day.
 */
export class NaiveMember {
  orders: NaiveOrder[] = []
  growth: { day: Day; gained: number }[] = []
  invitations = 0
  level = 'l0'
  since: Day
  until: Day | null = null
  kept = false
  termPlace = -Infinity
  termDay: Day
  basePlace = -Infinity
  climbs: NaiveClimb[] = []

  constructor(
    public program: TierProgram,
    public today: Day,
  ) {
    this.since = today
    this.termDay = today
  }

  /** What is left of an order. */
  net(order: NaiveOrder): number {
    return order.refunds.reduce((left, part) => left - part, order.paid)
  }

  private restarts(): boolean {
    const { standard } = this.program
    return standard.of === 'eachOrder' || standard.period.of === 'sinceUpgrade'
  }

  private measure(afterPlace: number, upToPlace: number, day: Day): Measures {
    const { standard, activeFrom } = this.program
    let orders = this.orders.filter((order) => order.refunds.length === 0 || this.net(order) > 0)
    orders = orders.filter(({ place }) => place < upToPlace)
    if (activeFrom) orders = orders.filter((order) => order.day >= activeFrom)
    if (this.restarts()) orders = orders.filter(({ place }) => place > afterPlace)
    if (standard.of === 'total') {
      const { period } = standard
      if (period.of === 'history' && !period.imported) orders = orders.filter(({ imported }) => !imported)
      if (period.of === 'window') {
        const { length } = period
        orders = orders.filter((order) =>
          length.of === 'days'
            ? order.day > addDays(day, -length.days)
            : order.day > addMonths(day, -length.months),
        )
      }
    }
    const amounts = orders.map((order) => this.net(order))
    const sum = amounts.reduce((total, fen) => total + fen, 0)
    const largest = Math.max(0, ...amounts)
    return {
      spend: standard.of === 'eachOrder' ? largest : sum,
      largestOrder: largest,
      orders: orders.length,
      invitations: this.invitations,
      growth: this.growth.filter((each) => each.day <= day).reduce((total, { gained }) => total + gained, 0),
    }
  }

  private best(measures: Measures): number {
    let best = 0
    this.program.levels.forEach(({ kind, condition }, rank) => {
      if (kind !== 'paid' && condition && holds(condition, measures)) best = rank
    })
    return best
  }

  private rank(level: string): number {
    return this.program.levels.findIndex(({ id }) => id === level)
  }

  private move(rank: number, place: number): void {
    const { validity, levels } = this.program
    this.level = levels[rank]?.id ?? ''
    this.since = this.today
    this.newTerm(place)
    this.until = rank === 0 ? null : lastDay(validity, this.today)
  }

  private newTerm(place: number): void {
    this.termPlace = place
    this.termDay = this.today
    this.kept = false
  }

  /** Looks at the member now; `place` is where the next thing to happen will be. */
  look(place: number, rulesAreNew: boolean): void {
    const { program, today } = this
    const isHistory = program.standard.of === 'total' && program.standard.period.of === 'history'
    const here = place - 0.5
    if (rulesAreNew && !this.kept)
      this.until = this.rank(this.level) === 0 ? null : lastDay(program.validity, this.termDay)
    if (rulesAreNew && program.validity.of === 'permanent') [this.until, this.kept] = [null, false]
    let held = this.rank(this.level)
    if (rulesAreNew || program.spendingDowngrade || isHistory) {
      const standing: NaiveClimb[] = []
      for (const climb of this.climbs) {
        const below = standing.at(-1)
        const rank = this.best(this.measure(below?.place ?? this.basePlace, climb.place, climb.day))
        if (rank > (below ? this.rank(below.level) : 0))
          standing.push({ ...climb, level: program.levels[rank]?.id ?? '' })
      }
      this.climbs = standing
      held = Math.max(0, this.rank(standing.at(-1)?.level ?? 'l0'))
    }
    const now = this.best(this.measure(this.climbs.at(-1)?.place ?? this.basePlace, Infinity, today))
    if (now > held) this.climbs.push({ level: program.levels[now]?.id ?? '', place: here, day: today })
    const target = Math.max(held, now)
    if (target !== this.rank(this.level)) this.move(target, here)
    else if (this.until !== null && this.until < today) this.endTerm(here)
  }

  private endTerm(here: number): void {
    const { program, today, until } = this
    const rank = this.rank(this.level)
    const { keep } = program.levels[rank] ?? { keep: { singleOrderFen: null, totalFen: null } }
    const amounts = this.orders
      .filter(({ place }) => place > this.termPlace)
      .filter(
        ({ day }) => (program.activeFrom === null || day >= program.activeFrom) && day <= (until ?? today),
      )
      .map((order) => this.net(order))
    const byOne =
      program.lockIn?.singleOrder && amounts.some((fen) => fen >= (keep.singleOrderFen ?? Infinity))
    const sum = amounts.reduce((total, fen) => total + fen, 0)
    const byAll = program.lockIn?.total && sum >= (keep.totalFen ?? Infinity)
    if (program.lockIn && until && (byOne || byAll)) {
      const { extension } = program.lockIn
      const from = until < addDays(today, -1) ? addDays(today, -1) : until
      this.until = extension.of === 'days' ? addDays(from, extension.days) : addMonths(from, extension.months)
      this.newTerm(here)
      this.kept = true
      return
    }
    const target = this.best(this.measure(this.termPlace, Infinity, today))
    const { since } = this
    this.basePlace = target === 0 ? here : this.termPlace
    this.climbs = target === 0 ? [] : [{ level: program.levels[target]?.id ?? '', place: here, day: today }]
    this.move(target, here)
    if (target === rank) this.since = since
  }
}

function lastDay(validity: TierProgram['validity'], from: Day): Day | null {
  if (validity.of === 'permanent') return null
  if (validity.of === 'days') return addDays(from, validity.days)
  return addMonths(from, validity.of === 'months' ? validity.months : 12)
}
