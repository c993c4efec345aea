import { countOk, othersThan, type Race, wrongOf } from './race'
import { YUAN } from './raceShop'

const FORTY = Array.from({ length: 40 }, (_, number) => number)

/** One half pays by balance and has bought at once, the other half has to pay yet. */
export const tenInStock: Race = {
  name: 'stock',
  title: '10 in stock against 40 buyers',
  async trial(shop, trial) {
    const sku = await shop.goods(`stock-${trial}`, 10, 10)
    const buyers = FORTY.map((n) => `${sku}-${n}`)
    const wishes = await Promise.all(
      buyers.map(async (buyer, n) => {
        await shop.buyer(buyer, n % 2 === 0 ? { principalFen: 10 * YUAN } : {})
        return shop.wish(buyer, [{ sku, quantity: 1 }], { balance: { of: 'all' } })
      }),
    )
    const answers = await Promise.all(buyers.map((buyer, n) => shop.place(buyer, wishes[n]!, buyer)))
    const states = answers.flatMap((answer) => (answer.ok ? [answer.value.order.state] : []))
    const paid = states.filter((state) => state === 'paid').length
    return [
      ...wrongOf({
        'orders placed': [countOk(answers), 10],
        'the stock': [await shop.stock(sku), { free: 0, sold: paid, open: 10 - paid }],
      }),
      ...othersThan(answers, ['GOODS_UNAVAILABLE', 'BUSY']),
    ]
  },
}
