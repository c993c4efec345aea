import type { Account } from '../account/account'
import { benefitsOf } from '../benefits/benefit'
import { holderOf } from '../benefits/holder'
import type { Settings } from '../settings/settings'

/** Whom a product is shown to. */
export interface Shopper {
  /** Null for who has not joined, and while the levels are off. */
  readonly levelId: string | null
  /** How much earlier their level opens every product that opens. */
  readonly earlyHours: number
}

export const NOBODY: Shopper = { levelId: null, earlyHours: 0 }

/** What the shop asks about somebody. */
export function shopperOf(
  account: Account | null,
  { tiers, benefits }: Pick<Settings, 'tiers' | 'benefits'>,
): Shopper {
  if (!account?.joined) return NOBODY
  const holder = holderOf(account._id, account.tier, account.birthday, tiers)
  if (!holder) return NOBODY
  const hours = benefitsOf(benefits.benefits, holder).map(({ perk }) =>
    perk.of === 'earlyAccess' ? perk.hours : 0,
  )
  return { levelId: holder.levelId, earlyHours: Math.max(0, ...hours) }
}
