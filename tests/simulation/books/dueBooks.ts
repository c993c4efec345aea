import type { Day } from '@shared/kernel/day'
import type { Account } from '@shared/rules/account/account'
import { must } from '../operation'
import { dayAt } from './days'
import type { MemberBooks } from './memberBooks'
import type { ShopBooks } from './shopBooks'
import { areOff } from './tierBooks'

/** A call may be under way for as long after it began. */
export const MOMENTS_MS = 60_000

/**
 * Never later than something is due, or than today; another day only where rules had just changed, and what is due by
 * rules that a call did not know is found by the versions of the account.
 */
export function mustKnowItsDueDay(
  shop: ShopBooks,
  account: Account,
  before: Account | undefined,
  member: MemberBooks,
): void {
  const { _id, dueDay } = account
  const right = member.dueDay(shop.dueRules(member), account.tierReminder)
  if (dueDay === right) return
  const today = dayAt(shop.now())
  const isSoon = dueDay !== null && (right === null || dueDay <= right || dueDay <= today)
  const isFound = isSoon || !shop.isUnderLatest(member)
  const mayBeOther = shop.settings.possible(shop.now() - MOMENTS_MS).length > 1 || dueDay === before?.dueDay
  must(isFound && mayBeOther, () => `${_id}: dueDay is ${dueDay}, not ${right}`)
}

/** After the timers ran to their end nothing waits, and nothing that was due is left. */
export function mustBeSettled(shop: ShopBooks, today: Day): void {
  for (const { account } of shop.accounts.values()) {
    const { _id, tail, outgoing, growthVersion, dueDay, tier } = account
    const { tiers } = shop.settings.latest
    const member = shop.member(_id)
    must(tail.length + outgoing.length === 0, () => `${_id}: something still waits to be moved on`)
    must(
      growthVersion === shop.settings.latest.growth.version,
      () => `${_id}: growth is counted under version ${growthVersion}`,
    )
    must(
      areOff(tiers) || tier.version === tiers.version,
      () => `${_id}: the level is judged under version ${tier.version}`,
    )
    must(
      account.benefitsVersion === shop.settings.latest.benefits.version,
      () => `${_id}: benefits of version ${account.benefitsVersion} were looked at`,
    )
    const due = shop.firstDue(member)
    must(due === null || due.day > today, () => `${_id}: a ${due?.what} of ${due?.day} is left on ${today}`)
    member.tiers.mustBeJudged(shop.settings.latest, today, shop.now())
    must(dueDay === null || dueDay > today, () => `${_id}: something of ${dueDay} is left on ${today}`)
  }
  shop.messages.mustHaveArrived(shop.store, shop.now())
}
