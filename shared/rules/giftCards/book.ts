import { yuanText } from '@shared/kernel/fen'
import type { Words } from '@shared/kernel/words'
import type { Account } from '../account/account'
import type { Entry, EntryDraft } from '../account/entry'
import { post } from '../account/post'
import type { Occasion } from '../orders/recordSale'
import type { Settings } from '../settings/settings'
import { fundsOf, totalFenOf, walletOf, type Part, type Wallet } from '../wallet/wallet'
import { walletWithBack } from './back'
import type { CardReturn } from './basis'
import { giverOf, type CardBack, type GiftCard, type Sale } from './card'
import type { Claim } from './claim'
import { backLegs, boughtLegs } from './legs'
import { moveCard } from './move'
import { saleOf, tendersOf } from './sale'

/** The cause of a purchase: however often its payment is told of, it is booked once. */
const purchaseCause = (purchaseId: string): string => `giftCards:${purchaseId}:paid`

/**
 * Books that cards were paid for: by these parts of the buyer's stored value, already out of their wallet, and WeChat Pay
 * for the rest. Throws when the cards do not cost what was paid.
 */
export function bookBought(
  account: Account,
  { purchaseId, cards, parts }: { purchaseId: string; cards: readonly GiftCard[]; parts: readonly Part[] },
  settings: Settings,
  { today, at, by }: Occasion,
): { readonly account: Account; readonly cards: readonly GiftCard[] } {
  const [first] = cards
  if (!first) throw new Error(`purchase ${purchaseId} has no card`)
  const tenders = tendersOf(cards.length, first.principalFen, parts)
  const sales = cards.map((card, place): Sale => {
    const tender = tenders[place]
    if (!tender) throw new Error(`nothing pays for card ${card._id}`)
    return saleOf(card, tender, { id: purchaseId, at, day: today }, settings.wallet.prepaid)
  })
  const balanceFen = fundsOf(parts).principalFen
  const wechatFen = first.principalFen * cards.length - balanceFen
  const count = cards.length
  const next = posted(
    account,
    {
      _id: purchaseCause(purchaseId),
      kind: 'giftCardsBought',
      source: `giftCards:${purchaseId}`,
      reason: boughtWords(count, first.principalFen),
      legs: boughtLegs({ wechatFen, parts }),
      basis: {
        of: 'giftCardsBought',
        purchaseId,
        count,
        priceFen: first.principalFen,
        bonusFen: first.bonusFen,
        wechatFen,
        balanceFen,
      },
    },
    settings,
    { today, at, by },
  )
  return { account: next, cards: cards.map((card, place) => paid(card, sales[place], today)) }
}

function paid(card: GiftCard, sale: Sale | undefined, today: Occasion['today']): GiftCard {
  if (!sale) throw new Error(`card ${card._id} was not sold`)
  const moved = moveCard(card, { does: 'pay', sale }, today)
  if (!moved.ok) throw new Error(`card ${card._id} was paid for and is ${card.state}`)
  return moved.value
}

/** Books a claim on the account of whoever claims, who has joined by now. */
export function bookClaimed(
  account: Account,
  { card, wallet, legs }: Pick<Extract<Claim, { of: 'first' }>, 'card' | 'wallet' | 'legs'>,
  settings: Settings,
  occasion: Occasion,
): Account {
  const { _id: cardId, principalFen, bonusFen } = card
  const worth = yuanText(totalFenOf(card))
  return posted(
    { ...account, wallet },
    {
      _id: `giftCard:${cardId}:claimed`,
      kind: 'giftCardClaimed',
      source: `giftCard:${cardId}`,
      reason: { zh: `领取礼品卡 ${worth} 元`, en: `Gift card claimed, ¥${worth}` },
      legs,
      basis: { of: 'giftCardClaimed', cardId, principalFen, bonusFen },
    },
    settings,
    occasion,
  )
}

/** Books on the giver's account what comes back of a card that ended unclaimed. Throws where the giver is another one. */
export function bookReturned(
  account: Account,
  { card, back, why }: { card: GiftCard; back: CardBack; why: CardReturn },
  settings: Settings,
  occasion: Occasion,
): Account {
  if (giverOf(card) !== account._id) throw new Error(`card ${card._id} is not of ${account._id}`)
  const legs = backLegs(card, back)
  if (legs.length === 0) return account
  const wallet: Wallet = walletWithBack(walletOf(account), card, back, occasion)
  const inWallet = fundsOf([...back.parts, back.toWallet])
  const text = yuanText(back.wechatFen + totalFenOf(inWallet))
  return posted(
    { ...account, wallet },
    {
      _id: `giftCard:${card._id}:back`,
      kind: 'giftCardReturned',
      source: `giftCard:${card._id}`,
      reason: returnedWords(why, text),
      legs,
      basis: { of: 'giftCardReturned', cardId: card._id, why, wechatFen: back.wechatFen, ...inWallet },
    },
    settings,
    occasion,
  )
}

type Cause = Pick<EntryDraft, '_id' | 'kind' | 'source' | 'reason' | 'legs' | 'basis'>

function posted(account: Account, cause: Cause, settings: Settings, { today, at, by }: Occasion): Account {
  const rule: Entry['rule'] = { topic: 'giftCards', version: settings.giftCards.version }
  return post(account, { ...cause, at, day: today, recordedAt: at, lots: [], rule, by }, settings)
}

function boughtWords(count: number, priceFen: number): Words {
  const price = yuanText(priceFen)
  return {
    zh: `购买礼品卡 ${price} 元 × ${count}`,
    en: `Gift cards bought, ${count} × ¥${price}`,
  }
}

function returnedWords(why: CardReturn, back: string): Words {
  const words: Record<CardReturn, Words> = {
    refunded: { zh: `礼品卡退款 ${back} 元`, en: `Gift card refunded, ¥${back}` },
    expired: { zh: `礼品卡过期退回 ${back} 元`, en: `Gift card expired, ¥${back} back` },
    voided: { zh: `礼品卡作废退回 ${back} 元`, en: `Gift card made void, ¥${back} back` },
  }
  return words[why]
}
