import type { OutputOf } from '@shared/contracts'
import type { Refusal } from '@shared/contracts/errors'
import { ok, refuse, type Result } from '@shared/kernel/result'
import type { Account } from '@shared/rules/account/account'
import type { Entry } from '@shared/rules/account/entry'
import type { Payment } from '@shared/rules/payments/payment'
import { newRefund, type Refund } from '@shared/rules/payments/refund'
import type { RefundGround } from '@shared/rules/wallet/basis'
import { bookRefund, walletRefundCause } from '@shared/rules/wallet/bookRefund'
import type { RefundPart, WalletRefund } from '@shared/rules/wallet/refund'
import { walletOf } from '@shared/rules/wallet/wallet'
import type { CollectionName } from '../../database/collections'
import { transactOnAccount } from '../../database/transactOnAccount'
import type { Call } from '../../runtime/call'
import { freshSettings } from './freshSettings'
import { refundFace } from './refundFace'
import { outRefundNoOf, walletRefundIdOf } from './topUpIds'
import { askRefund } from '../payments/askRefund'
import type { Settings } from '@shared/rules/settings/settings'

type Face = OutputOf<'wallet.refund'>
type Places = Record<string, { readonly collection: CollectionName; readonly id: string }>
type Documents = Record<string, Payment<'topUp'> | Refund<'topUp'> | Entry>

/** Whose wallet, why, and which of its top-ups WeChat may have to pay back. */
export interface TakenOut<Code extends Refusal['code']> {
  readonly member: string
  readonly ground: RefundGround
  readonly by: 'member' | `staff:${string}`
  readonly throughWeChat: readonly string[]
  /** The refund as it is on the account that it is taken from. */
  decide(account: Account, settings: Settings): Result<WalletRefund, Refusal<Code>>
}

/**
 * Takes a refund out of a wallet together with what WeChat is to pay of it, and only then asks WeChat. By the same request
 * again it is the same refund.
 */
export async function takeOutRefund<Code extends Refusal['code']>(
  call: Call,
  taken: TakenOut<Code>,
): Promise<Result<Face, Refusal<Code | 'MEMBER_NOT_FOUND' | 'WALLET_REFUND_CHANGED'>>> {
  const refundId = walletRefundIdOf(call)
  const settings = await freshSettings(call)
  const { member, ground, by, throughWeChat } = taken
  const outcome = await transactOnAccount<
    Documents,
    Result<Face, Refusal<Code | 'MEMBER_NOT_FOUND' | 'WALLET_REFUND_CHANGED'>>
  >(call, member, placesOf(refundId, throughWeChat), settings, (account, found) => {
    if (!account?.joined) return { answer: refuse({ code: 'MEMBER_NOT_FOUND' }) }
    const earlier = found.entry as Entry | null
    if (earlier?.basis.of === 'walletRefund')
      return { answer: ok(refundFace(walletOf(account), earlier.basis.parts)) }
    const decided = taken.decide(account, settings)
    if (!decided.ok) return { answer: decided }
    const { parts } = decided.value
    const toAsk = parts.filter(({ payBack }) => payBack === 'wechat')
    if (toAsk.some(({ lotId }) => !throughWeChat.includes(lotId)))
      return { answer: refuse({ code: 'WALLET_REFUND_CHANGED' }) }
    const refunds = toAsk.map((part) => refundOf(refundId, part, found[paymentName(part.lotId)], call.at))
    const { today, at } = call
    return {
      next: bookRefund(account, { refundId, refund: decided.value, ground }, settings, { today, at, by }),
      documents: Object.fromEntries(refunds.map((each) => [refundName(each.for.topUpId), each])),
      answer: ok(refundFace(walletOf(account), parts)),
    }
  })
  if (outcome.ok) await askAll(call, refundId, outcome.value)
  return outcome
}

const paymentName = (topUpId: string): string => `payment:${topUpId}`
const refundName = (topUpId: string): string => `refund:${topUpId}`

function placesOf(refundId: string, topUps: readonly string[]): Places {
  const entries = topUps.flatMap((topUpId): [string, Places[string]][] => [
    [paymentName(topUpId), { collection: 'payments', id: topUpId }],
    [refundName(topUpId), { collection: 'refunds', id: outRefundNoOf(refundId, topUpId) }],
  ])
  return Object.fromEntries([
    ...entries,
    ['entry', { collection: 'journal', id: walletRefundCause(refundId) }],
  ])
}

function refundOf(
  refundId: string,
  { lotId, principalFen }: RefundPart,
  payment: Documents[string] | null | undefined,
  at: number,
): Refund<'topUp'> {
  if (!payment) throw new Error(`top-up ${lotId} was paid by WeChat, but has no payment`)
  const asked = {
    outRefundNo: outRefundNoOf(refundId, lotId),
    refundFen: principalFen,
    reason: '储值退款',
  }
  return newRefund(payment as Payment<'topUp'>, asked, at)
}

/** Asked at once, side by side; what WeChat does not take now the timer asks again. */
async function askAll(call: Call, refundId: string, { parts }: Face): Promise<void> {
  const asked = parts.filter(({ payBack }) => payBack === 'wechat')
  const outcomes = await Promise.allSettled(
    asked.map(({ topUpId }) => askRefund(call, outRefundNoOf(refundId, topUpId))),
  )
  for (const each of outcomes) if (each.status === 'rejected') call.alert(each.reason)
}
