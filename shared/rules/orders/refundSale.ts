import { yuanText } from '@shared/kernel/fen'
import { ok, refuse, type Result } from '@shared/kernel/result'
import { sumOf } from '@shared/kernel/sumOf'
import type { Account } from '../account/account'
import type { Leg } from '../account/entry'
import { move } from '../account/legs'
import { post } from '../account/post'
import { takenBack } from '../growth/lapse'
import { giveBack } from '../points/giveBack'
import type { LotChange } from '../points/lots'
import type { PendingLot } from '../points/pending'
import { refundedShare, takeBack } from '../points/takeBack'
import type { Settings } from '../settings/settings'
import { giveBack as giveBackFunds } from '../wallet/giveBack'
import { walletOf } from '../wallet/wallet'
import { withBought } from './bought'
import { cashOf, type PointsUsed, type Refund, type RefundedLine, type SaleDocument } from './order'
import type { Occasion } from './recordSale'
import { withRefund } from './spend'
import {
  addParts,
  assertParts,
  fundsOfParts,
  paidBackLegs,
  sharedBack,
  withoutWallet,
  type PaidParts,
} from './tender'

/** Money that goes back: of the goods, and of the freight. */
export interface RefundOrder {
  readonly refundId: string
  readonly amountFen: number
  readonly freightFen: number
  /** What of the goods, where that is known. */
  readonly lines?: readonly RefundedLine[]
  /** What goes back by which channel and of the points used, and whether it is the last of the goods, where a split decided it. */
  readonly split?: RefundSplitOfSale
}

interface RefundSplitOfSale {
  readonly back: PaidParts
  readonly returnedPoints: number
  readonly isWhole: boolean
}

export type RefundRefusal =
  | { readonly code: 'REFUND_TOO_MUCH'; readonly leftFen: number; readonly leftFreightFen: number }
  | { readonly code: 'REFUND_NOTHING' }

/** The shares of what an order earned and used that go with one refund. */
type Shares = Pick<Refund, 'takenBackPoints' | 'takenBackGrowth' | 'returnedPoints'>

/**
 * Refunds a part of a sale, or all of it, on a settled account. By its share of the money, points that were used go
 * back to their lots, and what the order earned is taken back, under the rules it was earned by: the order keeps the
 * amounts, today's rules don't matter. The last refund takes the rest. What was spent already is a debt.
 */
export function refundSale(
  account: Account,
  order: SaleDocument,
  refund: RefundOrder,
  settings: Settings,
  occasion: Occasion,
): Result<{ account: Account; order: SaleDocument; refund: Refund }, RefundRefusal> {
  const refundedFen = sumOf(order.refunds, ({ amountFen }) => amountFen)
  const leftFen = order.amountFen - refundedFen
  const leftFreightFen = order.freightFen - sumOf(order.refunds, ({ freightFen }) => freightFen)
  if (refund.amountFen > leftFen || refund.freightFen > leftFreightFen)
    return refuse({ code: 'REFUND_TOO_MUCH', leftFen, leftFreightFen })
  const isWhole = order.state === 'completed' && (refund.split?.isWhole ?? refund.amountFen === leftFen)
  if (refund.amountFen + refund.freightFen === 0 && !isWhole && !refund.split)
    return refuse({ code: 'REFUND_NOTHING' })
  const back = backOf(order, refund)
  const shares = sharesOf(order, refundedFen + refund.amountFen, refund)
  const returned = returnPoints(account, order, refund, shares.returnedPoints, settings, occasion)
  const { account: next, debt } = bookRefund(
    returned,
    order,
    refund,
    { ...shares, back, isWhole },
    settings,
    occasion,
  )
  const done: Refund = {
    id: refund.refundId,
    at: occasion.at,
    day: occasion.today,
    amountFen: refund.amountFen,
    freightFen: refund.freightFen,
    ...shares,
    debt,
    ...(order.tender ? { back } : {}),
    ...(refund.lines ? { lines: refund.lines } : {}),
  }
  return ok({
    account: next,
    refund: done,
    order: {
      ...order,
      state: isWhole ? 'refunded' : order.state,
      netFen: leftFen - refund.amountFen,
      refunds: [...order.refunds, done],
    },
  })
}

/** By which channel it goes back: as the split says, or in proportion to what was paid. */
function backOf(order: SaleDocument, { amountFen, freightFen, split }: RefundOrder): PaidParts {
  if (!order.tender) return withoutWallet(amountFen, freightFen)
  const back = split?.back ?? sharedBack(amountFen, freightFen, order.tender, backBefore(order))
  assertParts(back, amountFen, freightFen)
  return back
}

const backBefore = ({ refunds }: SaleDocument): PaidParts =>
  addParts(refunds.flatMap(({ back }) => back ?? []))

/** The wallet with the stored value that goes back, in the top-ups that it came from. */
function withFundsBack(account: Account, order: SaleDocument, back: PaidParts): Account {
  if (!order.tender) return account
  const { parts } = order.tender
  const before = fundsOfParts(backBefore(order))
  const { wallet } = giveBackFunds(walletOf(account), parts, before, fundsOfParts(back))
  return { ...account, wallet }
}

function sharesOf(order: SaleDocument, refundedFen: number, { split }: RefundOrder): Shares {
  const { amountFen, earned, pointsUsed, refunds } = order
  const share = (whole: number, before: (refund: Refund) => number): number =>
    refundedShare(whole, amountFen, refundedFen, sumOf(refunds, before))
  return {
    takenBackPoints: share(earned.points, (refund) => refund.takenBackPoints),
    takenBackGrowth: share(earned.growth, (refund) => refund.takenBackGrowth),
    returnedPoints: split?.returnedPoints ?? share(pointsUsed.points, (refund) => refund.returnedPoints),
  }
}

