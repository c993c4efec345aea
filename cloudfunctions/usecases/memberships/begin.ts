import type { InputOf } from '@shared/contracts'
import type { Refusal } from '@shared/contracts/errors'
import { ok, refuse, type Result } from '@shared/kernel/result'
import { payMembership } from '@shared/rules/memberships/book'
import { beginPurchase } from '@shared/rules/memberships/buy'
import type { MembershipPurchase } from '@shared/rules/memberships/purchase'
import { newPayment, type Payment } from '@shared/rules/payments/payment'
import type { Settings } from '@shared/rules/settings/settings'
import { levelName } from '@shared/rules/tiers/face'
import type { Call } from '../../runtime/call'
import { PAY_WITHIN_MS } from './faces'
import { buyRefusal } from './refusals'
import { transactOnPurchase, type PurchaseJoint } from './transactOnPurchase'

type Code = ReturnType<typeof buyRefusal>['code'] | 'PAYMENT_NOT_OFFERED' | 'NOT_A_MEMBER'
type Begun = Result<MembershipPurchase, Refusal<Code>>

/** True where the shop may take money for memberships by WeChat Pay. */
export const takesWeChat = (
  { payments }: Pick<Call, 'payments'>,
  { memberships }: Pick<Settings, 'memberships'>,
): boolean => memberships.byWeChatPay && payments('paidMembership', 'jsapi') !== null

/**
 * Puts down what was agreed to, with the payment for it, in one step; what stored value pays whole is booked in it. By the
 * same request again it is the same purchase.
 */
export function begin(
  call: Call,
  purchaseId: string,
  { levelId, usesBalance, seen }: InputOf<'memberships.buy'>,
  settings: Settings,
): Promise<Begun> {
  const occasion = { today: call.today, at: call.at, by: 'member' } as const
  return transactOnPurchase<Begun>(call, call.memberId, purchaseId, settings, (account, { purchase }) => {
    if (!account?.joined) return { answer: refuse({ code: 'NOT_A_MEMBER' }) }
    if (purchase) return { answer: again(purchase, levelId) }
    const wish = { purchaseId, levelId, usesBalance, seen }
    const begun = beginPurchase(account, wish, settings, occasion)
    if (!begun.ok) return { answer: refuse(buyRefusal(begun.error, settings)) }
    const { purchase: made } = begun.value
    if (made.paid.wechat > 0) {
      if (!takesWeChat(call, settings)) return { answer: refuse({ code: 'PAYMENT_NOT_OFFERED' }) }
      const documents = { purchase: made, payment: paymentOf(call, made, settings) }
      return { next: begun.value.account, documents, answer: ok(made) }
    }
    const paid = payMembership(begun.value.account, made, settings, occasion)
    if (!paid.ok) return { answer: refuse(buyRefusal(paid.error, settings)) }
    return bought(paid.value)
  })
}

const bought = (
  paid: Extract<ReturnType<typeof payMembership>, { ok: true }>['value'],
): PurchaseJoint<Begun> => ({
  next: paid.account,
  documents: { purchase: paid.purchase },
  answer: ok(paid.purchase),
})

/** A request that made a purchase made it of one level. */
const again = (purchase: MembershipPurchase, levelId: string): Begun =>
  purchase.terms.levelId === levelId ? ok(purchase) : refuse({ code: 'MEMBERSHIP_CHANGED' })

function paymentOf(
  { openid, at }: Call,
  { _id, member, terms, paid }: MembershipPurchase,
  { tiers }: Settings,
): Payment<'membership'> {
  return newPayment<'membership'>(
    {
      outTradeNo: _id,
      for: { of: 'membership', purchaseId: _id },
      member,
      openid,
      kind: 'paidMembership',
      way: 'jsapi',
      description: `${levelName(tiers, terms.levelId).zh} ${terms.validDays} 天`,
      amountFen: paid.wechat,
      expiresAt: at + PAY_WITHIN_MS,
    },
    at,
  )
}
