import { moveCard } from '@shared/rules/giftCards/move'
import type { CardBack, GiftCard } from '@shared/rules/giftCards/card'
import { asClosed, asPaid, type Payment } from '@shared/rules/payments/payment'
import { asRefused } from '@shared/rules/payments/refund'
import type { Settings } from '@shared/rules/settings/settings'
import type { Moment } from '../../database/commandOnAccount'
import type { PaymentOwner } from '../payments/owners'
import { bookHeld, withoutHold } from './bookHeld'
import { cardIdsOf } from './ids'
import { transactOnCards } from './transactOnCards'

type CardPayment = Payment<'giftCards'>

/** What becomes of cards when their payment comes, does not come, or cannot be given back. */
export const cardOwner: PaymentOwner<'giftCards'> = {
  paid: (moment, settings, { member, for: bought }, receipt) =>
    transactOnCards<'booked' | 'late'>(
      moment,
      member,
      placesOf(bought),
      settings,
      (account, { cards, payment }) => {
        if (payment?.state === 'paid') return { answer: 'booked' }
        if (payment?.state !== 'open' || !account) return { answer: 'late' }
        if (cards.length !== bought.count) throw new Error(`purchase ${bought.purchaseId} has lost cards`)
        const occasion = { today: moment.today, at: moment.at, by: 'member' } as const
        const booked = bookHeld(account, bought.purchaseId, cards, settings, occasion)
        return {
          next: booked.account,
          cards: booked.cards,
          payment: asPaid(payment, receipt),
          answer: 'booked',
        }
      },
    ),

  lapsed: async (moment, settings, payment) => {
    await letGo(moment, settings, payment, 'system')
  },

  /** The card is refunded all the same: what WeChat does not give back a person has to, so it waits for one. */
  refundRefused: async (moment, settings, refund, fault) => {
    await transactOnCards<null>(
      moment,
      refund.member,
      { purchaseId: refund.for.purchaseId, cards: [], refund: refund._id },
      settings,
      (_account, { refund: now }) => {
        const isAsked = now?.state === 'asked' || now?.state === 'processing'
        return { ...(isAsked ? { refund: asRefused(now, fault) } : {}), answer: null }
      },
    )
  },
}

/** Ends a purchase that nobody paid for: its cards are void, what was held is free. Answers how its payment stands. */
export function letGo(
  moment: Moment,
  settings: Settings,
  { member, for: bought }: CardPayment,
  by: 'member' | 'system',
): Promise<CardPayment['state']> {
  return transactOnCards<CardPayment['state']>(
    moment,
    member,
    placesOf(bought),
    settings,
    (account, { cards, payment }) => {
      if (payment?.state !== 'open') return { answer: payment?.state ?? 'closed' }
      return {
        ...(account ? { next: withoutHold(account, bought.purchaseId) } : {}),
        cards: cards.map((card) => voided(card, moment, by)),
        payment: asClosed(payment, moment.at),
        answer: 'closed',
      }
    },
  )
}

const NOTHING: CardBack = {
  wechatFen: 0,
  counterFen: 0,
  parts: [],
  toWallet: { principalFen: 0, bonusFen: 0 },
}

function voided(card: GiftCard, { today, at }: Moment, by: 'member' | 'system'): GiftCard {
  const end = { by, at, day: today, reason: null, back: NOTHING }
  const moved = moveCard(card, { does: 'void', end }, today)
  if (!moved.ok) throw new Error(`card ${card._id} was not paid for and is ${card.state}`)
  return moved.value
}

const placesOf = ({ purchaseId, count }: CardPayment['for']) => ({
  purchaseId,
  cards: cardIdsOf(purchaseId, count),
})
