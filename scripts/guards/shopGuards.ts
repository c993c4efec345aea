import type { Guard } from './guard'

const stock = 'cloudfunctions/database/stock.ts'
const races = 'tests/usecases/stock.test.ts'
const shop = 'tests/usecases/shop.test.ts'

/** What keeps stock from being sold twice, and goods from being bought before they open. */
export const shopGuards: readonly Guard[] = [
  {
    what: 'no more is sold than there is',
    file: stock,
    from: 'free: command.gte(quantity),',
    to: '',
    test: races,
  },
  {
    what: 'a hold is taken once',
    file: stock,
    from: '[hold]: command.exists(false)',
    to: '',
    test: races,
  },
  {
    what: 'a hold ends once',
    file: stock,
    from: '{ _id: sku, [hold]: quantity },',
    to: '{ _id: sku },',
    test: races,
  },
  {
    what: 'stock is not taken away below zero',
    file: stock,
    from: 'free: command.gte(Math.max(0, -change.change)),',
    to: '',
    test: shop,
  },
  {
    what: 'what was released is not sold',
    file: 'cloudfunctions/database/reservations.ts',
    from: 'in([...MOVES[to]])',
    to: "in(['opening', 'held', 'settled', 'released'])",
    test: races,
  },
  {
    what: 'a change of stock counts once for its request',
    file: stock,
    from: "'changes.id': command.neq(change.id)",
    to: '',
    test: shop,
  },
  {
    what: 'a product is saved over the version that was seen',
    file: 'cloudfunctions/database/products.ts',
    from: '.where({ _id: id, version: expectedVersion })',
    to: '.where({ _id: id })',
    test: shop,
  },
  {
    what: 'a product opens by the server’s clock',
    file: 'cloudfunctions/usecases/shop/cart.ts',
    from: 'checkCart(lines, shelf, shopper, at)',
    to: 'checkCart(lines, shelf, shopper, Number.MAX_SAFE_INTEGER)',
    test: shop,
  },
  {
    what: 'a product opens early to its own levels alone',
    file: 'shared/rules/shop/sale.ts',
    from: 'shopper.levelId === null ? 0 : (earlyHours[shopper.levelId] ?? 0)',
    to: 'Math.max(0, ...Object.values(earlyHours))',
    test: shop,
  },
]
