import { askedToPay, MIXED } from './mixedOrder'
import { othersThan, type Race, TWENTY, wrongOf } from './race'

/** The payer pays once; WeChat says so again and again while the app asks and the timer looks. */
export const paidTwenty: Race = {
  name: 'paid',
  title: 'one order paid 20 times',
  async trial(shop, trial) {
    const buyer = `paid-${trial}`
    const mixed = await askedToPay(shop, buyer)
    const { id } = mixed
    shop.faults({ fault: 'lostNotice', times: 1 })
    await shop.decide(id, 'success')
    shop.faults()
    const [statuses, answers] = await Promise.all([
      Promise.all(TWENTY.slice(10).map(() => shop.tellAgain(id))),
      Promise.all(
        TWENTY.slice(0, 10).map(() => shop.shopper(buyer, 'shopOrders.checkPayment', { orderId: id })),
      ),
    ])
    return [
      ...wrongOf({
        'notices that were not taken': [statuses.filter((status) => status !== 200), []],
        ...(await MIXED.paidOnce(shop, mixed)),
      }),
      ...othersThan(answers, ['BUSY']),
    ]
  },
}
