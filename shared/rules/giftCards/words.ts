import type { Day } from '@shared/kernel/day'
import { dayWords } from '@shared/kernel/dayWords'
import type { Words } from '@shared/kernel/words'
import { moneyText } from '../explain/texts'
import { totalFenOf } from '../wallet/wallet'
import { hasExpired, type GiftCard } from './card'

/** What a card holds, bonus told apart: "¥200.00 (¥20.00 of it bonus)". */
export function worthWords({ principalFen, bonusFen }: Pick<GiftCard, 'principalFen' | 'bonusFen'>): Words {
  const all = moneyText(totalFenOf({ principalFen, bonusFen }))
  if (bonusFen === 0) return { zh: all, en: all }
  const bonus = moneyText(bonusFen)
  return { zh: `${all}（含赠金 ${bonus}）`, en: `${all} (${bonus} of it bonus)` }
}

/** How a card stands, as its giver reads it. */
export function giverWords(card: GiftCard, today: Day): Words {
  if (hasExpired(card, today)) return expiredForGiver(card)
  switch (card.state) {
    case 'draft':
      return { zh: '待支付', en: 'Not paid for yet' }
    case 'paid':
      return {
        zh: `还没有送出，${untilWords(card.sale.validUntil).zh}`,
        en: `Not handed on yet, ${untilWords(card.sale.validUntil).en}`,
      }
    case 'shared':
      return {
        zh: `已送出，等待领取，${untilWords(card.sale.validUntil).zh}`,
        en: `Handed on, not claimed yet, ${untilWords(card.sale.validUntil).en}`,
      }
    case 'claimed': {
      const day = dayWords(card.claim.day)
      return { zh: `${day.zh}被领取`, en: `Claimed on ${day.en}` }
    }
    case 'refunded': {
      const day = dayWords(card.end.day)
      return { zh: `${day.zh}退款`, en: `Refunded on ${day.en}` }
    }
    case 'expired':
      return expiredForGiver(card)
    case 'voided':
      return card.end.reason === null
        ? { zh: '已取消', en: 'Cancelled' }
        : { zh: `已被商家作废：${card.end.reason}`, en: `Made void by the store: ${card.end.reason}` }
  }
}

/** How a card stands, as somebody reads it who has its code. It never says by whom. */
export function recipientWords(card: GiftCard, reader: string, today: Day): Words {
  if (hasExpired(card, today)) return expiredForRecipient(card)
  switch (card.state) {
    case 'draft':
      return { zh: '这张礼品卡还没有生效', en: 'This gift card is not active yet' }
    case 'paid':
    case 'shared': {
      const [worth, until] = [worthWords(card), untilWords(card.sale.validUntil)]
      return { zh: `待您领取：${worth.zh}，${until.zh}`, en: `${worth.en} for you to claim, ${until.en}` }
    }
    case 'claimed':
      return card.claim.by === reader
        ? { zh: '您已领取这张礼品卡，金额已在您的余额里', en: 'You have claimed it: it is in your balance' }
        : { zh: '这张礼品卡已被领取', en: 'This gift card has been claimed already' }
    case 'refunded':
      return { zh: '这张礼品卡已退款', en: 'This gift card was refunded' }
    case 'expired':
      return expiredForRecipient(card)
    case 'voided':
      return { zh: '这张礼品卡已作废，请联系商家', en: 'This gift card was made void; please ask the store' }
  }
}

/** What the giver is told when a card is claimed. */
export function claimedSaid(card: GiftCard): { readonly title: Words; readonly text: Words } {
  const worth = worthWords(card)
  return {
    title: { zh: '您送出的礼品卡已被领取', en: 'Your gift card was claimed' },
    text: {
      zh: `已进入对方的余额：${worth.zh}。`,
      en: `${worth.en} is in the balance of who you gave it to.`,
    },
  }
}

/** What the giver is told when its days are over. */
export function expiredSaid(card: GiftCard): { readonly title: Words; readonly text: Words } {
  return {
    title: { zh: '您的礼品卡已过期', en: 'Your gift card has expired' },
    text: expiredForGiver(card),
  }
}

function expiredForGiver({ origin, principalFen, bonusFen }: GiftCard): Words {
  const fen = principalFen + (origin.of === 'yearEnd' ? bonusFen : 0)
  return {
    zh: `没有人领取，${moneyText(fen)} 退回您的余额`,
    en: `Nobody claimed it: ${moneyText(fen)} goes back to your balance`,
  }
}

function expiredForRecipient({ origin, sale }: GiftCard): Words {
  const until = sale && dayWords(sale.validUntil)
  const days: Words = until
    ? { zh: `（有效期至 ${until.zh}）`, en: ` (it was good until ${until.en})` }
    : NO_WORDS
  return origin.of === 'batch'
    ? {
        zh: `这张礼品卡已过期${days.zh}，请到店重新激活`,
        en: `This gift card has expired${days.en}; the store can make it good again`,
      }
    : { zh: `这张礼品卡已过期${days.zh}`, en: `This gift card has expired${days.en}` }
}

const NO_WORDS: Words = { zh: '', en: '' }

function untilWords(day: Day): Words {
  const { zh, en } = dayWords(day)
  return { zh: `有效期至 ${zh}`, en: `good until ${en}` }
}
