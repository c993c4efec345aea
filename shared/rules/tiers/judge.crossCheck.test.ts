import { addDays, type Day } from '@shared/kernel/day'
import fc from 'fast-check'
import type { GrowthDay } from '../growth/days'
import type { Condition } from './conditions'
import { impossible } from './impossible'
import { judge } from './judge'
import { buy, goTo, refund, startWalk, withFacts, withProgram, type MemberWalk } from './memberWalk'
import { NaiveMember } from './naiveMember'
import { DEFAULT_PROGRAM, type Level, type TierProgram } from './program'

const FIRST = '2026-01-31'

const anyCondition = (fen: number): fc.Arbitrary<Condition> => {
  const spend = { measure: 'spend' as const, atLeast: fen }
  const invited = { measure: 'invitations' as const, atLeast: 2 }
  const orders = { measure: 'orders' as const, atLeast: 3 }
  const largest = { measure: 'largestOrder' as const, atLeast: Math.ceil(fen / 2) }
  const growth = { measure: 'growth' as const, atLeast: fen * 2 }
  return fc.constantFrom<Condition>(
    spend,
    spend,
    { all: [spend, invited] },
    { any: [spend, growth] },
    { all: [spend, { any: [orders, largest] }] },
    { any: [{ all: [largest, orders] }, spend, { all: [growth, invited] }] },
  )
}

const anyLevels: fc.Arbitrary<readonly Level[]> = fc
  .tuple(anyCondition(100), anyCondition(300), anyCondition(700), fc.constantFrom('basic', 'dual', 'paid'))
  .map(([one, two, three, kind]) => {
    const level = (rank: number, condition: Condition | null): Level => ({
      id: `l${rank}`,
      name: { zh: `等级 ${rank}`, en: `Level ${rank}` },
      material: 'paper',
      icon: null,
      color: null,
      kind: 'basic',
      condition,
      keep: { singleOrderFen: 40 * rank + 40, totalFen: 80 * rank + 80 },
      paid: null,
    })
    const top: Level = {
      ...level(3, kind === 'paid' ? null : three),
      kind,
      paid: kind === 'basic' ? null : { priceFen: 9_900, priceFenByLevel: {}, validDays: 365 },
    }
    return [level(0, null), level(1, one), level(2, two), top]
  })

const anyLength = fc.oneof(
  fc.record({ of: fc.constant('days' as const), days: fc.integer({ min: 1, max: 60 }) }),
  fc.record({ of: fc.constant('months' as const), months: fc.integer({ min: 1, max: 3 }) }),
)

const anyProgram: fc.Arbitrary<TierProgram> = fc
  .record({
    levels: anyLevels,
    standard: fc.oneof<fc.Arbitrary<TierProgram['standard']>[]>(
      fc.constant({ of: 'eachOrder' }),
      fc.constant({ of: 'total', period: { of: 'sinceUpgrade' } }),
      fc.boolean().map((imported) => ({ of: 'total', period: { of: 'history', imported } })),
      anyLength.map((length) => ({ of: 'total', period: { of: 'window', length } })),
    ),
    validity: fc.oneof<fc.Arbitrary<TierProgram['validity']>[]>(
      fc.constant({ of: 'permanent' }),
      fc.constant({ of: 'calendarYear' }),
      anyLength,
      anyLength,
    ),
    spendingDowngrade: fc.boolean(),
    lockIn: fc.option(fc.record({ singleOrder: fc.boolean(), total: fc.boolean(), extension: anyLength })),
    activeFrom: fc.option(fc.nat(40).map((offset) => addDays(FIRST, offset - 20))),
  })
  .map((settings) => ({ ...DEFAULT_PROGRAM, ...settings }))
  .filter((program) => impossible(program).length === 0)

type Event =
  | { readonly does: 'buy'; readonly fen: number }
  | { readonly does: 'refund'; readonly which: number; readonly share: number }
  | { readonly does: 'import'; readonly daysAgo: number; readonly fen: number }
  | { readonly does: 'invite' }
  | { readonly does: 'grow'; readonly by: number }
  | { readonly does: 'wait'; readonly days: number }
  | { readonly does: 'change'; readonly program: TierProgram }

const anyEvent: fc.Arbitrary<Event> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({ does: fc.constant('buy' as const), fen: fc.integer({ min: 1, max: 400 }) }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      does: fc.constant('refund' as const),
      which: fc.nat(20),
      share: fc.integer({ min: 1, max: 3 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      does: fc.constant('import' as const),
      daysAgo: fc.nat(60),
      fen: fc.integer({ min: 1, max: 400 }),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ does: 'invite' as const }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('grow' as const), by: fc.nat(400) }) },
  { weight: 6, arbitrary: fc.record({ does: fc.constant('wait' as const), days: fc.nat(40) }) },
  { weight: 1, arbitrary: anyProgram.map((program): Event => ({ does: 'change', program })) },
)