function returnPoints(
  account: Account,
  order: SaleDocument,
  { refundId }: RefundOrder,
  points: number,
  settings: Settings,
  { today, at, by }: Occasion,
): Account {
  if (points === 0) return account
  const { pointsUsed, refunds } = order
  const before = sumOf(refunds, ({ returnedPoints }) => returnedPoints)
  const taken = takenPart(pointsUsed, before, points)
  const isLate = taken.some(({ validUntil }) => validUntil !== null && validUntil < today)
  return post(
    account,
    {
      _id: `order:${order._id}:refund:${refundId}:pointsReturned`,
      kind: 'pointsReturned',
      at,
      day: today,
      recordedAt: at,
      source: `order:${order._id}`,
      reason: { zh: '退款退回积分', en: 'Points back with a refund' },
      legs: move('store.pointsRedeemed.order', 'points', 'points', points),
      lots: giveBack(taken, today, settings.points.graceDays),
      basis: {
        of: 'pointsToCash',
        orderId: order._id,
        points,
        amountFen:
          refundedShare(pointsUsed.amountFen, pointsUsed.points, before + points, 0) -
          refundedShare(pointsUsed.amountFen, pointsUsed.points, before, 0),
        pointsPerYuan: settings.points.toCash.pointsPerYuan,
        refundId,
        graceDays: isLate ? settings.points.graceDays : 0,
      },
      rule: { topic: 'points', version: settings.points.version },
      by,
    },
    settings,
  )
}

/** Which of the lots that were taken go back next: what was taken last, and so is good for longest, comes back first. */
function takenPart({ taken }: PointsUsed, skipped: number, points: number): LotChange[] {
  let toSkip = skipped
  let left = points
  return [...taken].reverse().flatMap((lot) => {
    const there = -lot.points
    const skip = Math.min(toSkip, there)
    const back = Math.min(left, there - skip)
    toSkip -= skip
    left -= back
    return back > 0 ? [{ validUntil: lot.validUntil, points: -back }] : []
  })
}

function bookRefund(
  account: Account,
  order: SaleDocument,
  refund: RefundOrder,
  shares: Shares & { readonly back: PaidParts; readonly isWhole: boolean },
  settings: Settings,
  { today, at, by }: Occasion,
): { account: Account; debt: number } {
  const points = pointsTakenBack(account, order, shares.takenBackPoints, today)
  const growthDays = takenBack(account.growthDays, order.placedDay, shares.takenBackGrowth)
  const growth = -sumOf(growthDays, ({ counted }) => counted)
  const amount = yuanText(refund.amountFen + refund.freightFen)
  const before = (of: (earlier: Refund) => number): number => sumOf(order.refunds, of)
  const next = post(
    withFundsBack(lowered(account, order, refund.amountFen, shares.isWhole), order, shares.back),
    {
      _id: `order:${order._id}:refund:${refund.refundId}`,
      kind: 'orderRefunded',
      at,
      day: today,
      recordedAt: at,
      source: `order:${order._id}`,
      reason: { zh: `退款 ${amount} 元`, en: `Refund of ¥${amount}` },
      legs: [
        ...paidBackLegs(cashOf(order), shares.back),
        ...points.legs,
        ...move('growth', 'store.growthIssued.order', 'growth', growth),
      ],
      lots: points.lots,
      pending: points.pending,
      growthDays,
      basis: {
        of: 'refund',
        orderId: order._id,
        orderDay: order.placedDay,
        amountFen: refund.amountFen,
        freightFen: refund.freightFen,
        paidFen: order.amountFen,
        refundedBeforeFen: before(({ amountFen }) => amountFen),
        earnedPoints: order.earned.points,
        takenBeforePoints: before(({ takenBackPoints }) => takenBackPoints),
        takenBackPoints: shares.takenBackPoints,
        earnedGrowth: order.earned.growth,
        takenBeforeGrowth: before(({ takenBackGrowth }) => takenBackGrowth),
        takenBackGrowth: shares.takenBackGrowth,
        validUntil: order.earned.validUntil,
        debt: points.debt,
      },
      rule: { topic: 'earning', version: order.ruleVersion },
      by,
    },
    settings,
  )
  return { account: next, debt: points.debt }
}

/** What the member bought, less what goes back; a refund of freight alone changes nothing of it. */
function lowered(account: Account, order: SaleDocument, amountFen: number, isWhole: boolean): Account {
  const { placedDay: day, placedAt: at, seq, netFen } = order
  const spent = { ...account, spend: withRefund(account.spend, amountFen, isWhole) }
  if (order.state === 'refunded') return spent
  const toFen = isWhole ? null : netFen - amountFen
  return withBought(spent, { day, at, seq, imported: false, fromFen: netFen, toFen })
}

interface PointsTaken {
  readonly legs: readonly Leg[]
  readonly lots: readonly LotChange[]
  readonly pending: readonly PendingLot[]
  readonly debt: number
}

/** While they are pending, from there; else from the order's own lot first, then from others; the rest is owed. */
function pointsTakenBack(account: Account, order: SaleDocument, points: number, today: string): PointsTaken {
  const { releaseDay, validUntil, points: earned } = order.earned
  const issuer = 'store.pointsIssued.order'
  if (releaseDay !== null && releaseDay > today) {
    return {
      legs: move('pendingPoints', issuer, 'points', points),
      lots: [],
      pending: points > 0 ? [{ releaseDay, validUntil, points: -points }] : [],
      debt: 0,
    }
  }
  const { changes, debt } = takeBack(account.lots, [{ validUntil, points: earned }], points)
  return {
    legs: [...move('points', issuer, 'points', points - debt), ...move('pointsDebt', issuer, 'points', debt)],
    lots: changes,
    pending: [],
    debt,
  }
}
