import type { Day } from '@shared/kernel/day'
import type { Leg } from '../account/entry'
import { topUpLegs } from './legs'
import { addLot } from './lots'
import type { AgreedTerms } from './agreed'
import type { Gift, TopUpTerms } from './plans'
import type { Channel, Wallet } from './wallet'

/** A payment that came in. */
export interface PaidTopUp {
  readonly id: string
  readonly day: Day
  readonly at: number
  readonly paidBy: Channel
}

/** What is given beside money: points, growth and coupons have books of their own. */
export type OtherGifts = Omit<Gift, 'bonusFen'>

/** Puts a top-up down as being paid: until it is paid or given up it takes up room and limits. */
export function awaitTopUp(wallet: Wallet, id: string, at: number, terms: AgreedTerms): Wallet {
  const others = giveUpTopUp(wallet, id).waiting
  return { ...wallet, waiting: [...others, { id, at, terms }] }
}

/** A top-up that will not be paid: it leaves no trace. */
export function giveUpTopUp(wallet: Wallet, id: string): Wallet {
  return { ...wallet, waiting: wallet.waiting.filter((each) => each.id !== id) }
}

/**
 * Books a top-up that was paid, by the terms that were agreed to. Money that came in is never refused here, whatever
 * the settings say by then. Throws when the wallet has that top-up already: the entry's cause must have stopped it.
 */
export function topUp(
  wallet: Wallet,
  terms: TopUpTerms,
  { id, day, at, paidBy }: PaidTopUp,
): { wallet: Wallet; legs: readonly Leg[]; gifts: OtherGifts } {
  if (wallet.lots.some((lot) => lot.id === id)) throw new Error(`top-up ${id} is booked already`)
  const { planId, payFen, gift } = terms
  const { bonusFen, ...gifts } = gift
  const added = addLot(giveUpTopUp(wallet, id), {
    id,
    day,
    at,
    paidBy,
    paidFen: payFen,
    principalFen: payFen,
    givenFen: bonusFen,
    bonusFen,
  })
  return {
    wallet: { ...added, topUps: counted(wallet.topUps, planId) },
    legs: topUpLegs(paidBy, { principalFen: payFen, bonusFen }),
    gifts,
  }
}

function counted({ count, byPlan }: Wallet['topUps'], planId: string | null): Wallet['topUps'] {
  if (planId === null) return { count: count + 1, byPlan }
  return { count: count + 1, byPlan: { ...byPlan, [planId]: (byPlan[planId] ?? 0) + 1 } }
}
