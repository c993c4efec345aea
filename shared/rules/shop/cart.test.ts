import * as fc from 'fast-check'
import { assertCart } from '../quote/cart'
import { checkCart } from './cart'
import { TEA } from './exampleProduct'
import { NOBODY, type Shopper } from './shopper'

const GOLD: Shopper = { levelId: 'gold', earlyHours: 0 }
const shelf = (free: Record<string, number>, patch: Partial<typeof TEA> = {}) => ({
  products: new Map([['tea', { ...TEA, ...patch }]]),
  free: new Map(Object.entries(free)),
})

test('a line is what the quote needs: list price, member price, category and the options in words', () => {
  const [checked] = checkCart([{ sku: 'tea:l:light', quantity: 2 }], shelf({ 'tea:l:light': 2 }), GOLD, 0)
  expect(checked?.problem).toBeNull()
  expect(checked?.line).toEqual({
    product: 'tea',
    category: '茶叶',
    name: TEA.name,
    options: [
      { zh: '250 克', en: '250 g' },
      { zh: '清香', en: 'Light' },
    ],
    quantity: 2,
    unitListFen: 12_000,
    unitMemberFen: 10_000,
  })
})

test.each([
  ['gone', 'coffee', {}, { of: 'gone' }],
  ['gone', 'tea:s:dark', {}, { of: 'gone' }],
  ['off sale', 'tea:l:dark', { isOnSale: false }, { of: 'offSale' }],
  ['not open yet', 'tea:l:dark', { opensAt: 7 }, { of: 'opensLater', opensAt: 7 }],
  ['sold out', 'tea:s:light', {}, { of: 'soldOut' }],
  ['too many', 'tea:l:dark', {}, { of: 'tooMany', left: 4 }],
] as const)('what is %s is said so: %s', (_what, sku, patch, problem) => {
  const stock = shelf({ 'tea:l:dark': 4 }, patch)
  expect(checkCart([{ sku, quantity: 5 }], stock, NOBODY, 6)[0]?.problem).toEqual(problem)
})

test('lines of one SKU share its stock', () => {
  const twice = { sku: 'tea:l:dark', quantity: 3 }
  const problems = checkCart([twice, twice, twice], shelf({ 'tea:l:dark': 4 }), NOBODY, 0)
  expect(problems.map(({ problem }) => problem)).toEqual([
    null,
    { of: 'tooMany', left: 1 },
    { of: 'soldOut' },
  ])
})

const skus = ['tea:s:light', 'tea:l:light', 'tea:l:dark', 'tea:s:dark', 'coffee']
const wanted = fc.record({ sku: fc.constantFrom(...skus), quantity: fc.integer({ min: 1, max: 20 }) })

test('whatever is asked for, what has no problem is a cart for the quote and is never more than there is', () => {
  fc.assert(
    fc.property(fc.array(wanted), fc.array(fc.nat(15), { minLength: 5, maxLength: 5 }), (cart, free) => {
      const stock = Object.fromEntries(skus.map((sku, i) => [sku, free[i] ?? 0]))
      const checked = checkCart(cart, shelf(stock), GOLD, 0)
      const good = checked.filter(({ problem }) => problem === null)
      assertCart({ lines: good.map(({ line }) => line!), freightFen: 0 })
      for (const sku of skus) {
        const pieces = good
          .filter((each) => each.wanted.sku === sku)
          .reduce((sum, each) => sum + each.wanted.quantity, 0)
        expect(pieces).toBeLessThanOrEqual(stock[sku] ?? 0)
      }
    }),
  )
})
