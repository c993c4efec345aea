import { dayWords } from '@shared/kernel/dayWords'
import type { Words } from '@shared/kernel/words'
import type { Coupon } from '../coupons/coupon'
import { countText, moneyText } from '../explain/texts'
import type { OrderQuoteRefusal } from './orderQuote'

/** Why a coupon cannot be used on an order, as short as a line beside it. `coupons` are the others that it may not go with. */
export function whyNotWords(refusal: OrderQuoteRefusal, coupons: readonly Coupon[]): Words {
  switch (refusal.code) {
    case 'COUPON_BELOW_AMOUNT': {
      const missing = moneyText(refusal.missingFen)
      return { zh: `再买 ${missing} 可用`, en: `${missing} more to buy` }
    }
    case 'COUPON_BELOW_QUANTITY': {
      const missing = countText(refusal.missing)
      return { zh: `再买 ${missing} 件可用`, en: `${missing} more items to buy` }
    }
    case 'COUPON_NOT_TOGETHER': {
      const other = coupons.find(({ _id }) => _id === refusal.otherId)?.name
      return other
        ? { zh: `不与「${other.zh}」同用`, en: `Does not go together with "${other.en}"` }
        : { zh: '不与已选的券同用', en: 'Does not go together with what is chosen' }
    }
    case 'COUPON_NOT_YET': {
      const from = dayWords(refusal.validFrom)
      return { zh: `${from.zh}起可用`, en: `Good from ${from.en}` }
    }
    case 'COUPON_EXPIRED': {
      const until = dayWords(refusal.validUntil)
      return { zh: `只能用到 ${until.zh}`, en: `Was good until ${until.en}` }
    }
    case 'COUPON_NOT_FOR_LEVEL':
      return { zh: '限其他等级使用', en: 'For members on other levels' }
    case 'COUPON_OUT_OF_SCOPE':
      return { zh: '不适用于这些商品', en: 'Not for these goods' }
    case 'COUPON_TAKES_NOTHING':
      return { zh: '这笔订单用不到', en: 'Would take nothing off' }
    case 'COUPON_LOCKED':
      return { zh: '未付款的订单占用中', en: 'Held by an order that is not paid yet' }
    case 'COUPON_VOIDED':
      return { zh: '已被商家作废', en: 'Made void by the store' }
    case 'COUPON_USED':
    case 'COUPON_TWICE':
    case 'COUPON_NOT_FOUND':
      return { zh: '已经用掉', en: 'Used already' }
    default:
      throw new Error(`a coupon is not kept from being used by ${refusal.code}`)
  }
}
