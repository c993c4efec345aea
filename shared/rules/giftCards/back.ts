import type { Instant } from '@shared/kernel/businessDay'
import { addMonths, type Day } from '@shared/kernel/day'
import { giveBack } from '../wallet/giveBack'
import { addLot } from '../wallet/lots'
import { fundsOf, totalFenOf, type Funds, type Wallet } from '../wallet/wallet'
import { giverOf, type CardBack, type GiftCard } from './card'

/** WeChat Pay gives back within a year. */
const WECHAT_REFUND_MONTHS = 12

const NOTHING: CardBack = {
  wechatFen: 0,
  counterFen: 0,
  parts: [],
  toWallet: { principalFen: 0, bonusFen: 0 },
}

/**
 * Where what an unclaimed card holds goes when it is refunded or made void: the way it was paid. What WeChat can't give
 * back any more goes into the giver's wallet as principal; bonus that was only promised goes nowhere, and what bonus
 * became a card is bonus again.
 */
export function refundedBack(card: GiftCard, today: Day): CardBack {
  const { sale } = card
  if (!sale) return NOTHING
  if (card.origin.of === 'yearEnd') return { ...NOTHING, toWallet: fundsIn(card) }
  const { wechatFen, counterFen, parts } = sale
  const isOpen = today <= addMonths(sale.day, WECHAT_REFUND_MONTHS)
  const principalFen = isOpen ? 0 : wechatFen
  return {
    wechatFen: wechatFen - principalFen,
    counterFen,
    parts,
    toWallet: { principalFen, bonusFen: 0 },
  }
}

/** The same when its days are over: all that was paid is principal of its giver. A printed card keeps what it holds. */
export function expiredBack(card: GiftCard): CardBack {
  if (giverOf(card) === null) return NOTHING
  const { principalFen, bonusFen } = card
  return {
    ...NOTHING,
    toWallet: { principalFen, bonusFen: card.origin.of === 'yearEnd' ? bonusFen : 0 },
  }
}

/** The giver's wallet with what comes back to it: to the top-ups that paid, and the rest as a lot of the card's own. */
export function walletWithBack(
  wallet: Wallet,
  card: GiftCard,
  { parts, toWallet }: CardBack,
  { today, at }: { readonly today: Day; readonly at: Instant },
): Wallet {
  const returned = giveBack(wallet, parts, { principalFen: 0, bonusFen: 0 }, fundsOf(parts)).wallet
  return withCardLot(returned, card, toWallet, { today, at })
}

/** A wallet with money out of a card, as the newest lot. Nobody can say by which way it came, so none leads back. */
export function withCardLot(
  wallet: Wallet,
  { _id }: Pick<GiftCard, '_id'>,
  funds: Funds,
  { today, at }: { readonly today: Day; readonly at: Instant },
): Wallet {
  if (totalFenOf(funds) === 0) return wallet
  const id = `giftCard:${_id}`
  if (wallet.lots.some((lot) => lot.id === id)) throw new Error(`what was in card ${_id} is booked already`)
  const { principalFen, bonusFen } = funds
  return addLot(wallet, {
    id,
    day: today,
    at,
    paidBy: null,
    paidFen: principalFen,
    principalFen,
    givenFen: bonusFen,
    bonusFen,
  })
}

const fundsIn = ({ principalFen, bonusFen }: GiftCard): Funds => ({ principalFen, bonusFen })
