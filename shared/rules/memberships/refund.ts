import { allocate } from '@shared/kernel/allocate'
import type { Instant } from '@shared/kernel/businessDay'
import { addDays, daysBetween, type Day } from '@shared/kernel/day'
import type { Fen } from '@shared/kernel/fen'
import { ok, refuse, type Result } from '@shared/kernel/result'
import { sumOf } from '@shared/kernel/sumOf'
import { runningPaid } from '../tiers/paid'
import type { TierProgram } from '../tiers/program'
import type { TierState } from '../tiers/tierState'
import { putOff } from '../tiers/validity'

/** Days of a level that were paid for, or redeemed for points, and were not refunded. */
export interface PaidDays {
  readonly id: string
  readonly levelId: string
  readonly validDays: number
  readonly paidFen: Fen
  readonly paidAt: Instant
  readonly paidOn: Day
}

/** What the level's benefits took off an order. */
export interface TakenOff {
  readonly day: Day
  readonly fen: Fen
}

/** What goes back of a purchase, and how that comes about. */
export interface MembershipRefundOffer {
  readonly paidFen: Fen
  readonly validDays: number
  readonly usedDays: number
  readonly unusedDays: number
  /** The share of the price for the days used. */
  readonly byDaysFen: Fen
  /** What the level's benefits took off orders since it began. */
  readonly savedFen: Fen
  /** What was used: the greater of the two, never more than was paid. */
  readonly usedFen: Fen
  readonly backFen: Fen
  /** The member's tier without those days; to be judged. */
  readonly tier: TierState
}

export type MembershipRefundRefusal = {
  readonly code: 'MEMBERSHIP_UNKNOWN' | 'MEMBERSHIP_USED_UP'
}

/**
 * What a refund of a purchase gives back: the price less what was used of it. The days left of a level belong to what was
 * bought last; today is used, but for the day of the purchase itself, which comes on top of its days. `purchases` are all
 * that this member has, of whatever level; `taken` is what the level's benefits took off their orders, nothing where the
 * shop does not count it.
 */
export function refundOffer(
  tier: TierState,
  purchases: readonly PaidDays[],
  purchaseId: string,
  taken: readonly TakenOff[],
  program: TierProgram,
  today: Day,
): Result<MembershipRefundOffer, MembershipRefundRefusal> {
  const purchase = purchases.find(({ id }) => id === purchaseId)
  if (!purchase) return refuse({ code: 'MEMBERSHIP_UNKNOWN' })
  const { levelId, validDays, paidFen } = purchase
  const moment = movingMoment(program, today)
  const unused = unusedOf(purchases, levelId, leftDays(tier, levelId, moment))
  const unusedDays = unused.get(purchase) ?? 0
  if (unusedDays === 0) return refuse({ code: 'MEMBERSHIP_USED_UP' })
  const others = [...unused].filter(([other, days]) => other !== purchase && days > 0)
  const hasBegun = !others.some(([other]) => isBefore(other, purchase))
  const usedDays = validDays - unusedDays
  const savedFen = hasBegun ? sumOf(since(purchase, usedDays, taken, moment), ({ fen }) => fen) : 0
  const [backByDaysFen = 0] = allocate(paidFen, [unusedDays, usedDays])
  const byDaysFen = paidFen - backByDaysFen
  const usedFen = Math.min(paidFen, Math.max(byDaysFen, savedFen))
  return ok({
    paidFen,
    validDays,
    usedDays,
    unusedDays,
    byDaysFen,
    savedFen,
    usedFen,
    backFen: paidFen - usedFen,
    tier: withoutDays(tier, levelId, others.length === 0 ? 'all' : unusedDays, moment),
  })
}

/** Those of which days are left, of whatever level. */
export function withDaysLeft(
  tier: TierState,
  purchases: readonly PaidDays[],
  program: TierProgram,
  today: Day,
): readonly PaidDays[] {
  const moment = movingMoment(program, today)
  return purchases.filter((each) => {
    const left = leftDays(tier, each.levelId, moment)
    return (unusedOf(purchases, each.levelId, left).get(each) ?? 0) > 0
  })
}

const isBefore = (one: PaidDays, other: PaidDays): boolean =>
  one.paidAt < other.paidAt || (one.paidAt === other.paidAt && one.id < other.id)

/** The days not used of each purchase of a level: those to come belong to what was bought last. */
function unusedOf(
  purchases: readonly PaidDays[],
  levelId: string,
  leftDays: number,
): ReadonlyMap<PaidDays, number> {
  let left = leftDays
  const newestFirst = purchases
    .filter((each) => each.levelId === levelId)
    .sort((a, b) => (isBefore(a, b) ? 1 : -1))
  return new Map(
    newestFirst.map((purchase) => {
      const days = Math.min(purchase.validDays, left)
      left -= days
      return [purchase, days]
    }),
  )
}

/** What was taken off since a purchase began: as many days ago as it was used, and not before it was paid for. */
function since(
  { paidOn }: PaidDays,
  usedDays: number,
  taken: readonly TakenOff[],
  { lastUsed }: Moving,
): readonly TakenOff[] {
  const began = addDays(lastUsed, -usedDays)
  return taken.filter(({ day }) => day >= paidOn && day >= began)
}

/** The rules and the day by which time counts. While the levels are off it has stood still since the day they went off. */
interface Moving {
  readonly program: TierProgram
  /** The last day that counts, and the first that does not yet: a day that has begun is used. */
  readonly lastUsed: Day
  readonly next: Day
}

function movingMoment(program: TierProgram, today: Day): Moving {
  const open = program.pauses.at(-1)
  if (open?.to !== null) return { program, lastUsed: today, next: today }
  const pauses = program.pauses.slice(0, -1)
  return { program: { ...program, pauses }, lastUsed: addDays(open.from, -1), next: open.from }
}

function leftDays(tier: TierState, levelId: string, { program, lastUsed }: Moving): number {
  const { paid, paused } = runningPaid(tier, program, lastUsed)
  if (paid?.levelId !== levelId) return paused.find((each) => each.levelId === levelId)?.daysLeft ?? 0
  const until = putOff(paid.since, paid.until, program.pauses) ?? paid.until
  return Math.max(0, daysBetween(lastUsed, until))
}

/** The tier with fewer days of a level, or none of it: what waited under it goes on then. */
function withoutDays(
  tier: TierState,
  levelId: string,
  days: number | 'all',
  { program, lastUsed, next }: Moving,
): TierState {
  const running = runningPaid(tier, program, lastUsed)
  const { paid, paused } = running
  if (paid?.levelId !== levelId) {
    const waiting = paused.flatMap((each) => {
      if (each.levelId !== levelId) return [each]
      return days === 'all' ? [] : [{ ...each, daysLeft: each.daysLeft - days }]
    })
    return { ...tier, ...running, paused: waiting }
  }
  if (days !== 'all') return { ...tier, ...running, paid: { ...paid, until: addDays(paid.until, -days) } }
  const over = { levelId, since: paid.since, until: addDays(next, -1) }
  return { ...tier, ...runningPaid({ paid: over, paused }, { ...program, pauses: [] }, next) }
}
