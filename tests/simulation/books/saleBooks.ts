import { sumOf } from '@shared/kernel/sumOf'
import type { Day } from '@shared/kernel/day'
import type { SaleDocument } from '@shared/rules/orders/order'
import type { ToCash } from '@shared/rules/points/toCash'
import type { Settings } from '@shared/rules/settings/settings'
import { must } from '../operation'
import { earn, pointsOfLines, type Earned } from './earnings'
import type { Expected, LotChange } from './expected'
import type { MemberBooks } from './memberBooks'
import { byEnd, plusDays } from './days'

export interface SaleContent {
  readonly member: string
  readonly lines: readonly {
    readonly category: string | null
    readonly product: string | null
    readonly quantity: number
    readonly amountFen: number
  }[]
  readonly freightFen: number
  readonly points: number
}

export interface RefundContent {
  readonly amountFen: number
  readonly freightFen: number
}

interface RefundDone extends RefundContent {
  readonly id: string
  readonly points: number
  readonly growth: number
  readonly returned: number
  readonly debt: number
}

/** A sale as it came into the books, and what has gone back of it. */
export interface Sale {
  readonly id: string
  readonly member: string
  readonly content: SaleContent
  readonly day: Day
  readonly paidFen: number
  readonly deductedFen: number
  readonly taken: readonly LotChange[]
  readonly earned: Pick<Earned, 'points' | 'validUntil' | 'releaseDay'>
  readonly growth: number
  readonly ruleVersion: number
  readonly refunds: RefundDone[]
}

/** Points that are used come out of the lots that lapse first. */
export function spending(member: MemberBooks, points: number): LotChange[] {
  let left = points
  return member.sortedLots().map(([validUntil, there]) => {
    const taken = Math.min(left, there)
    left -= taken
    return [validUntil, -taken]
  })
}

/** What points take off, shared over the lines: by amount, what is left over to the largest remainders. */
function deducted(amounts: readonly number[], fen: number): number[] {
  const all = amounts.reduce((sum, amount) => sum + amount, 0)
  if (all === 0) return amounts.map(() => 0)
  const parts = amounts.map((amount) => Math.floor((fen * amount) / all))
  const remainders = amounts.map((amount, index) => ({ index, rest: (fen * amount) % all }))
  const over = fen - parts.reduce((sum, part) => sum + part, 0)
  remainders.sort((a, b) => b.rest - a.rest || a.index - b.index)
  for (const { index } of remainders.slice(0, over)) parts[index]! += 1
  return parts
}

const worthOf = (points: number, toCash: ToCash): number => Math.floor((points * 100) / toCash.pointsPerYuan)

/** The most points that an amount takes. */
export function mostFor(fen: number, { cap, step, minimum, pointsPerYuan, allowsZero }: ToCash): number {
  const share = cap.kind === 'amount' ? cap.fen : Math.floor((fen * cap.shareBp) / 10_000)
  const most = Math.min(share, allowsZero ? fen : fen - 1)
  const points = Math.floor((most * pointsPerYuan) / 100 / step) * step
  return points < minimum ? 0 : points
}

/** Why a sale is refused; undefined when it is not. */
export function refusalOf(content: SaleContent, held: number, { points }: Settings): string | undefined {
  const { step, minimum } = points.toCash
  const fen = content.lines.reduce((sum, { amountFen }) => sum + amountFen, 0)
  if (content.points === 0) return undefined
  if (content.points % step !== 0) return 'POINTS_STEP'
  if (content.points < minimum) return 'POINTS_MINIMUM'
  if (content.points > mostFor(fen, points.toCash)) return 'POINTS_CAP'
  return content.points > held ? 'POINTS_MISSING' : undefined
}

/** What a sale earns and leaves, worked out from what was asked for. */
export function sell(
  id: string,
  content: SaleContent,
  taken: readonly LotChange[],
  member: MemberBooks,
  day: Day,
  settings: Settings,
): { expected: Expected; sale: Sale } {
  const { earning, points } = settings
  const deductedFen = worthOf(content.points, points.toCash)
  const off = deducted(
    content.lines.map(({ amountFen }) => amountFen),
    deductedFen,
  )
  const lines = content.lines.map((line, index) => ({ ...line, paidFen: line.amountFen - off[index]! }))
  const paidFen = lines.reduce((sum, line) => sum + line.paidFen, 0)
  const growth = Math.floor((paidFen * earning.growthPerYuan) / 100)
  const earned = earn(
    member,
    'order',
    pointsOfLines(lines, member, day, settings),
    day,
    settings,
    earning.releaseDays,
  )
  const sale: Sale = {
    id,
    member: member.id,
    content,
    day,
    paidFen,
    deductedFen,
    taken,
    earned,
    growth,
    ruleVersion: earning.version,
    refunds: [],
  }
  const expected = {
    lots: earned.lots,
    pending: earned.pending,
    debt: earned.debt,
    growth: [[day, growth, growth]],
    bought: { day, fen: paidFen },
    earned: { behaviour: 'order', points: earned.points },
  } satisfies Expected
  return { expected, sale }
}

export const refundedFen = ({ refunds }: Sale): number => sumOf(refunds, ({ amountFen }) => amountFen)

const refundedFreight = ({ refunds }: Sale): number => sumOf(refunds, ({ freightFen }) => freightFen)

