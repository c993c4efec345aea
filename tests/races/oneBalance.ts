import { countOk, othersThan, type Race, TWENTY, wrongOf } from './race'
import { YUAN } from './raceShop'

/** The order takes the whole balance, so that a second one has nothing left. */
export const oneBalance: Race = {
  name: 'balance',
  title: 'one balance of 100 against 20 orders of 100',
  async trial(shop, trial) {
    const buyer = `balance-${trial}`
    const [member, sku] = await Promise.all([
      shop.buyer(buyer, { principalFen: 80 * YUAN, bonusFen: 20 * YUAN }),
      shop.goods(buyer, 100, 30),
    ])
    const wish = await shop.wish(buyer, [{ sku, quantity: 1 }], { balance: { of: 'all' } })
    const answers = await Promise.all(TWENTY.map((n) => shop.place(buyer, wish, `${buyer}-${n}`)))
    const [account, stock] = await Promise.all([shop.account(member), shop.stock(sku)])
    const { principal, bonus } = account.balances
    return [
      ...wrongOf({
        'orders placed': [countOk(answers), 1],
        'the balance': [principal + bonus, 0],
        'what is held': [account.wallet?.holds.length, 0],
        'orders of the member': [account.spend.orders, 1],
        'what the member spent': [account.spend.fen, 100 * YUAN],
        'the stock': [stock, { free: 29, sold: 1, open: 0 }],
      }),
      ...othersThan(answers, ['QUOTE_CHANGED', 'WALLET_SHORT', 'BUSY']),
    ]
  },
}
