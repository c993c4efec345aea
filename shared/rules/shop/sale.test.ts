import { TEA } from './exampleProduct'
import { productCard } from './card'
import { memberPrice, opensFor, saleOf } from './sale'
import { NOBODY, type Shopper } from './shopper'

const OPENS = Date.parse('2026-03-10T02:00:00Z')
const HOUR = 3_600_000
const at = (levelId: string | null, earlyHours = 0): Shopper => ({ levelId, earlyHours })
const soon = { ...TEA, opensAt: OPENS, earlyHours: { gold: 24, silver: 2 } }

test.each<[string, Shopper, number]>([
  ['nobody', NOBODY, 0],
  ['a level that is not named', at('bronze'), 0],
  ['a level of the product', at('gold'), 24],
  ['a benefit of the level', at('bronze', 5), 5],
  ['the earlier of both', at('silver', 5), 5],
  ['the earlier of both', at('gold', 5), 24],
])('a product opens to %s', (_who, shopper, hours) => {
  const opensAt = OPENS - hours * HOUR
  expect(opensFor(soon, shopper)).toBe(opensAt)
  expect(saleOf(soon, shopper, opensAt - 1)).toEqual({ of: 'opensLater', opensAt })
  expect(saleOf(soon, shopper, opensAt)).toEqual({ of: 'open' })
})

test('what always was open needs no early access, and what is off sale is not to come', () => {
  expect(saleOf(TEA, NOBODY, 0)).toEqual({ of: 'open' })
  expect(saleOf({ ...soon, isOnSale: false }, at('gold'), 0)).toEqual({ of: 'offSale' })
})

test('a member price is for its level alone', () => {
  const [small] = TEA.variants
  expect(['gold', 'silver', 'bronze', null].map((level) => memberPrice(small!, at(level)))).toEqual([
    2_500,
    2_800,
    null,
    null,
  ])
})

test('the face in a list has the lowest prices, and is sold out when nothing is left of anything', () => {
  const some = new Map([['tea:l:dark', 1]])
  expect(productCard(TEA, some, at('gold'), 0)).toMatchObject({
    fromFen: 3_000,
    isFrom: true,
    memberFromFen: 2_500,
    isSoldOut: false,
    picture: 'drawn:tea',
  })
  expect(productCard(TEA, new Map(), NOBODY, 0)).toMatchObject({ memberFromFen: null, isSoldOut: true })
})
