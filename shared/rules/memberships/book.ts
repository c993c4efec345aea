import { dayWords } from '@shared/kernel/dayWords'
import type { Day } from '@shared/kernel/day'
import { ok, type Result } from '@shared/kernel/result'
import type { Words } from '@shared/kernel/words'
import type { Account } from '../account/account'
import { post } from '../account/post'
import type { Occasion } from '../orders/recordSale'
import { totalPaid } from '../quote/paid'
import type { Settings } from '../settings/settings'
import { levelName } from '../tiers/face'
import { runningPaid, type PaidRefusal } from '../tiers/paid'
import type { TierProgram } from '../tiers/program'
import type { TierState } from '../tiers/tierState'
import { putOff } from '../tiers/validity'
import { payHeld, release } from '../wallet/hold'
import { walletOf } from '../wallet/wallet'
import { membershipOf, withBought, withMembership } from './holding'
import { membershipPaidLegs } from './legs'
import type { MembershipOffer } from './offer'
import { asCancelled, asPaid, type MembershipPurchase } from './purchase'

/** A purchase and the account that it leaves behind. */
export interface BookedMembership {
  readonly account: Account
  readonly purchase: MembershipPurchase
}

/** The cause of a paid membership: however often its payment is told of, it is booked once. */
const membershipPaidCause = (purchaseId: string): string => `membership:${purchaseId}:paid`

/**
 * Books a purchase that was paid on a settled account: the days that were agreed to, the stored value that it holds, and
 * the money, in one entry by which the level is judged. Refuses what can't be had any more; nothing has happened then.
 */
export function payMembership(
  account: Account,
  purchase: MembershipPurchase,
  settings: Settings,
  occasion: Occasion,
): Result<BookedMembership, PaidRefusal> {
  const { _id, terms, paid, parts } = purchase
  const { today, at, by } = occasion
  const { levelId, validDays, priceFen } = terms
  const days = { id: _id, levelId, validDays, paidFen: totalPaid(paid), paidAt: at, paidOn: today }
  const bought = withBought(account, days, settings.tiers, today)
  if (!bought.ok) return bought
  const wallet = parts.length > 0 ? { wallet: payHeld(walletOf(account), _id).wallet } : {}
  const until = lastDayOf(bought.value.tier, settings.tiers)
  const effect = effectOn(account.tier, levelId, settings.tiers, today)
  const next = post(
    { ...withMembership(bought.value, withoutWaiting(bought.value, _id)), ...wallet },
    {
      _id: membershipPaidCause(_id),
      kind: 'membershipPaid',
      at,
      day: today,
      recordedAt: at,
      source: `membership:${_id}`,
      reason: paidWords(effect, levelName(settings.tiers, levelId), until),
      legs: membershipPaidLegs(paid),
      lots: [],
      basis: { of: 'membershipPaid', purchaseId: _id, levelId, validDays, priceFen, paid, effect, until },
      rule: { topic: 'tiers', version: terms.version },
      by,
    },
    settings,
  )
  return ok({ account: next, purchase: asPaid(purchase, at) })
}

/** Lets go of a purchase that nobody paid, or that can't be had any more: what it holds is free again. */
export function cancelMembership(account: Account, purchase: MembershipPurchase): BookedMembership {
  const { _id, parts } = purchase
  const freed = parts.length > 0 ? { ...account, wallet: release(walletOf(account), _id) } : account
  return {
    account: account.membership ? withMembership(freed, withoutWaiting(account, _id)) : freed,
    purchase: asCancelled(purchase),
  }
}

function withoutWaiting(account: Account, purchaseId: string) {
  const { waiting } = membershipOf(account)
  return { waiting: waiting === purchaseId ? null : waiting }
}

function lastDayOf({ paid }: TierState, { pauses }: TierProgram): Day {
  if (!paid) throw new Error('a level was paid for and none runs')
  return putOff(paid.since, paid.until, pauses) ?? paid.until
}

function effectOn(
  tier: TierState,
  levelId: string,
  program: TierProgram,
  today: Day,
): MembershipOffer['effect'] {
  const { paid } = runningPaid(tier, program, today)
  if (!paid) return 'joins'
  return paid.levelId === levelId ? 'renews' : 'upgrades'
}

function paidWords(effect: MembershipOffer['effect'], { zh, en }: Words, until: Day): Words {
  const last = dayWords(until)
  const what: Record<MembershipOffer['effect'], Words> = {
    joins: { zh: `开通${zh}`, en: `${en} bought` },
    renews: { zh: `续费${zh}`, en: `${en} renewed` },
    upgrades: { zh: `升级为${zh}`, en: `Upgraded to ${en}` },
  }
  return { zh: `${what[effect].zh}，至 ${last.zh}`, en: `${what[effect].en} through ${last.en}` }
}
