import { line } from '../quote/exampleOrder'
import { DEFAULT_SHOP, freightOf, missingForFreeFreightFen } from './settings'

const shop = (freightFen: number, freeFromFen: number | null) => ({
  ...DEFAULT_SHOP,
  freightFen,
  freeFromFen,
})
const goods = [line('pot', 60), line('cup', 30, { unitMemberFen: 100 })]

test.each([
  ['no freight at all', shop(0, 100), 0, 0],
  ['nothing makes it free', shop(1_000, null), 1_000, null],
  ['one fen too little', shop(1_000, 9_001), 1_000, 1],
  ['just enough, by list prices', shop(1_000, 9_000), 0, 0],
])('freight: %s', (_what, settings, freightFen, missingFen) => {
  expect(freightOf(goods, settings)).toBe(freightFen)
  expect(missingForFreeFreightFen(goods, settings)).toBe(missingFen)
})
