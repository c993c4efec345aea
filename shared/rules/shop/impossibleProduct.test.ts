import { TEA } from './exampleProduct'
import { impossibleProduct } from './impossibleProduct'
import type { ProductRules, Variant } from './product'

const KNOWN = { categories: ['茶叶'], levels: ['silver', 'gold'] }

const codesOf = (patch: Partial<ProductRules>) =>
  impossibleProduct({ ...TEA, ...patch }, KNOWN).map(({ code }) => code)
const variant = (patch: Partial<Variant>): Partial<ProductRules> => ({
  variants: [{ choice: ['s', 'light'], priceFen: 3_000, memberPricesFen: {}, ...patch }],
})
const [size, roast] = TEA.options

test('a product that says all it has to can be saved', () => {
  expect(codesOf({})).toEqual([])
  expect(
    codesOf({ options: [], variants: [{ choice: [], priceFen: 1, memberPricesFen: { gold: 1 } }] }),
  ).toEqual([])
  expect(
    codesOf({ pictures: ['https://a.example/b.png', 'cloud://env.bucket/tea.jpg', 'drawn:coffee'] }),
  ).toEqual([])
  expect(codesOf({ opensAt: 1, earlyHours: { gold: 24 } })).toEqual([])
  expect(codesOf({ opensAt: null, earlyHours: { gold: 0 } })).toEqual([])
})

test.each<[string, Partial<ProductRules>]>([
  ['NAME_MISSING', { name: { zh: ' ', en: 'Tea' } }],
  ['CATEGORY_UNKNOWN', { category: '咖啡' }],
  ['PICTURE_UNKNOWN', { pictures: ['http://a.example/b.png'] }],
  ['PICTURE_UNKNOWN', { pictures: ['drawn:dragon'] }],
  ['PICTURE_UNKNOWN', { pictures: ['https://'] }],
  ['OPTION_UNNAMED', { options: [{ ...size!, name: { zh: '', en: '' } }, roast!] }],
  [
    'VALUE_UNNAMED',
    {
      options: [
        {
          ...size!,
          values: size!.values.map(({ id }) => ({ id, name: { zh: id === 's' ? '' : id, en: '' } })),
        },
        roast!,
      ],
    },
  ],
  [
    'VALUE_TWICE',
    {
      options: [
        { ...size!, values: size!.values.map(({ id }) => ({ id, name: { zh: '大', en: '' } })) },
        roast!,
      ],
    },
  ],
  ['VARIANT_MISSING', { variants: [] }],
  ['CHOICE_UNKNOWN', variant({ choice: ['s'] })],
  ['CHOICE_UNKNOWN', variant({ choice: ['light', 's'] })],
  ['CHOICE_TWICE', { variants: [TEA.variants[0]!, TEA.variants[0]!] }],
  ['PRICE_ZERO', variant({ priceFen: 0 })],
  ['PRICE_ZERO', variant({ memberPricesFen: { gold: 0 } })],
  ['MEMBER_PRICE_ABOVE', variant({ memberPricesFen: { gold: 3_001 } })],
  ['LEVEL_UNKNOWN', variant({ memberPricesFen: { platinum: 1 } })],
  ['LEVEL_UNKNOWN', { opensAt: 1, earlyHours: { platinum: 1 } }],
  ['EARLY_WITHOUT_OPENING', { earlyHours: { gold: 1 } }],
])('%s: %j', (code, patch) => {
  expect(codesOf(patch)).toEqual([code])
})

test('an option without values leaves nothing to sell, and both are said', () => {
  expect(codesOf({ options: [{ ...size!, values: [] }] })).toEqual(['OPTION_EMPTY', 'CHOICE_UNKNOWN'])
})

test('each reason is said once, in both languages', () => {
  const found = impossibleProduct(
    { ...TEA, ...variant({ priceFen: 0, memberPricesFen: { a: 0, b: 0 } }) },
    KNOWN,
  )
  expect(found.map(({ code }) => code)).toEqual(['PRICE_ZERO', 'LEVEL_UNKNOWN'])
  for (const { reason } of found) expect([reason.zh, reason.en].every((words) => words.length > 4)).toBe(true)
})
