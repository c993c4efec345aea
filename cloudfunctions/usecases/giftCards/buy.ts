import type { InputOf, OutputOf } from '@shared/contracts'
import type { Refusal } from '@shared/contracts/errors'
import { yuanText } from '@shared/kernel/fen'
import { ok, refuse, type Result } from '@shared/kernel/result'
import type { Account } from '@shared/rules/account/account'
import { newCard, type GiftCard } from '@shared/rules/giftCards/card'
import { codeOf } from '@shared/rules/giftCards/code'
import { payingFor, termsOf, type CardTerms } from '@shared/rules/giftCards/offer'
import { newPayment, type Payment } from '@shared/rules/payments/payment'
import type { Settings } from '@shared/rules/settings/settings'
import { hold } from '@shared/rules/wallet/hold'
import { walletOf } from '@shared/rules/wallet/wallet'
import { codeBytesOf, hashOfCode } from '../../database/cardCodes'
import type { Call, UseCase } from '../../runtime/call'
import { prepayOf } from '../payments/prepay'
import { bookHeld } from './bookHeld'
import { freshSettings } from './freshSettings'
import { cardIdsOf, purchaseIdOf } from './ids'
import { buyRefusal } from './refusals'
import { transactOnCards, type CardsJoint, type FoundCards } from './transactOnCards'

type Input = InputOf<'giftCards.buy'>
type Code =
  ReturnType<typeof buyRefusal>['code'] | 'NOT_A_MEMBER' | 'GIFT_CARD_OFFER_CHANGED' | 'PAYMENT_NOT_OFFERED'
type Begun = Result<
  { readonly cards: readonly GiftCard[]; readonly payment: Payment<'giftCards'> | null },
  Refusal<Code>
>

/** So long cards can be paid for. */
const PAY_WITHIN_MS = 15 * 60_000

/** How a purchase stands, by its payment. */
export const PURCHASE_STATE: Readonly<Record<Payment['state'], OutputOf<'giftCards.buy'>['state']>> = {
  open: 'waiting',
  paid: 'paid',
  closed: 'over',
  late: 'late',
}

export const buy: UseCase<'giftCards.buy'> = async (call, input) => {
  const settings = await freshSettings(call)
  const purchaseId = purchaseIdOf(call)
  // More than can be bought at all are refused without a document being read for each.
  const terms = termsOf(input, settings.giftCards, settings.wallet.prepaid)
  if (!terms.ok) return refuse(buyRefusal(terms.error))
  const begun = await transactOnCards<Begun>(
    call,
    call.memberId,
    { purchaseId, cards: cardIdsOf(purchaseId, input.count) },
    settings,
    (account, found) => begin(call, input, terms.value, settings, account, found),
  )
  if (!begun.ok) return begun
  const { cards, payment } = begun.value
  const priceFen = cards.reduce((sum, { principalFen }) => sum + principalFen, 0)
  const wechatFen = payment?.amountFen ?? 0
  const asked = payment?.state === 'open' ? await prepayOf(call, payment) : null
  return ok({
    purchaseId,
    priceFen,
    wechatFen,
    balanceFen: priceFen - wechatFen,
    state: payment ? PURCHASE_STATE[payment.state] : 'paid',
    payment: asked?.ok ? asked.value : null,
  })
}

/** Puts down the cards, what is held for them and their payment in one step; asked for again it is the same one. */
function begin(
  call: Call,
  input: Input,
  terms: CardTerms,
  settings: Settings,
  account: Account | null,
  { cards: known, payment }: FoundCards,
): CardsJoint<Begun> {
  if (!account?.joined) return { answer: refuse({ code: 'NOT_A_MEMBER' }) }
  if (known.length > 0) return { answer: ok({ cards: known, payment }) }
  if (terms.bonusFen !== input.seenBonusFen) return { answer: refuse({ code: 'GIFT_CARD_OFFER_CHANGED' }) }
  const wallet = walletOf(account)
  const paying = payingFor(terms, input.balance, wallet, settings.giftCards)
  if (!paying.ok) return { answer: refuse(buyRefusal(paying.error)) }
  const { balanceFen, wechatFen } = paying.value
  if (wechatFen > 0 && !call.payments('giftCard')) return { answer: refuse({ code: 'PAYMENT_NOT_OFFERED' }) }
  const purchaseId = purchaseIdOf(call)
  const asked = { orderId: purchaseId, at: call.at, amountFen: balanceFen }
  const held = balanceFen > 0 ? hold(wallet, asked, 'principalFirst') : ok(wallet)
  if (!held.ok) return { answer: refuse(buyRefusal(held.error)) }
  const cards = cardIdsOf(purchaseId, terms.count).map((id) => cardOf(call, id, purchaseId, input, terms))
  const holding = balanceFen > 0 ? { ...account, wallet: held.value } : account
  if (wechatFen === 0) {
    const occasion = { today: call.today, at: call.at, by: 'member' } as const
    const booked = bookHeld(holding, purchaseId, cards, settings, occasion)
    return { next: booked.account, cards: booked.cards, answer: ok({ cards: booked.cards, payment: null }) }
  }
  const opened = paymentOf(call, purchaseId, terms, wechatFen)
  return { next: holding, cards, payment: opened, answer: ok({ cards, payment: opened }) }
}

function cardOf(call: Call, id: string, purchaseId: string, input: Input, terms: CardTerms): GiftCard {
  return newCard({
    _id: id,
    codeHash: hashOfCode(codeOf(codeBytesOf(id, call.secret))),
    origin: { of: 'purchase', buyer: call.memberId, purchaseId },
    designId: terms.designId,
    message: input.message,
    from: input.from,
    principalFen: terms.principalFen,
    bonusFen: terms.bonusFen,
  })
}

function paymentOf(
  { memberId, openid, at }: Call,
  purchaseId: string,
  { count, principalFen }: CardTerms,
  wechatFen: number,
): Payment<'giftCards'> {
  return newPayment(
    {
      outTradeNo: purchaseId,
      for: { of: 'giftCards', purchaseId, count },
      member: memberId,
      openid,
      kind: 'giftCard',
      description: `礼品卡 ${yuanText(principalFen)} 元 × ${count}`,
      amountFen: wechatFen,
      expiresAt: at + PAY_WITHIN_MS,
    },
    at,
  )
}
