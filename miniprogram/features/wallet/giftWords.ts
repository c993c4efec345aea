import type { OutputOf } from '@shared/contracts'
import type { Words } from '@shared/kernel/words'
import { formatMoney } from '@/i18n/format'
import type { Text } from '@/i18n/zh'

export type Gift = OutputOf<'wallet.read'>['plans'][number]['gift']

/** What comes on top of a top-up beside bonus in money, one phrase each. */
export function giftWords(
  { points, growth, coupons }: Gift,
  { wallet: { topUp } }: Text,
  say: (words: Words) => string,
): string[] {
  return [
    ...(points > 0 ? [topUp.points(points)] : []),
    ...(growth > 0 ? [topUp.growth(growth)] : []),
    ...coupons.map(({ name, worth, count }) => topUp.coupon(say(name), say(worth), count)),
  ]
}

/** The same with the bonus first. */
export function allGiftWords(gift: Gift, text: Text, say: (words: Words) => string): string[] {
  const bonus = gift.bonusFen > 0 ? [text.wallet.topUp.gives(formatMoney(gift.bonusFen))] : []
  return [...bonus, ...giftWords(gift, text, say)]
}
