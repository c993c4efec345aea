import type { Day } from '@shared/kernel/day'
import { sumOf } from '@shared/kernel/sumOf'
import type { Coupon } from '../coupons/coupon'
import { moveCoupon } from '../coupons/move'
import { addPaid } from '../quote/paid'
import type { Quote } from '../quote/quoted'
import type { RefundSplit } from '../quote/refundSplit'
import type { RefundOrder } from './refundSale'

/** A refund of a quoted order as its sale reads it: by which channel, and whether it is the last of the goods. */
export function splitRefund(
  quote: Pick<Quote, 'lines'>,
  earlier: readonly RefundSplit[],
  refundId: string,
  split: RefundSplit,
): RefundOrder {
  const { lines, amountFen, freightFen, freight, points } = split
  return {
    refundId,
    amountFen,
    freightFen,
    lines: lines.flatMap((line, i) =>
      line.quantity + line.amountFen > 0 ? [{ line: i + 1, amountFen: line.amountFen }] : [],
    ),
    split: {
      back: { goods: addPaid(lines.map(({ back }) => back)), freight },
      returnedPoints: points,
      isWhole: areGoodsOver(quote, [...earlier, split]),
    },
  }
}

/** True for the refund after which nothing of the goods is left, whatever freight is kept. */
function areGoodsOver({ lines: bought }: Pick<Quote, 'lines'>, splits: readonly RefundSplit[]): boolean {
  return bought.every(({ paidFen, quantity }, i) => {
    const back = (of: 'amountFen' | 'quantity') => sumOf(splits, ({ lines }) => lines[i]?.[of] ?? 0)
    return back('amountFen') === paidFen && (paidFen > 0 || back('quantity') === quantity)
  })
}

/** The coupons that come back with a refund. What became void meanwhile stays so; the split has left out what is past its last day. */
export function couponsBack(
  coupons: readonly Coupon[],
  { couponsBack: ids }: RefundSplit,
  orderId: string,
  today: Day,
): readonly Coupon[] {
  return coupons.flatMap((coupon) => {
    if (!ids.some(({ id }) => id === coupon._id)) return []
    const back = moveCoupon(coupon, { does: 'giveBack', orderId }, today)
    return back.ok ? [back.value] : []
  })
}
