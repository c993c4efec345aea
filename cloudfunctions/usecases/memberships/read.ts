import type { OutputOf } from '@shared/contracts'
import { addDays, type Day } from '@shared/kernel/day'
import { ok, refuse } from '@shared/kernel/result'
import type { Account } from '@shared/rules/account/account'
import { settle } from '@shared/rules/account/settle'
import { quoteRefund } from '@shared/rules/memberships/bookRefund'
import { pastOrderOf } from '@shared/rules/memberships/pastOrders'
import type { MembershipPurchase } from '@shared/rules/memberships/purchase'
import type { Settings } from '@shared/rules/settings/settings'
import { isOn } from '@shared/rules/tiers/program'
import { freeFunds, totalFenOf, walletOf } from '@shared/rules/wallet/wallet'
import { readBoughtSince, readPurchases, type BoughtOrder } from '../../database/memberships'
import { readAccount } from '../../database/members'
import type { Call, UseCase } from '../../runtime/call'
import { tierOf } from '../shopOrders/faces'
import { takesWeChat } from './begin'
import { paidLevels, PAY_WITHIN_MS, purchaseFace } from './faces'
import { freshSettings } from './freshSettings'
import { plansOf } from './plans'
import { refundableSince, takenOff } from './taken'

type Standing = Extract<OutputOf<'memberships.read'>, { isOn: true }>

const MOST_PURCHASES = 20

export const read: UseCase<'memberships.read'> = async (call) => {
  const { cloud, memberId, today, at } = call
  const [known, settings, purchases] = await Promise.all([
    readAccount(cloud, memberId),
    freshSettings(call),
    readPurchases(cloud, memberId, undefined, MOST_PURCHASES),
  ])
  if (!known?.joined) return refuse({ code: 'NOT_A_MEMBER' })
  if (!isOn(settings.tiers)) return ok({ isOn: false })
  const account = settle(known, today, settings, at)
  const bought = await readBoughtSince(cloud, memberId, looksBackTo(account, settings, today))
  return ok({ isOn: true, ...standingOf(call, account, purchases, bought, settings) })
}

/** As far back as the longest membership lasts, and as what could be refunded was paid. */
function looksBackTo(account: Account, { tiers }: Settings, today: Day): Day {
  const longest = Math.max(1, ...tiers.levels.map(({ paid }) => paid?.validDays ?? 0))
  const first = addDays(today, 1 - longest)
  const since = refundableSince(account)
  return since !== null && since < first ? since : first
}

function standingOf(
  call: Call,
  account: Account,
  purchases: readonly MembershipPurchase[],
  bought: readonly BoughtOrder[],
  settings: Settings,
): Omit<Standing, 'isOn'> {
  const { today } = call
  const { pointsPerYuan } = settings.earning
  const orders = bought.flatMap(({ order, placed }) => pastOrderOf(order, placed, pointsPerYuan) ?? [])
  const waiting = purchases.find(({ state }) => state === 'unpaid')
  return {
    today,
    current: tierOf(account, settings),
    ...paidLevels(account.tier, settings, today),
    takes: { wechat: takesWeChat(call, settings), balance: settings.memberships.byBalance },
    freeFen: totalFenOf(freeFunds(walletOf(account))),
    plans: plansOf(account, orders, settings, today),
    waiting: waiting
      ? { ...purchaseFace(waiting, settings), expiresAt: waiting.createdAt + PAY_WITHIN_MS }
      : null,
    purchases: purchases
      .filter(({ state }) => state !== 'unpaid')
      .map((purchase) => ({
        ...purchaseFace(purchase, settings),
        backFen: backFenOf(purchase, account, bought, settings, today),
      })),
  }
}

function backFenOf(
  purchase: MembershipPurchase,
  account: Account,
  bought: readonly BoughtOrder[],
  settings: Settings,
  today: Day,
): number | null {
  if (purchase.state !== 'paid') return null
  const taken = takenOff(purchase, bought, account, settings)
  const quoted = quoteRefund(account, purchase, taken, settings, { today })
  return quoted.ok ? quoted.value.offer.backFen : null
}
