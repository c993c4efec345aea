import type { Leg } from '../account/entry'
import { move } from '../account/legs'
import { fundsOf } from '../wallet/wallet'
import type { CardBack, CardOrigin, GiftCard, Sale } from './card'

/** Where the store keeps what a card holds until somebody claims it: principal was paid in, bonus is only promised. */
const KEPT = {
  purchase: { principal: 'store.giftCards.bought', bonus: 'store.bonusIssued' },
  batch: { principal: 'store.giftCards.printed', bonus: 'store.bonusIssued' },
  yearEnd: { principal: 'store.giftCards.bought', bonus: 'store.bonusConverted.giftCard' },
} as const satisfies Record<
  CardOrigin['of'],
  { readonly principal: Leg['account']; readonly bonus: Leg['account'] }
>

/** What a buyer's entry moves when they pay for a card: until it is claimed, the store owes it to whoever has the code. */
export const boughtLegs = ({ wechatFen, parts }: Pick<Sale, 'wechatFen' | 'parts'>): readonly Leg[] => [
  ...move('store.cash.wechat', 'store.giftCards.bought', 'fen', wechatFen),
  ...move('principal', 'store.giftCards.bought', 'fen', fundsOf(parts).principalFen),
]

/** What the recipient's entry moves when they claim it. */
export const claimedLegs = ({ origin, principalFen, bonusFen }: GiftCard): readonly Leg[] => [
  ...move(KEPT[origin.of].principal, 'principal', 'fen', principalFen),
  ...move(KEPT[origin.of].bonus, 'bonus', 'fen', bonusFen),
]

/** What the giver's entry moves when it ends unclaimed. What the till gives back for a printed card is nobody's entry. */
export const backLegs = (
  { origin }: Pick<GiftCard, 'origin'>,
  { wechatFen, parts, toWallet }: CardBack,
): readonly Leg[] => [
  ...move(KEPT[origin.of].principal, 'store.cash.wechat', 'fen', wechatFen),
  ...move(KEPT[origin.of].principal, 'principal', 'fen', fundsOf(parts).principalFen + toWallet.principalFen),
  ...move(KEPT[origin.of].bonus, 'bonus', 'fen', toWallet.bonusFen),
]
