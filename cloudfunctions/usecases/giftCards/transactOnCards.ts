import type { Account } from '@shared/rules/account/account'
import type { GiftCard } from '@shared/rules/giftCards/card'
import type { Payment } from '@shared/rules/payments/payment'
import type { Refund } from '@shared/rules/payments/refund'
import type { Settings } from '@shared/rules/settings/settings'
import type { Moment } from '../../database/commandOnAccount'
import { transactOnAccount } from '../../database/transactOnAccount'

interface Documents {
  payment: Payment<'giftCards'>
  refund: Refund<'giftCards'>
  [card: `card ${string}`]: GiftCard
}
type Found = { readonly [Name in keyof Documents]: Documents[Name] | null }

/** Which cards a command is about, and by which purchase they came; a refund where it may make one. */
interface CardPlaces {
  readonly purchaseId: string
  readonly cards: readonly string[]
  readonly refund?: string
}

/** What was read; what is not there is left out, or null. */
export interface FoundCards {
  readonly cards: readonly GiftCard[]
  readonly payment: Payment<'giftCards'> | null
  readonly refund: Refund<'giftCards'> | null
}

/** What a command leaves behind. */
export interface CardsJoint<T> {
  readonly next?: Account
  readonly cards?: readonly GiftCard[]
  readonly payment?: Payment<'giftCards'>
  readonly refund?: Refund<'giftCards'>
  readonly answer: T
}

/** Runs a command on their buyer's account, cards of one purchase, its payment and a refund, in one transaction. */
export function transactOnCards<T>(
  moment: Moment,
  buyer: string,
  { purchaseId, cards, refund }: CardPlaces,
  settings: Settings,
  decide: (account: Account | null, found: FoundCards) => CardsJoint<T>,
): Promise<T> {
  const places = {
    payment: { collection: 'payments', id: purchaseId },
    ...(refund === undefined ? {} : { refund: { collection: 'refunds', id: refund } }),
    ...Object.fromEntries(cards.map((id) => [placeOf(id), { collection: 'giftCards', id }])),
  }
  return transactOnAccount<never, T>(moment, buyer, places as never, settings, (account, documents) => {
    const there = documents as unknown as Found
    const found = {
      cards: cards.flatMap((id) => there[placeOf(id)] ?? []),
      payment: there.payment ?? null,
      refund: there.refund ?? null,
    }
    const { next, cards: changed = [], answer, ...beside } = decide(account, found)
    const all = { ...beside, ...Object.fromEntries(changed.map((card) => [placeOf(card._id), card])) }
    return { ...(next && next !== account ? { next } : {}), documents: all as never, answer }
  })
}

const placeOf = (cardId: string) => `card ${cardId}` as const
