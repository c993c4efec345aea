import { ok, refuse, type Result } from '@shared/kernel/result'
import { takeOut } from './lots'
import type { SpendingOrder } from './settings'
import { partsFor, type ShortRefusal } from './spend'
import { fundsOf, totalFenOf, type Hold, type Part, type Wallet } from './wallet'

/** Orders of one member that may wait for payment out of the wallet at a time. */
export const MOST_HOLDS = 16

export type HoldRefusal = ShortRefusal | { readonly code: 'WALLET_TOO_MANY_HOLDS'; readonly most: number }

/**
 * Reserves an amount for an order that is being paid: which fen they are is settled now, so that what the member was
 * shown is what is paid. The same once more changes nothing. Throws when the order holds another amount already.
 */
export function hold(
  wallet: Wallet,
  { orderId, at, amountFen }: { orderId: string; at: number; amountFen: number },
  order: SpendingOrder,
): Result<Wallet, HoldRefusal> {
  const there = holdOf(wallet, orderId)
  if (there) {
    const heldFen = totalFenOf(fundsOf(there.parts))
    if (heldFen !== amountFen) throw new Error(`order ${orderId} holds ${heldFen} fen, not ${amountFen}`)
    return ok(wallet)
  }
  if (wallet.holds.length >= MOST_HOLDS) return refuse({ code: 'WALLET_TOO_MANY_HOLDS', most: MOST_HOLDS })
  const parts = partsFor(wallet, amountFen, order)
  if (!parts.ok) return parts
  return ok({ ...wallet, holds: [...wallet.holds, { orderId, at, parts: parts.value }] })
}

/** Pays an order with what it holds. Throws when it holds nothing: such a payment must not be booked. */
export function payHeld(wallet: Wallet, orderId: string): { wallet: Wallet; parts: readonly Part[] } {
  const there = holdOf(wallet, orderId)
  if (!there) throw new Error(`order ${orderId} holds nothing`)
  const lots = takeOut(wallet.lots, there.parts)
  return { wallet: { ...release(wallet, orderId), lots }, parts: there.parts }
}

/** Lets go of what an order holds: cancelled, or not paid in time. Nothing was moved, so all is as it was. */
export function release(wallet: Wallet, orderId: string): Wallet {
  return { ...wallet, holds: wallet.holds.filter((each) => each.orderId !== orderId) }
}

function holdOf({ holds }: Wallet, orderId: string): Hold | undefined {
  return holds.find((each) => each.orderId === orderId)
}
