import { ok, refuse, type Result } from '@shared/kernel/result'
import { partOf, takeInOrder, takeOut } from './lots'
import type { SpendingOrder } from './settings'
import { split } from './split'
import { freeLots, fundsOf, totalFenOf, type Part, type Wallet } from './wallet'

export interface ShortRefusal {
  readonly code: 'WALLET_SHORT'
  /** What can be spent, and how much more it would have to be. */
  readonly freeFen: number
  readonly missingFen: number
}

/** What paying an amount would take, the oldest top-up first. Refuses whole what is not there or is held. */
export function partsFor(
  wallet: Wallet,
  amountFen: number,
  order: SpendingOrder,
): Result<readonly Part[], ShortRefusal> {
  const free = freeLots(wallet)
  const funds = fundsOf(free)
  const freeFen = totalFenOf(funds)
  if (amountFen > freeFen) return refuse({ code: 'WALLET_SHORT', freeFen, missingFen: amountFen - freeFen })
  return ok(takeInOrder(free.map(partOf), split(amountFen, funds, order)))
}

/** Pays an amount at once. The order keeps the parts: a refund gives them back to where they came from. */
export function spend(
  wallet: Wallet,
  amountFen: number,
  order: SpendingOrder,
): Result<{ wallet: Wallet; parts: readonly Part[] }, ShortRefusal> {
  const parts = partsFor(wallet, amountFen, order)
  if (!parts.ok) return parts
  return ok({ wallet: { ...wallet, lots: takeOut(wallet.lots, parts.value) }, parts: parts.value })
}
