import { yuanText } from '@shared/kernel/fen'
import type { Day } from '@shared/kernel/day'
import type { Account } from '../account/account'
import { move } from '../account/legs'
import { post } from '../account/post'
import { daysOf } from '../coupons/issue'
import { gained } from '../growth/lapse'
import type { Occasion } from '../orders/recordSale'
import { issuePoints } from '../points/earn'
import type { Settings } from '../settings/settings'
import type { AgreedCoupons, AgreedTerms } from './agreed'
import type { GivenCoupons } from './basis'
import { topUp } from './topUp'
import { type Channel, walletOf } from './wallet'

/** The cause of a top-up: however often its payment is told of, it is booked once. */
export const topUpCause = (topUpId: string): string => `topUp:${topUpId}:paid`

/**
 * Books a top-up that was paid on a settled account, by the terms agreed to: principal, bonus, points and growth in one
 * entry, of which its coupons are made. Throws when it is booked already.
 */
export function bookTopUp(
  account: Account,
  { id, terms, paidBy }: { readonly id: string; readonly terms: AgreedTerms; readonly paidBy: Channel },
  settings: Settings,
  { today, at, by }: Occasion,
): Account {
  const { wallet, legs, gifts } = topUp(walletOf(account), terms, { id, day: today, at, paidBy })
  const issued = issuePoints(account, 'topUp', gifts.points, today, settings)
  const paid = yuanText(terms.payFen)
  return post(
    { ...account, wallet },
    {
      _id: topUpCause(id),
      kind: 'toppedUp',
      at,
      day: today,
      recordedAt: at,
      source: `topUp:${id}`,
      reason: { zh: `储值 ${paid} 元`, en: `Topped up ¥${paid}` },
      legs: [...legs, ...issued.legs, ...move('store.growthIssued.topUp', 'growth', 'growth', gifts.growth)],
      lots: issued.lots,
      growthDays: gained(today, gifts.growth),
      basis: {
        of: 'topUp',
        topUpId: id,
        planId: terms.planId,
        planName: terms.planName,
        paidFen: terms.payFen,
        bonusFen: terms.gift.bonusFen,
        paidBy,
        points: gifts.points,
        growth: gifts.growth,
        coupons: terms.coupons.flatMap((each) => givenOn(each, today)),
        agreement: terms.agreement,
        validUntil: issued.validUntil,
        pointsVersion: settings.points.version,
        repaid: issued.repaid,
      },
      rule: { topic: 'wallet', version: terms.version },
      by,
    },
    settings,
  )
}

/** Coupons as they are given on a day: one that was over by then is given no more. */
function givenOn({ validity, ...coupons }: AgreedCoupons, today: Day): readonly GivenCoupons[] {
  const days = daysOf(validity, null, today)
  if (!days.ok) return []
  const { validFrom, validUntilDay } = days.value
  return [{ ...coupons, validFrom, validUntil: validUntilDay }]
}
