import { must } from '../support/couponShop'
import { askedToPay, MIXED } from './mixedOrder'
import { countOk, othersThan, type Race, TWENTY, wrongOf } from './race'

/** Half of the presses are repeated taps of one request, the other half are requests of their own. */
export const refundTwice: Race = {
  name: 'refund',
  title: 'one order refunded 20 times',
  async trial(shop, trial) {
    const buyer = `refund-${trial}`
    const mixed = await askedToPay(shop, buyer)
    const { id } = mixed
    await shop.decide(id, 'success')
    const rest = { orderId: id, request: { of: 'rest' as const } }
    const { amountFen, freightFen, back, points } = must(
      await shop.merchant('clerk', 'shopOrders.previewRefund', rest),
    )
    const input = { ...rest, reason: '退货', seen: { amountFen, freightFen, back, points } }
    const answers = await Promise.all(
      TWENTY.map((n) =>
        shop.press('clerk', 'shopOrders.refund', input, n % 2 === 0 ? `${id}-same` : `${id}-${n}`),
      ),
    )
    const isSame = countOk(answers) === 10 || countOk(answers) === 1
    return [
      ...wrongOf({
        'refunds made': [isSame, true],
        ...(await MIXED.refundedOnce(shop, mixed)),
      }),
      ...othersThan(answers, ['SHOP_ORDER_NOT_NOW', 'BUSY']),
    ]
  },
}
