import type { Words } from '@shared/kernel/words'
import { countText, moneyText } from '../explain/texts'
import type { Figure, QuoteChange } from './sameQuote'

const FIGURES: Readonly<Record<Figure, Words>> = {
  list: { zh: '商品原价', en: 'List price of the goods' },
  priceOff: { zh: '会员价和自动优惠', en: 'Member prices and automatic discounts' },
  couponsOff: { zh: '优惠券抵扣', en: 'Coupons' },
  pointsOff: { zh: '积分抵扣金额', en: 'Taken off by points' },
  freight: { zh: '运费', en: 'Freight' },
  freightOff: { zh: '运费减免', en: 'Free shipping' },
  bonus: { zh: '赠送余额支付', en: 'Paid with bonus balance' },
  principal: { zh: '储值余额支付', en: 'Paid with stored balance' },
  wechat: { zh: '微信支付', en: 'WeChat Pay' },
}

/** What differs from the quote that was shown, for people. `rest` names what is no stored value. */
export function changeWords(change: QuoteChange, rest = FIGURES.wechat): Words {
  switch (change.what) {
    case 'goods':
      return { zh: '购物车里的商品变了', en: 'The goods in the cart are not the same' }
    case 'shares':
      return {
        zh: '总额没有变，各商品分摊的金额变了',
        en: 'The sums are the same, but not the share of each item',
      }
    case 'points':
      return fromTo({ zh: '使用积分', en: 'Points used' }, countText(change.shown), countText(change.now))
    default:
      return fromTo(
        change.what === 'wechat' ? rest : FIGURES[change.what],
        moneyText(change.shownFen),
        moneyText(change.nowFen),
      )
  }
}

const fromTo = ({ zh, en }: Words, shown: string, now: string): Words => ({
  zh: `${zh}：原为 ${shown}，现为 ${now}`,
  en: `${en}: ${shown} when shown, ${now} now`,
})
