import type { Coupon } from '@shared/rules/coupons/coupon'
import { getById } from '../../cloudfunctions/database/documentAccess'
import { countOk, othersThan, type Race, TWENTY, wrongOf } from './race'

export const oneCoupon: Race = {
  name: 'coupon',
  title: 'one coupon used by 20 orders',
  async trial(shop, trial) {
    const buyer = `coupon-${trial}`
    const [member, sku] = await Promise.all([shop.buyer(buyer), shop.goods(buyer, 40, 30)])
    const coupon = await shop.coupon(member, 'five')
    const wish = await shop.wish(buyer, [{ sku, quantity: 1 }], { coupons: [coupon] })
    const answers = await Promise.all(TWENTY.map((n) => shop.place(buyer, wish, `${buyer}-${n}`)))
    const placed = answers.flatMap((answer) => (answer.ok ? [answer.value.order.id] : []))
    const [winner = ''] = placed
    const locked = await getById<Coupon>(shop.cloud, 'coupons', coupon)
    await shop.decide(winner, 'success')
    const used = await getById<Coupon>(shop.cloud, 'coupons', coupon)
    return [
      ...wrongOf({
        'orders placed': [countOk(answers), 1],
        'who holds the coupon': [locked?.heldBy, [winner]],
        'who used it': [used?.usedBy.map(({ orderId }) => orderId), [winner]],
        'how it stands': [used?.state, 'used'],
        'the stock': [await shop.stock(sku), { free: 29, sold: 1, open: 0 }],
      }),
      ...othersThan(answers, ['COUPON_LOCKED', 'QUOTE_CHANGED', 'BUSY']),
    ]
  },
}
