import type { Instant } from '@shared/kernel/businessDay'
import type { Day } from '@shared/kernel/day'
import { ok, refuse, type Result } from '@shared/kernel/result'
import type { Account } from '../account/account'
import type { Paid } from '../quote/paid'
import type { Settings } from '../settings/settings'
import type { PaidRefusal } from '../tiers/paid'
import { hold, type HoldRefusal } from '../wallet/hold'
import { freeFunds, fundsOf, totalFenOf, walletOf } from '../wallet/wallet'
import { membershipOf, withMembership } from './holding'
import { offerOf, type MembershipOffer } from './offer'
import type { MembershipPurchase } from './purchase'

/** What of an offer somebody saw before they paid. */
export interface SeenOffer {
  readonly priceFen: number
  readonly validDays: number
  readonly until: Day
  /** How much of the price stored value was to pay. */
  readonly balanceFen: number
}

export interface MembershipWish {
  readonly purchaseId: string
  readonly levelId: string
  readonly usesBalance: boolean
  readonly seen: SeenOffer
}

export type BuyRefusal =
  | PaidRefusal
  | HoldRefusal
  | { readonly code: 'MEMBERSHIP_WAITING'; readonly purchaseId: string }
  | { readonly code: 'MEMBERSHIP_CHANGED' }

/** How much of a price stored value would pay: all that is free, where the shop takes it. */
export function balanceFor(
  account: Pick<Account, 'wallet'>,
  priceFen: number,
  { memberships }: Pick<Settings, 'memberships'>,
): number {
  return memberships.byBalance ? Math.min(priceFen, totalFenOf(freeFunds(walletOf(account)))) : 0
}

/**
 * Puts down what a member agreed to, on a settled account: the offer made anew must be the one that was seen. Which fen of
 * stored value pay is settled now; nothing is moved before the money is in.
 */
export function beginPurchase(
  account: Account,
  { purchaseId, levelId, usesBalance, seen }: MembershipWish,
  settings: Settings,
  { today, at }: { readonly today: Day; readonly at: Instant },
): Result<{ account: Account; purchase: MembershipPurchase }, BuyRefusal> {
  const { waiting } = membershipOf(account)
  if (waiting !== null) return refuse({ code: 'MEMBERSHIP_WAITING', purchaseId: waiting })
  const offered = offerOf(account.tier, levelId, settings.tiers, today)
  if (!offered.ok) return offered
  const offer = offered.value
  const balanceFen = usesBalance ? balanceFor(account, offer.priceFen, settings) : 0
  if (!isAsSeen(offer, balanceFen, seen)) return refuse({ code: 'MEMBERSHIP_CHANGED' })
  const held = withHeld(account, purchaseId, balanceFen, settings, at)
  if (!held.ok) return held
  const { parts } = held.value
  const { principalFen, bonusFen } = fundsOf(parts)
  const { priceFen, validDays, version } = offer
  const paid: Paid = { principal: principalFen, bonus: bonusFen, wechat: priceFen - balanceFen }
  return ok({
    account: withMembership(held.value.account, { waiting: purchaseId }),
    purchase: {
      _id: purchaseId,
      schemaVersion: 1,
      member: account._id,
      origin: { of: 'bought' },
      terms: { levelId, priceFen, validDays, version },
      paid,
      parts,
      createdAt: at,
      state: 'unpaid',
      paidAt: null,
      refund: null,
    },
  })
}

const isAsSeen = ({ priceFen, validDays, until }: MembershipOffer, balanceFen: number, seen: SeenOffer) =>
  priceFen === seen.priceFen &&
  validDays === seen.validDays &&
  until === seen.until &&
  balanceFen === seen.balanceFen

function withHeld(
  account: Account,
  orderId: string,
  amountFen: number,
  { wallet: { spendingOrder } }: Settings,
  at: Instant,
): Result<Pick<MembershipPurchase, 'parts'> & { account: Account }, HoldRefusal> {
  if (amountFen === 0) return ok({ account, parts: [] })
  const held = hold(walletOf(account), { orderId, at, amountFen }, spendingOrder)
  if (!held.ok) return held
  const mine = held.value.holds.find((each) => each.orderId === orderId)
  return ok({ account: { ...account, wallet: held.value }, parts: mine?.parts ?? [] })
}
