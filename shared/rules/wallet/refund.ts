import { addMonths, addDays, type Day } from '@shared/kernel/day'
import { allocate } from '@shared/kernel/allocate'
import { ok, refuse, type Result } from '@shared/kernel/result'
import { sumOf } from '@shared/kernel/sumOf'
import type { Leg } from '../account/entry'
import { refundLegs } from './legs'
import { takeOut } from './lots'
import type { PrepaidRules } from './settings'
import { freeLots, fundsOf, totalFenOf, type Channel, type Part, type TopUpLot, type Wallet } from './wallet'

/** What goes back of one top-up: principal by a channel, and the bonus that is taken back with it. */
export interface RefundPart extends Part {
  readonly payBack: Channel
}

export interface WalletRefund {
  readonly wallet: Wallet
  readonly parts: readonly RefundPart[]
  readonly legs: readonly Leg[]
}

export type WalletRefundRefusal =
  | { readonly code: 'WALLET_REFUND_TOO_MUCH'; readonly leftFen: number }
  | { readonly code: 'WALLET_REFUND_NOTHING' }
  /** Only the shop can give it back; what the member can have without it. */
  | { readonly code: 'WALLET_REFUND_NEEDS_SHOP'; readonly byRightFen: number }

/** WeChat Pay gives back within a year. */
const WECHAT_REFUND_MONTHS = 12

/** What a member may have back without the shop's consent: the principal left of what was paid in lately. */
export function refundableByRight(
  wallet: Wallet,
  rules: PrepaidRules,
  today: Day,
): readonly { readonly topUpId: string; readonly leftFen: number; readonly lastDay: Day }[] {
  return freeLots(wallet).flatMap(({ id, day, principalFen }) => {
    const lastDay = addDays(day, rules.refundDays)
    return principalFen > 0 && today <= lastDay ? [{ topUpId: id, leftFen: principalFen, lastDay }] : []
  })
}

/** A refund of one top-up that a member asks for by right: no other top-up is touched by it. */
export function refundByRight(
  wallet: Wallet,
  { topUpId, principalFen }: { topUpId: string; principalFen: number },
  rules: PrepaidRules,
  today: Day,
): Result<WalletRefund, WalletRefundRefusal> {
  const rights = refundableByRight(wallet, rules, today)
  if (!rights.some((right) => right.topUpId === topUpId)) {
    const byRightFen = sumOf(rights, ({ leftFen }) => leftFen)
    return refuse({ code: 'WALLET_REFUND_NEEDS_SHOP', byRightFen })
  }
  const lots = freeLots(wallet).filter(({ id }) => id === topUpId)
  const refusal = refusalOf(lots, principalFen)
  return refusal ? refuse(refusal) : ok(paidOut(wallet, sharesOf(lots, principalFen, today)))
}

/**
 * A refund that the shop grants: what was paid in last goes back first. With the last of the principal all bonus goes,
 * that of money long spent too, so a refund of everything leaves nothing.
 */
export function refundByShop(
  wallet: Wallet,
  principalFen: number,
  today: Day,
): Result<WalletRefund, WalletRefundRefusal> {
  const lots = [...freeLots(wallet)].reverse()
  const refusal = refusalOf(lots, principalFen)
  if (refusal) return refuse(refusal)
  const isAll = principalFen === fundsOf(lots).principalFen
  return ok(paidOut(wallet, isAll ? allOf(lots, today) : sharesOf(lots, principalFen, today)))
}

function refusalOf(lots: readonly TopUpLot[], principalFen: number): WalletRefundRefusal | null {
  const leftFen = fundsOf(lots).principalFen
  if (principalFen > leftFen) return { code: 'WALLET_REFUND_TOO_MUCH', leftFen }
  return principalFen > 0 ? null : { code: 'WALLET_REFUND_NOTHING' }
}

function paidOut(wallet: Wallet, parts: readonly RefundPart[]): WalletRefund {
  return { wallet: { ...wallet, lots: takeOut(wallet.lots, parts) }, parts, legs: refundLegs(parts) }
}

function allOf(lots: readonly TopUpLot[], today: Day): readonly RefundPart[] {
  return lots
    .filter((lot) => totalFenOf(lot) > 0)
    .map((lot) => refundPart(lot, lot.principalFen, lot.bonusFen, today))
}

/** Of each lot in turn: so much of its principal, and the same share of its bonus. */
function sharesOf(lots: readonly TopUpLot[], principalFen: number, today: Day): readonly RefundPart[] {
  let toGo = principalFen
  return lots.flatMap((lot) => {
    const fen = Math.min(toGo, lot.principalFen)
    toGo -= fen
    return fen === 0 ? [] : [refundPart(lot, fen, bonusShare(lot, fen), today)]
  })
}

/** The bonus that goes with a part of a lot's principal: half up to the fen, and all of it with the last. */
function bonusShare({ principalFen, bonusFen }: TopUpLot, fen: number): number {
  const [share = 0] = allocate(bonusFen, [fen, principalFen - fen])
  return share
}

function refundPart(lot: TopUpLot, principalFen: number, bonusFen: number, today: Day): RefundPart {
  return { lotId: lot.id, principalFen, bonusFen, payBack: wayBack(lot, today) }
}

/** The way that money came; over the counter when that way is closed, or nobody can tell any more. */
function wayBack({ paidBy, day }: TopUpLot, today: Day): Channel {
  return paidBy === 'wechat' && today <= addMonths(day, WECHAT_REFUND_MONTHS) ? 'wechat' : 'counter'
}
