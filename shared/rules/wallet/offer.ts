import type { Day } from '@shared/kernel/day'
import { ok, refuse, type Result } from '@shared/kernel/result'
import { giftOf, type TopUpPlan, type TopUpTerms } from './plans'
import { roomFen, sizeOf } from './room'
import type { WalletSettings } from './settings'
import type { Wallet } from './wallet'

/** Top-ups of one member that may be in payment at a time. */
export const MOST_WAITING = 4

export type TopUpChoice =
  { readonly of: 'plan'; readonly planId: string } | { readonly of: 'amount'; readonly payFen: number }

export type TopUpRefusal =
  | { readonly code: 'TOP_UP_UNKNOWN' }
  | { readonly code: 'TOP_UP_NOT_NOW'; readonly from: Day | null; readonly to: Day | null }
  | { readonly code: 'TOP_UP_FIRST_ONLY' }
  | { readonly code: 'TOP_UP_LIMIT'; readonly most: number }
  | { readonly code: 'TOP_UP_TOO_LITTLE'; readonly leastFen: number }
  | { readonly code: 'TOP_UP_CEILING'; readonly roomFen: number; readonly mostFen: number }
  /** One that is in payment stands in the way: it has to be paid or given up first. */
  | { readonly code: 'TOP_UP_WAITING'; readonly topUpId: string }

/** What a top-up would bring, or why it can't be had: asked before anything is paid. */
export function termsOf(
  wallet: Wallet,
  choice: TopUpChoice,
  settings: WalletSettings,
  today: Day,
): Result<TopUpTerms, TopUpRefusal> {
  const chosen =
    choice.of === 'plan' ? ofPlan(wallet, choice.planId, settings, today) : ofAmount(choice.payFen, settings)
  return chosen.ok ? withinRoom(wallet, chosen.value, settings) : chosen
}

/** Every plan that is on sale today, with why this member can't have it; null when they can. */
export function plansOffered(
  wallet: Wallet,
  settings: WalletSettings,
  today: Day,
): readonly { readonly plan: TopUpPlan; readonly refusal: TopUpRefusal | null }[] {
  return settings.plans
    .filter((plan) => isOnSale(plan, today))
    .map((plan) => {
      const terms = termsOf(wallet, { of: 'plan', planId: plan.id }, settings, today)
      return { plan, refusal: terms.ok ? null : terms.error }
    })
}

function ofPlan(
  wallet: Wallet,
  planId: string,
  { plans, version }: WalletSettings,
  today: Day,
): Result<TopUpTerms, TopUpRefusal> {
  const plan = plans.find(({ id }) => id === planId)
  if (!plan?.isOn) return refuse({ code: 'TOP_UP_UNKNOWN' })
  if (!isOnSale(plan, today)) return refuse({ code: 'TOP_UP_NOT_NOW', from: plan.from, to: plan.to })
  const refusal = firstRefusal(wallet, plan) ?? limitRefusal(wallet, plan)
  return refusal ? refuse(refusal) : ok({ planId, payFen: plan.payFen, gift: plan.gift, version })
}

function ofAmount(payFen: number, { anyAmount, version }: WalletSettings): Result<TopUpTerms, TopUpRefusal> {
  if (!anyAmount) return refuse({ code: 'TOP_UP_UNKNOWN' })
  if (payFen < anyAmount.leastFen) return refuse({ code: 'TOP_UP_TOO_LITTLE', leastFen: anyAmount.leastFen })
  return ok({ planId: null, payFen, gift: giftOf(anyAmount, payFen), version })
}

function withinRoom(
  wallet: Wallet,
  terms: TopUpTerms,
  { prepaid }: WalletSettings,
): Result<TopUpTerms, TopUpRefusal> {
  const room = roomFen(wallet, prepaid)
  const needed = sizeOf({ principalFen: terms.payFen, bonusFen: terms.gift.bonusFen }, prepaid)
  if (needed > room) return refuse({ code: 'TOP_UP_CEILING', roomFen: room, mostFen: prepaid.mostFen })
  const oldest = wallet.waiting.length >= MOST_WAITING ? wallet.waiting[0] : undefined
  return oldest ? refuse({ code: 'TOP_UP_WAITING', topUpId: oldest.id }) : ok(terms)
}

function firstRefusal({ topUps, waiting }: Wallet, { isFirstOnly }: TopUpPlan): TopUpRefusal | null {
  if (!isFirstOnly) return null
  if (topUps.count > 0) return { code: 'TOP_UP_FIRST_ONLY' }
  const [inTheWay] = waiting
  return inTheWay ? { code: 'TOP_UP_WAITING', topUpId: inTheWay.id } : null
}

function limitRefusal({ topUps, waiting }: Wallet, { id, mostPerMember }: TopUpPlan): TopUpRefusal | null {
  if (mostPerMember === null) return null
  const had = topUps.byPlan[id] ?? 0
  if (had >= mostPerMember) return { code: 'TOP_UP_LIMIT', most: mostPerMember }
  const same = waiting.filter(({ terms }) => terms.planId === id)
  const inTheWay = had + same.length >= mostPerMember ? same[0] : undefined
  return inTheWay ? { code: 'TOP_UP_WAITING', topUpId: inTheWay.id } : null
}

function isOnSale({ isOn, from, to }: TopUpPlan, today: Day): boolean {
  return isOn && (from === null || from <= today) && (to === null || today <= to)
}
