import type { OutputOf } from '@shared/contracts'
import type { Account } from '@shared/rules/account/account'
import { benefitFace } from '@shared/rules/benefits/face'
import { balanceFor } from '@shared/rules/memberships/buy'
import { giftsOf } from '@shared/rules/memberships/gains'
import { offersOf } from '@shared/rules/memberships/offer'
import { savingsOf, type PastOrder } from '@shared/rules/memberships/savings'
import { notSoldWords, offerWords } from '@shared/rules/memberships/words'
import type { Settings } from '@shared/rules/settings/settings'
import { rankIn } from '@shared/rules/tiers/program'
import { priceFen } from '@shared/rules/tiers/paid'
import { tierFace } from '@shared/rules/tiers/face'
import type { Day } from '@shared/kernel/day'

type Plan = Extract<OutputOf<'memberships.read'>, { isOn: true }>['plans'][number]

/** The latest orders are enough to believe it. */
const MOST_SHOWN = 10

/** Every level that is sold, lowest first, as a settled account can have it, with what it would have saved. */
export function plansOf(
  account: Account,
  orders: readonly PastOrder[],
  settings: Settings,
  today: Day,
): Plan[] {
  const { tiers, benefits, earning } = settings
  return offersOf(account.tier, tiers, today).flatMap(({ levelId, offer }) => {
    const rank = rankIn(tiers, levelId)
    const level = tiers.levels[rank]
    const price = level && priceFen(level, tiers, account.tier.id)
    if (!level?.paid || price == null) return []
    const terms = { levelId, priceFen: price, validDays: level.paid.validDays }
    const { general, paidOnly } = giftsOf(benefits.benefits, levelId)
    const saved = savingsOf(orders, terms, benefits.benefits, earning.pointsPerYuan, today)
    const { each, priceFen: _price, ...savings } = saved
    return [
      {
        level: tierFace(tiers, rank),
        priceFen: price,
        validDays: terms.validDays,
        general: general.map(benefitFace),
        paidOnly: paidOnly.map(benefitFace),
        savings: {
          ...savings,
          each: each.slice(-MOST_SHOWN).map(({ id: _id, ...order }) => order),
        },
        offer: offer.ok
          ? {
              effect: offer.value.effect,
              until: offer.value.until,
              balanceFen: balanceFor(account, price, settings),
              words: offerWords(offer.value, tiers),
            }
          : null,
        whyNot: offer.ok ? null : notSoldWords(offer.error, tiers),
      },
    ]
  })
}
