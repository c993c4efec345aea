import { startOfDay } from '@shared/kernel/businessDay'
import type { Day } from '@shared/kernel/day'
import { applyOrder, type OrderChange } from './bought'
import { judge, nextJudgementDay, type Decision } from './judge'
import type { TierProgram } from './program'
import type { Standing } from './standardSpend'
import { firstTier, tierWithOrder, type TierState } from './tierState'

const NOON_MS = 12 * 3_600_000

/** Past orders count as placed at noon; what members do themselves comes after. */
const afternoon = (day: Day): number => startOfDay(day) + NOON_MS + 1

/** A member who lives through days under a programme, judged after everything they do: for the tests. */
export interface MemberWalk {
  readonly standing: Standing
  readonly program: TierProgram
  readonly today: Day
  readonly at: number
  readonly orders: ReadonlyMap<string, OrderChange>
  /** What was decided, with its day; staying is left out. */
  readonly decisions: readonly (Decision & { readonly day: Day })[]
}

export function startWalk(program: TierProgram, today: Day): MemberWalk {
  const standing: Standing = {
    seq: 0,
    bought: [],
    growthDays: [],
    growthMode: { kind: 'allTime' },
    invitations: 0,
    tier: firstTier(program, today),
  }
  return { standing, program, today, at: afternoon(today), orders: new Map(), decisions: [] }
}

/** Later, with everything judged on the day on which it fell due. */
export function goTo(walk: MemberWalk, day: Day): MemberWalk {
  for (let next = walk; ;) {
    const due = nextJudgementDay(next.standing.tier, next.program)
    if (due === null || due > day) return { ...next, today: day, at: Math.max(next.at, afternoon(day)) }
    next = judged({ ...next, today: due, at: startOfDay(due) })
  }
}

function judged(walk: MemberWalk): MemberWalk {
  const { today, at } = walk
  const { decision, tier } = judge(walk.standing, walk.program, { today, at })
  return {
    ...walk,
    at: at + 1,
    standing: { ...walk.standing, tier },
    decisions: decision.kind === 'stay' ? walk.decisions : [...walk.decisions, { ...decision, day: today }],
  }
}

/** Buys today, or has an order of another day imported. */
export function buy(walk: MemberWalk, id: string, fen: number, imported?: Day): MemberWalk {
  const day = imported ?? walk.today
  const at = imported === undefined ? walk.at : startOfDay(day) + NOON_MS
  const seq = walk.standing.seq + 1
  return withOrder(walk, id, { day, at, seq, imported: imported !== undefined, fromFen: null, toFen: fen })
}

/** Lowers an order by a refund; one of the whole order takes it away. */
export function refund(walk: MemberWalk, id: string, fen: number): MemberWalk {
  const order = walk.orders.get(id)
  if (!order || order.toFen === null) throw new Error(`there is no order ${id} to refund`)
  const left = order.toFen - fen
  return withOrder(walk, id, { ...order, fromFen: order.toFen, toFen: left === 0 ? null : left })
}

export function withFacts(walk: MemberWalk, facts: Partial<Standing>): MemberWalk {
  return judged({ ...walk, standing: { ...walk.standing, ...facts } })
}

export function withTier(walk: MemberWalk, tier: Partial<TierState>): MemberWalk {
  return withFacts(walk, { tier: { ...walk.standing.tier, ...tier } })
}

/** The programme changed and saved: a new version of it, under which the member is judged again. */
export function withProgram(walk: MemberWalk, change: Partial<TierProgram>): MemberWalk {
  return judged({ ...walk, program: { ...walk.program, ...change, version: walk.program.version + 1 } })
}

function withOrder(walk: MemberWalk, id: string, change: OrderChange): MemberWalk {
  return judged({
    ...walk,
    orders: new Map(walk.orders).set(id, change),
    standing: {
      ...walk.standing,
      seq: Math.max(walk.standing.seq, change.seq),
      bought: applyOrder(walk.standing.bought, change),
      tier: tierWithOrder(walk.standing.tier, change),
    },
  })
}
