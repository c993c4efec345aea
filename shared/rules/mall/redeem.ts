import { dayOf, type Instant } from '@shared/kernel/businessDay'
import { addDays, endOfMonth, monthOf, type Day } from '@shared/kernel/day'
import { isPositive } from '@shared/kernel/isPositive'
import { withPaidDays } from '../memberships/offer'
import { saleOf } from '../shop/sale'
import type { Shopper } from '../shop/shopper'
import type { PaidRefusal } from '../tiers/paid'
import type { TierProgram } from '../tiers/program'
import type { TierState } from '../tiers/tierState'
import { roomFen, sizeOf } from '../wallet/room'
import type { PrepaidRules } from '../wallet/settings'
import type { Wallet } from '../wallet/wallet'
import { MOST_PIECES, type MallItem } from './item'
import { hadIn, type Tally } from './tally'

/** Who asks for an item. */
export interface Redeemer {
  readonly hasJoined: boolean
  readonly shopper: Shopper
  /** What can be spent now. */
  readonly points: number
  readonly wallet: Wallet
  readonly tier: TierState
  readonly tally: Tally
}

export interface RedeemRules {
  readonly tiers: TierProgram
  readonly prepaid: PrepaidRules
}

/** Why a member cannot have an item, with what there is to know of it. */
export type RedeemRefusal =
  | { readonly code: 'MALL_ITEM_OFF' | 'MALL_NOT_JOINED' }
  | { readonly code: 'MALL_QUANTITY'; readonly most: number }
  | { readonly code: 'MALL_OPENS_LATER'; readonly opensAt: Instant }
  | { readonly code: 'MALL_CLOSED'; readonly closedAt: Instant }
  | { readonly code: 'MALL_NOT_FOR_LEVEL'; readonly levels: readonly string[] }
  | { readonly code: 'MALL_LIMIT_EVER'; readonly most: number; readonly had: number }
  /** `from` is the first day on which it can be had again. */
  | { readonly code: 'MALL_LIMIT_MONTH'; readonly most: number; readonly had: number; readonly from: Day }
  | { readonly code: 'MALL_SOLD_OUT'; readonly left: number }
  | { readonly code: 'MALL_POINTS_SHORT'; readonly points: number; readonly missing: number }
  | { readonly code: 'MALL_NO_ROOM'; readonly roomFen: number; readonly mostFen: number }
  | { readonly code: 'MALL_LEVEL_REFUSED'; readonly why: PaidRefusal }

/**
 * Everything that keeps a member from redeeming so many pieces now, what can't be helped first; none when they can. `free` is
 * what is left in stock, null where the item is not counted. Whether it is still there when it is taken, stock decides.
 */
export function whyNot(
  item: MallItem,
  quantity: number,
  redeemer: Redeemer,
  free: number | null,
  rules: RedeemRules,
  at: Instant,
): readonly RedeemRefusal[] {
  if (!isPositive(quantity) || quantity > MOST_PIECES) return [{ code: 'MALL_QUANTITY', most: MOST_PIECES }]
  return [
    ...ofSale(item, redeemer, at),
    ...ofStock(item, quantity, free),
    ...ofLimits(item, quantity, redeemer.tally, dayOf(at)),
    ...ofPoints(item, quantity, redeemer.points),
    ...ofGives(item, quantity, redeemer, rules, dayOf(at)),
  ]
}

function ofSale(
  { isOn, opensAt, closesAt, earlyHours, levels }: MallItem,
  { hasJoined, shopper }: Redeemer,
  at: Instant,
): readonly RedeemRefusal[] {
  if (!isOn) return [{ code: 'MALL_ITEM_OFF' }]
  if (closesAt !== null && at >= closesAt) return [{ code: 'MALL_CLOSED', closedAt: closesAt }]
  const sale = saleOf({ isOnSale: isOn, opensAt, earlyHours }, shopper, at)
  const isForLevel = levels === null || (shopper.levelId !== null && levels.includes(shopper.levelId))
  return [
    ...(hasJoined ? [] : [{ code: 'MALL_NOT_JOINED' } as const]),
    ...(isForLevel ? [] : [{ code: 'MALL_NOT_FOR_LEVEL', levels } as const]),
    ...(sale.of === 'opensLater' ? [{ code: 'MALL_OPENS_LATER', opensAt: sale.opensAt } as const] : []),
  ]
}

function ofStock({ isCounted }: MallItem, quantity: number, free: number | null): readonly RedeemRefusal[] {
  const left = free ?? 0
  return isCounted && left < quantity ? [{ code: 'MALL_SOLD_OUT', left }] : []
}

function ofLimits(
  { limits: { ever, perMonth } }: MallItem,
  quantity: number,
  tally: Tally,
  today: Day,
): readonly RedeemRefusal[] {
  if (ever !== null && tally.ever + quantity > ever)
    return [{ code: 'MALL_LIMIT_EVER', most: ever, had: tally.ever }]
  const had = hadIn(tally, monthOf(today))
  if (perMonth === null || had + quantity <= perMonth) return []
  return [{ code: 'MALL_LIMIT_MONTH', most: perMonth, had, from: addDays(endOfMonth(today), 1) }]
}

function ofPoints({ price }: MallItem, quantity: number, points: number): readonly RedeemRefusal[] {
  const missing = price.points * quantity - points
  return missing > 0 ? [{ code: 'MALL_POINTS_SHORT', points, missing }] : []
}

/** What an item brings must have room where it goes. */
function ofGives(
  { gives }: MallItem,
  quantity: number,
  { wallet, tier }: Redeemer,
  { tiers, prepaid }: RedeemRules,
  today: Day,
): readonly RedeemRefusal[] {
  switch (gives.of) {
    case 'physical':
    case 'coupon':
    case 'service':
      return []
    case 'walletCredit': {
      const room = roomFen(wallet, prepaid)
      const size = sizeOf({ principalFen: 0, bonusFen: gives.bonusFen * quantity }, prepaid)
      return size > room ? [{ code: 'MALL_NO_ROOM', roomFen: room, mostFen: prepaid.mostFen }] : []
    }
    case 'membershipDays': {
      const { levelId, days } = gives
      const bought = withPaidDays(tier, { levelId, validDays: days * quantity }, tiers, today)
      return bought.ok ? [] : [{ code: 'MALL_LEVEL_REFUSED', why: bought.error }]
    }
  }
}
