import type { OutputOf } from '@shared/contracts'
import type { Day } from '@shared/kernel/day'
import type { MembershipPurchase } from '@shared/rules/memberships/purchase'
import type { Settings } from '@shared/rules/settings/settings'
import { levelName, rankOf, tierFace } from '@shared/rules/tiers/face'
import { runningPaid } from '@shared/rules/tiers/paid'
import type { TierState } from '@shared/rules/tiers/tierState'
import { putOff } from '@shared/rules/tiers/validity'

type PurchaseFace = OutputOf<'memberships.buy'>['purchase']

/** So long a purchase can be paid. */
export const PAY_WITHIN_MS = 15 * 60_000

/** A purchase as people read it. */
export function purchaseFace(
  { _id, terms, state, paid, createdAt, paidAt, refund }: MembershipPurchase,
  { tiers }: Pick<Settings, 'tiers'>,
): PurchaseFace {
  return {
    purchaseId: _id,
    levelId: terms.levelId,
    level: levelName(tiers, terms.levelId),
    state,
    priceFen: terms.priceFen,
    validDays: terms.validDays,
    paid,
    createdAt,
    paidAt,
    refund: refund && {
      at: refund.at,
      by: refund.by === 'member' ? 'member' : 'shop',
      usedDays: refund.usedDays,
      usedFen: refund.usedFen,
      back: refund.back,
    },
  }
}

/** The paid level that runs, and those that wait under it. */
export function paidLevels(tier: TierState, { tiers }: Pick<Settings, 'tiers'>, today: Day) {
  const { paid, paused } = runningPaid(tier, tiers, today)
  const face = (levelId: string) => tierFace(tiers, rankOf(tiers, levelId))
  return {
    running: paid && {
      level: face(paid.levelId),
      until: putOff(paid.since, paid.until, tiers.pauses) ?? paid.until,
    },
    paused: paused.map(({ levelId, daysLeft }) => ({ level: face(levelId), daysLeft })),
  }
}
