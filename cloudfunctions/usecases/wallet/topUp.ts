import type { OutputOf } from '@shared/contracts'
import type { Refusal } from '@shared/contracts/errors'
import { yuanText } from '@shared/kernel/fen'
import { ok, refuse, type Result } from '@shared/kernel/result'
import { newPayment, type Payment } from '@shared/rules/payments/payment'
import type { TopUpRefusal } from '@shared/rules/wallet/offer'
import { awaitTopUp } from '@shared/rules/wallet/topUp'
import { walletOf } from '@shared/rules/wallet/wallet'
import { transactOnAccount } from '../../database/transactOnAccount'
import type { Call, UseCase } from '../../runtime/call'
import { prepayOf } from '../payments/prepay'
import { agreedTerms } from './agreedTerms'
import { freshSettings } from './freshSettings'
import { readGiftTemplates } from './giftTemplates'
import { topUpIdOf } from './topUpIds'

type TopUpPayment = Payment<'topUp'>
type Code = TopUpRefusal['code'] | 'WALLET_AGREEMENT_CHANGED' | 'NOT_A_MEMBER'
type Begun = Result<TopUpPayment, Refusal<Code>>
type State = OutputOf<'wallet.topUp'>['state']

/** So long a top-up can be paid. */
export const TOP_UP_MS = 15 * 60_000

/** How a top-up stands, by its payment. */
export const TOP_UP_STATE: Readonly<Record<Payment['state'], State>> = {
  open: 'waiting',
  paid: 'paid',
  closed: 'over',
  late: 'late',
}

export const topUp: UseCase<'wallet.topUp'> = async (call, agreed) => {
  if (!call.payments('storedValue')) return refuse({ code: 'PAYMENT_NOT_OFFERED' })
  const begun = await begin(call, agreed)
  if (!begun.ok) return begun
  const payment = begun.value
  const asked = payment.state === 'open' ? await prepayOf(call, payment) : null
  return ok({
    topUpId: payment._id,
    payFen: payment.amountFen,
    state: TOP_UP_STATE[payment.state],
    payment: asked?.ok ? asked.value : null,
  })
}

/** Puts down what was agreed to and the payment for it in one step; asked for again it is the same one. */
async function begin(call: Call, agreed: Parameters<typeof agreedTerms>[1]): Promise<Begun> {
  const { memberId, openid, at, today } = call
  const settings = await freshSettings(call)
  const templates = await readGiftTemplates(call.cloud, settings.wallet)
  const topUpId = topUpIdOf(call)
  return transactOnAccount<{ payment: TopUpPayment }, Begun>(
    call,
    memberId,
    { payment: { collection: 'payments', id: topUpId } },
    settings,
    (account, { payment }) => {
      if (!account?.joined) return { answer: refuse({ code: 'NOT_A_MEMBER' }) }
      if (payment) return { answer: ok(payment) }
      const wallet = walletOf(account)
      const terms = agreedTerms(wallet, agreed, settings.wallet, templates, today)
      if (!terms.ok) return { answer: terms }
      const { payFen } = terms.value
      const opened = newPayment(
        {
          outTradeNo: topUpId,
          for: { of: 'topUp', topUpId },
          member: memberId,
          openid,
          kind: 'storedValue',
          description: `储值 ${yuanText(payFen)} 元`,
          amountFen: payFen,
          expiresAt: at + TOP_UP_MS,
        },
        at,
      )
      return {
        next: { ...account, wallet: awaitTopUp(wallet, topUpId, at, terms.value) },
        documents: { payment: opened },
        answer: ok(opened),
      }
    },
  )
}