export const leftFreight = (sale: Sale): number => sale.content.freightFen - refundedFreight(sale)

export const isWhole = (sale: Sale): boolean => sale.refunds.length > 0 && wasWhole(sale, sale.refunds.length)

/** Whether the first refunds took back all that was paid; of a sale for nothing, the first did. */
const wasWhole = (sale: Sale, count: number): boolean =>
  count > 0 && sumOf(sale.refunds.slice(0, count), ({ amountFen }) => amountFen) === sale.paidFen

/** The part of a whole that goes with this refund: what all refunds together come to, less what went before. */
function partOf(
  sale: Sale,
  { amountFen }: RefundContent,
  whole: number,
  before: (refund: RefundDone) => number,
) {
  const refunded = refundedFen(sale) + amountFen
  const gone = sumOf(sale.refunds, before)
  return refunded >= sale.paidFen ? whole - gone : Math.floor((whole * refunded) / sale.paidFen) - gone
}

export const pointsToReturn = (sale: Sale, refund: RefundContent): number =>
  partOf(sale, refund, sale.content.points, ({ returned }) => returned)

/** Points that were used go back to their lots, those taken last first; a lot that has lapsed gets some days more. */
export function giveBack(
  sale: Sale,
  points: number,
  day: Day,
  { graceDays }: Settings['points'],
): LotChange[] {
  let skip = sumOf(sale.refunds, ({ returned }) => returned)
  let left = points
  const back: LotChange[] = []
  for (const [validUntil, minus] of [...sale.taken].reverse()) {
    const there = Math.max(0, -minus - skip)
    skip = Math.max(0, skip + minus)
    const some = Math.min(left, there)
    left -= some
    const isGone = validUntil !== null && validUntil < day
    if (some > 0) back.push([isGone ? plusDays(day, graceDays) : validUntil, some])
  }
  return back
}

/** What a refund takes back: what is still to come, or the sale's own lot and then the others; the rest is owed. */
export function takeBack(
  sale: Sale,
  id: string,
  refund: RefundContent,
  member: MemberBooks,
  day: Day,
): { expected: Expected; done: RefundDone } {
  const points = partOf(sale, refund, sale.earned.points, (each) => each.points)
  const growth = partOf(sale, refund, sale.growth, (each) => each.growth)
  const { releaseDay, validUntil } = sale.earned
  const isToCome = releaseDay !== null && releaseDay > day
  const lots = isToCome ? [] : takenFrom(member, validUntil, sale.earned.points, points)
  const debt = isToCome ? 0 : points - sumOf(lots, ([, taken]) => -taken)
  const isAll = !isWhole(sale) && refundedFen(sale) + refund.amountFen === sale.paidFen
  return {
    expected: {
      lots,
      pending: isToCome ? [[releaseDay, validUntil, -points]] : [],
      debt: -debt,
      growth: [[sale.day, -growth, -Math.min(growth, member.growthDays.countedOf(sale.day))]],
      refunded: { fen: refund.amountFen, isWhole: isAll },
    },
    done: { id, ...refund, points, growth, returned: pointsToReturn(sale, refund), debt },
  }
}

function takenFrom(member: MemberBooks, own: Day | null, earned: number, points: number): LotChange[] {
  const lots = new Map(member.lots)
  const changes: LotChange[] = []
  let left = points
  const take = (validUntil: Day | null, most: number): void => {
    const taken = Math.min(left, most, lots.get(validUntil) ?? 0)
    lots.set(validUntil, (lots.get(validUntil) ?? 0) - taken)
    left -= taken
    changes.push([validUntil, -taken])
  }
  take(own, earned)
  for (const validUntil of [...lots.keys()].sort(byEnd)) take(validUntil, Infinity)
  return changes
}

/** The order's document tells all of it. */
export function mustBeTheSale(document: SaleDocument, sale: Sale): void {
  const right = {
    member: sale.member,
    amountFen: sale.paidFen,
    netFen: sale.paidFen - refundedFen(sale),
    state: isWhole(sale) ? 'refunded' : 'completed',
    day: sale.day,
    freightFen: sale.content.freightFen,
    points: sale.content.points,
    deductedFen: sale.deductedFen,
    earned: [sale.earned.points, sale.growth, sale.earned.validUntil, sale.earned.releaseDay],
    refunds: sale.refunds.map((each) => [
      each.id,
      each.amountFen,
      each.freightFen,
      each.points,
      each.growth,
      each.debt,
      each.returned,
    ]),
    ruleVersion: sale.ruleVersion,
  }
  const { earned, pointsUsed } = document
  const found: typeof right = {
    member: document.member,
    amountFen: document.amountFen,
    netFen: document.netFen,
    state: document.state,
    day: document.placedDay,
    freightFen: document.freightFen,
    points: pointsUsed.points,
    deductedFen: pointsUsed.amountFen,
    earned: [earned.points, earned.growth, earned.validUntil, earned.releaseDay],
    refunds: document.refunds.map((each) => [
      each.id,
      each.amountFen,
      each.freightFen,
      each.takenBackPoints,
      each.takenBackGrowth,
      each.debt,
      each.returnedPoints,
    ]),
    ruleVersion: document.ruleVersion,
  }
  must(
    JSON.stringify(right) === JSON.stringify(found),
    () => `the order ${sale.id} is ${JSON.stringify(found)}, not ${JSON.stringify(right)}`,
  )
}
