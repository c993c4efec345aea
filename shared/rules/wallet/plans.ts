import type { Day } from '@shared/kernel/day'
import { shareOf } from '@shared/kernel/fen'
import type { Words } from '@shared/kernel/words'

/** What comes on top of a top-up. */
export interface Gift {
  readonly bonusFen: number
  readonly points: number
  readonly growth: number
  readonly coupons: readonly { readonly templateId: string; readonly count: number }[]
}

/** Pay this, get that. */
export interface TopUpPlan {
  readonly id: string
  readonly name: Words
  readonly isOn: boolean
  /** The first and the last day of it; null for none. */
  readonly from: Day | null
  readonly to: Day | null
  readonly payFen: number
  readonly gift: Gift
  /** For members who have never topped up. */
  readonly isFirstOnly: boolean
  /** How often a member may have it, ever; null for as often as they like. */
  readonly mostPerMember: number | null
}

/** What comes with any amount from so much on. */
export interface Bracket {
  readonly fromFen: number
  /** Bonus by the rate of what is paid, beside the gift's own. */
  readonly bonusRateBp: number
  readonly gift: Gift
}

/** Amounts that the member chooses. Under the first bracket nothing comes on top. */
export interface AnyAmount {
  readonly leastFen: number
  /** From the lowest up. */
  readonly brackets: readonly Bracket[]
}

/** What a member agreed to before they paid: what the payment brings, whatever the settings say by then. */
export interface TopUpTerms {
  /** Null for an amount of the member's own. */
  readonly planId: string | null
  readonly payFen: number
  readonly gift: Gift
  /** The version of the wallet's settings. */
  readonly version: number
}

export const NO_GIFT: Gift = { bonusFen: 0, points: 0, growth: 0, coupons: [] }

/** What comes with an amount of the member's own: that of the highest bracket that it reaches. */
export function giftOf({ brackets }: AnyAmount, payFen: number): Gift {
  const bracket = brackets.findLast(({ fromFen }) => fromFen <= payFen)
  if (!bracket) return NO_GIFT
  const { gift, bonusRateBp } = bracket
  return { ...gift, bonusFen: gift.bonusFen + shareOf(payFen, bonusRateBp) }
}
