import type { Words } from '@shared/kernel/words'
import { yuanText } from '@shared/kernel/fen'
import { ok, refuse, type Result } from '@shared/kernel/result'
import type { Account } from '../account/account'
import { post } from '../account/post'
import type { Message } from '../messages/message'
import type { Occasion } from '../orders/recordSale'
import { NOTHING, type Paid } from '../quote/paid'
import { splitBack } from '../quote/splitBack'
import type { Settings } from '../settings/settings'
import { levelName } from '../tiers/face'
import { giveBack } from '../wallet/giveBack'
import { walletOf, type Part } from '../wallet/wallet'
import type { BookedMembership } from './book'
import { membershipOf, withMembership } from './holding'
import { membershipBackLegs } from './legs'
import { asRefunded, type MembershipPurchase } from './purchase'
import {
  refundOffer,
  type MembershipRefundOffer,
  type MembershipRefundRefusal,
  type TakenOff,
} from './refund'

/** What a refund would give back, and by which channel. */
export interface MembershipRefundQuote {
  readonly offer: MembershipRefundOffer
  readonly back: Paid
}

/** The same on a settled account. Refuses one that would give nothing back: it would only end the level. */
export function quoteRefund(
  account: Account,
  { _id, paid }: MembershipPurchase,
  taken: readonly TakenOff[],
  { tiers, memberships }: Settings,
  { today }: Pick<Occasion, 'today'>,
): Result<MembershipRefundQuote, MembershipRefundRefusal> {
  const counted = memberships.countsSavings ? taken : []
  const offered = refundOffer(account.tier, membershipOf(account).bought, _id, counted, tiers, today)
  if (!offered.ok) return offered
  const { backFen } = offered.value
  if (backFen === 0) return refuse({ code: 'MEMBERSHIP_USED_UP' })
  return ok({ offer: offered.value, back: splitBack(backFen, paid, NOTHING) })
}

/** Gives a purchase back: its days leave the level, stored value goes to the top-ups that it came from, WeChat's part is still to be asked for. */
export function refundMembership(
  account: Account,
  purchase: MembershipPurchase,
  { offer, back }: MembershipRefundQuote,
  text: string | null,
  settings: Settings,
  { today, at, by }: Occasion,
): BookedMembership {
  const { _id, terms, parts } = purchase
  const { paidFen, validDays, usedDays, byDaysFen, savedFen, usedFen, tier } = offer
  const bought = membershipOf(account).bought.filter(({ id }) => id !== _id)
  const next = post(
    { ...withMembership({ ...account, tier }, { bought }), ...walletAfter(account, parts, back) },
    {
      _id: `membership:${_id}:refunded`,
      kind: 'membershipRefunded',
      at,
      day: today,
      recordedAt: at,
      source: `membership:${_id}`,
      reason: refundedWords(levelName(settings.tiers, terms.levelId), offer.backFen),
      legs: membershipBackLegs(back),
      lots: [],
      basis: {
        of: 'membershipRefunded',
        purchaseId: _id,
        levelId: terms.levelId,
        paidFen,
        validDays,
        usedDays,
        byDaysFen,
        savedFen,
        usedFen,
        back,
        text,
      },
      rule: { topic: 'memberships', version: settings.memberships.version },
      by,
    },
    settings,
  )
  if (by === 'system') throw new Error(`membership ${_id} is given back by nobody`)
  return { account: next, purchase: asRefunded(purchase, { at, by, usedDays, usedFen, back }) }
}

function walletAfter(account: Account, parts: readonly Part[], { principal, bonus }: Paid) {
  if (principal + bonus === 0) return {}
  const none = { principalFen: 0, bonusFen: 0 }
  const now = { principalFen: principal, bonusFen: bonus }
  return { wallet: giveBack(walletOf(account), parts, none, now).wallet }
}

function refundedWords({ zh, en }: Words, backFen: number): Words {
  const back = yuanText(backFen)
  return { zh: `${zh}退款 ${back} 元`, en: `${en} refunded, ¥${back}` }
}

/** What the member reads when the shop has given a purchase back. */
export function refundedMessage(
  { _id, member, terms }: MembershipPurchase,
  { offer: { backFen }, back }: MembershipRefundQuote,
  { tiers }: Pick<Settings, 'tiers'>,
  { at, today }: Occasion,
): Message {
  const balance = back.principal + back.bonus
  const parts: Words[] = [
    ...(back.wechat > 0
      ? [{ zh: `微信支付 ${yuanText(back.wechat)} 元`, en: `¥${yuanText(back.wechat)} by WeChat Pay` }]
      : []),
    ...(balance > 0 ? [{ zh: `余额 ${yuanText(balance)} 元`, en: `¥${yuanText(balance)} of balance` }] : []),
  ]
  return {
    _id: `membershipRefunded:${_id}`,
    schemaVersion: 1,
    member,
    kind: 'membershipRefunded',
    at,
    day: today,
    title: refundedWords(levelName(tiers, terms.levelId), backFen),
    text: {
      zh: `退回${parts.map(({ zh }) => zh).join('，')}。`,
      en: `Back to you: ${parts.map(({ en }) => en).join(', ')}.`,
    },
    link: 'memberships',
  }
}