/** Both implementations side by side, one event after the other. */
class Both {
  walk: MemberWalk
  naive: NaiveMember
  #events = 0

  constructor(program: TierProgram) {
    this.walk = startWalk(program, FIRST)
    this.naive = new NaiveMember(program, FIRST)
  }

  /** Places are ordered as instants are: by the day; on it, what falls due comes first, then noon, then what is done. */
  #place(day: Day): number {
    return Date.parse(day) + this.#events
  }

  do(event: Event): void {
    this.#events += 1
    const { naive } = this
    const id = `order${this.#events}`
    switch (event.does) {
      case 'wait':
        return this.#wait(event.days)
      case 'buy':
        naive.orders.push({
          id,
          day: naive.today,
          place: this.#place(naive.today),
          imported: false,
          paid: event.fen,
          refunds: [],
        })
        this.walk = buy(this.walk, id, event.fen)
        break
      case 'import': {
        const day = addDays(naive.today, -1 - event.daysAgo)
        naive.orders.push({
          id,
          day,
          place: Date.parse(day) + 0.25,
          imported: true,
          paid: event.fen,
          refunds: [],
        })
        this.walk = buy(this.walk, id, event.fen, day)
        break
      }
      case 'refund':
        this.#refund(event)
        break
      case 'invite':
        naive.invitations += 1
        this.walk = withFacts(this.walk, { invitations: naive.invitations })
        break
      case 'grow': {
        naive.growth.push({ day: naive.today, gained: event.by })
        this.walk = withFacts(this.walk, { growthDays: growthDaysOf(naive.growth) })
        break
      }
      case 'change':
        naive.program = { ...event.program, version: naive.program.version + 1 }
        this.walk = withProgram(this.walk, event.program)
        break
    }
    naive.look(this.#place(naive.today) + 1, event.does === 'change')
  }

  #wait(days: number): void {
    const to = addDays(this.naive.today, days)
    while (this.naive.today < to) {
      this.naive.today = addDays(this.naive.today, 1)
      this.#events += 1
      this.naive.look(Date.parse(this.naive.today) + 0.6, false)
    }
    this.walk = goTo(this.walk, to)
  }

  #refund({ which, share }: Extract<Event, { does: 'refund' }>): void {
    const open = this.naive.orders.filter((order) => this.naive.net(order) > 0)
    const order = open[which % Math.max(1, open.length)]
    if (!order) return
    const part = Math.ceil(this.naive.net(order) / share)
    order.refunds.push(part)
    this.walk = refund(this.walk, order.id, part)
  }
}

function growthDaysOf(growth: readonly { day: Day; gained: number }[]): readonly GrowthDay[] {
  const days = [...new Set(growth.map(({ day }) => day))].sort()
  return days.map((day) => {
    const gained = growth.filter((each) => each.day === day).reduce((sum, each) => sum + each.gained, 0)
    return { day, gained, counted: gained }
  })
}

test('the level, since when and until when equal a naive recount of everything that happened, under any settings', () => {
  const moves = new Map<string, number>()
  fc.assert(
    fc.property(anyProgram, fc.array(anyEvent, { minLength: 5, maxLength: 40 }), (program, events) => {
      const both = new Both(program)
      for (const event of events) {
        both.do(event)
        const { id, since, earned } = both.walk.standing.tier
        const { level, since: naiveSince, until } = both.naive
        expect({ id, since, until: earned.until }).toEqual({ id: level, since: naiveSince, until })
      }
      for (const each of both.walk.decisions)
        if (each.kind !== 'stay') moves.set(each.cause.of, (moves.get(each.cause.of) ?? 0) + 1)
    }),
    { numRuns: 400, seed: 20_260_131 },
  )
  const causes = ['reached', 'refund', 'validityEnded', 'earnedAgain', 'lockIn', 'settings']
  for (const cause of causes) expect([cause, (moves.get(cause) ?? 0) > 20]).toEqual([cause, true])
})

test('judging again at once changes nothing, whatever has happened', () => {
  fc.assert(
    fc.property(anyProgram, fc.array(anyEvent, { minLength: 1, maxLength: 25 }), (program, events) => {
      const both = new Both(program)
      for (const event of events) {
        both.do(event)
        const { standing, program: now, today, at } = both.walk
        const again = judge(standing, now, { today, at })
        expect(again.decision).toEqual({ kind: 'stay' })
        expect(again.tier).toBe(standing.tier)
      }
    }),
    { numRuns: 150 },
  )
})
