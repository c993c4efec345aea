import type { Words } from '@shared/kernel/words'
import { fact, note, part, sum, type ExplainLine } from '../explain/explanation'
import { paidLines } from './paidLines'
import type { UsedCoupon } from './quoted'
import type { RefundSplit } from './refundSplit'

/** Opens a refund, before it is confirmed or after: for goods and freight, where each part goes, points and coupons. `rest` names what is no stored value. */
export function refundSplitLines(split: RefundSplit, rest?: Words): ExplainLine[] {
  const { amountFen, freightFen, back, points, couponsBack, couponsLapsed } = split
  return [
    part({ zh: '退商品', en: 'For goods' }, amountFen, 'fen'),
    ...(freightFen > 0 ? [part({ zh: '退运费', en: 'For freight' }, freightFen, 'fen')] : []),
    sum({ zh: '退款金额', en: 'Refunded' }, amountFen + freightFen, 'fen'),
    ...paidLines(back, { zh: '原路退回合计', en: 'Back to where it came from' }, rest),
    ...(points > 0 ? [fact({ zh: '退回积分', en: 'Points back' }, points, 'points')] : []),
    ...couponsBack.map((coupon) => note(couponWords(coupon, BACK))),
    ...couponsLapsed.map((coupon) => note(couponWords(coupon, LAPSED))),
  ]
}

const BACK: Words = { zh: '已全额退款，退回', en: 'comes back, since all is refunded' }
const LAPSED: Words = { zh: '已过有效期，不退回', en: 'does not come back, it has lapsed' }

const couponWords = ({ name }: UsedCoupon, what: Words): Words => ({
  zh: `优惠券「${name.zh}」${what.zh}。`,
  en: `Coupon "${name.en}" ${what.en}.`,
})
