import type { InputOf, OutputOf } from '@shared/contracts'
import type { Refusal } from '@shared/contracts/errors'
import { ok, refuse, type Result } from '@shared/kernel/result'
import {
  quoteRefund,
  refundedMessage,
  refundMembership,
  type MembershipRefundQuote,
} from '@shared/rules/memberships/bookRefund'
import type { MembershipPurchase } from '@shared/rules/memberships/purchase'
import { tell } from '@shared/rules/messages/tell'
import type { Payment } from '@shared/rules/payments/payment'
import { newRefund } from '@shared/rules/payments/refund'
import { CHANNELS } from '@shared/rules/quote/paid'
import { readBoughtSince } from '../../database/memberships'
import { readAccount } from '../../database/members'
import type { Call } from '../../runtime/call'
import { askRefund } from '../payments/askRefund'
import { purchaseFace } from './faces'
import { freshSettings } from './freshSettings'
import { outRefundNoOf } from './ids'
import { refundableSince, takenOff } from './taken'
import { transactOnPurchase } from './transactOnPurchase'

type Code = 'MEMBERSHIP_NOT_PAID' | 'MEMBERSHIP_USED_UP' | 'MEMBERSHIP_REFUND_CHANGED'
type Outcome = Result<MembershipPurchase, Refusal<Code>>

/** Who gives a purchase back, what they saw that comes of it, and why: a shop says so, a member need not. */
export interface GivingBack {
  readonly by: 'member' | `staff:${string}`
  readonly seen: InputOf<'memberships.refund'>['seen']
  readonly reason: string | null
}

/**
 * Gives a purchase back: its days, what stored value paid and the refund that WeChat is to be asked for in one
 * transaction, and only then is WeChat asked. One that was given back is answered as it is.
 */
export async function giveBack(
  call: Call,
  { _id, member }: MembershipPurchase,
  giving: GivingBack,
): Promise<Result<OutputOf<'memberships.refund'>, Refusal<Code>>> {
  const [account, settings] = await Promise.all([readAccount(call.cloud, member), freshSettings(call)])
  const since = account && refundableSince(account)
  const bought = since ? await readBoughtSince(call.cloud, member, since) : []
  const { today, at } = call
  const occasion = { today, at, by: giving.by }
  const outcome = await transactOnPurchase<Outcome>(
    call,
    member,
    _id,
    settings,
    (now, { purchase, payment }) => {
      if (!now || !purchase) throw new Error(`membership ${_id} is gone`)
      if (purchase.state === 'refunded') return { answer: ok(purchase) }
      if (purchase.state !== 'paid') return { answer: refuse({ code: 'MEMBERSHIP_NOT_PAID' }) }
      const quoted = quoteRefund(now, purchase, takenOff(purchase, bought, now, settings), settings, call)
      if (!quoted.ok) return { answer: refuse({ code: 'MEMBERSHIP_USED_UP' }) }
      if (!isAsSeen(quoted.value, giving)) return { answer: refuse({ code: 'MEMBERSHIP_REFUND_CHANGED' }) }
      const done = refundMembership(now, purchase, quoted.value, giving.reason, settings, occasion)
      const next =
        giving.by === 'member'
          ? done.account
          : tell(done.account, refundedMessage(purchase, quoted.value, settings, occasion))
      return {
        next,
        documents: { purchase: done.purchase, ...atWeChat(payment, quoted.value, at) },
        answer: ok(done.purchase),
      }
    },
  )
  if (!outcome.ok) return outcome
  const { refund } = outcome.value
  if (refund && refund.back.wechat > 0) await askRefund(call, outRefundNoOf(_id))
  return ok({ purchase: purchaseFace(outcome.value, settings) })
}

const isAsSeen = ({ back }: MembershipRefundQuote, { seen }: GivingBack): boolean =>
  CHANNELS.every((channel) => back[channel] === seen[channel])

function atWeChat(payment: Payment<'membership'> | null, { back }: MembershipRefundQuote, at: number) {
  if (back.wechat === 0) return {}
  if (!payment) throw new Error('WeChat is to give back what was not paid by it')
  const asked = { outRefundNo: outRefundNoOf(payment._id), refundFen: back.wechat, reason: '付费会员退款' }
  return { refund: newRefund(payment, asked, at) }
}
