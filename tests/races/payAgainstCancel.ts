import { askedToPay, MIXED } from './mixedOrder'
import { othersThan, type Race, TWENTY, wrongOf } from './race'

/** Whoever wins, it is one of the two: bought and paid, or nothing at all and the money back. */
export const payAgainstCancel: Race = {
  name: 'cancel',
  title: 'pay against cancel',
  async trial(shop, trial) {
    const buyer = `cancel-${trial}`
    const mixed = await askedToPay(shop, buyer)
    const { id } = mixed
    const cancel = () => shop.shopper(buyer, 'shopOrders.cancel', { orderId: id })
    const check = () => shop.shopper(buyer, 'shopOrders.checkPayment', { orderId: id })
    const [, ...answers] = await Promise.all([
      shop.decideSoon(id),
      ...TWENTY.slice(1).map((n) => (n % 2 === 0 ? cancel() : check())),
    ])
    const order = await shop.orderOf(id)
    const ends = order?.state === 'paid' ? MIXED.paidOnce : MIXED.asIfNever
    return [...wrongOf(await ends(shop, mixed)), ...othersThan(answers, ['SHOP_ORDER_NOT_NOW', 'BUSY'])]
  },
}
