import type { Words } from '@shared/kernel/words'
import type { Occasion } from '../orders/recordSale'
import type { Message } from '../messages/message'
import { giverOf, type GiftCard } from './card'
import { claimedSaid, expiredSaid, giverWords } from './words'

type When = Pick<Occasion, 'today' | 'at'>

/** What the giver is told of a claim; null for a card that nobody gave, and for one that its giver claimed. */
export function claimedMessage(card: GiftCard, when: When): Message | null {
  const giver = giverOf(card)
  if (giver === null || giver === card.claim?.by) return null
  return messageOf(giver, 'giftCardClaimed', card, claimedSaid(card), when)
}

/** What the giver is told of a card that ended without them. */
export function endedMessage(card: GiftCard, giver: string, when: When): Message | null {
  switch (card.state) {
    case 'expired':
      return messageOf(giver, 'giftCardExpired', card, expiredSaid(card), when)
    case 'voided':
      return messageOf(giver, 'giftCardVoided', card, voidedSaid(card, when), when)
    default:
      return null
  }
}

function messageOf(
  member: string,
  kind: 'giftCardClaimed' | 'giftCardExpired' | 'giftCardVoided',
  { _id }: GiftCard,
  { title, text }: { readonly title: Words; readonly text: Words },
  { today, at }: When,
): Message {
  return {
    _id: `${kind}:${_id}`,
    schemaVersion: 1,
    member,
    kind,
    at,
    day: today,
    title,
    text,
    link: kind === 'giftCardClaimed' ? null : 'wallet',
  }
}

const voidedSaid = (card: GiftCard, { today }: When) => ({
  title: { zh: '您的礼品卡已被作废', en: 'Your gift card was made void' },
  text: withEnd(giverWords(card, today)),
})

const withEnd = ({ zh, en }: Words): Words => ({
  zh: `${zh}。付款已按原来的方式退回。`,
  en: `${en}. What was paid has gone back the way it came.`,
})
