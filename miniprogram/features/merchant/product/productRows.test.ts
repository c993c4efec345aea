import {
  codeOf,
  combinations,
  isUnfinished,
  withOptions,
  withVariant,
  type Option,
  type Rules,
} from './productRows'

const words = (zh: string) => ({ zh, en: '' })
const option = (name: string, ...ids: string[]): Option => ({
  name: words(name),
  values: ids.map((id) => ({ id, name: words(id) })),
})
const plain: Rules = {
  name: words('茶'),
  description: words(''),
  pictures: [],
  category: '茶叶',
  options: [],
  variants: [{ choice: [], priceFen: 3_000, memberPricesFen: { gold: 2_000 } }],
  isOnSale: false,
  opensAt: null,
  earlyHours: {},
}
const choicesOf = (rules: Rules) => rules.variants.map(({ choice }) => choice.join(' '))

test('an option that is added takes the price along, and one that is taken away leaves it', () => {
  const sized = withOptions(plain, [option('容量', 's', 'l')])
  expect(choicesOf(sized)).toEqual(['s', 'l'])
  expect(sized.variants.every(({ priceFen }) => priceFen === 3_000)).toBe(true)
  const both = withOptions(sized, [option('容量', 's', 'l'), option('口味', 'mild')])
  expect(choicesOf(both)).toEqual(['s mild', 'l mild'])
  expect(choicesOf(withOptions(both, []))).toEqual([''])
  expect(withOptions(both, []).variants[0]?.priceFen).toBe(3_000)
})

test('prices stay with their values when another is added or removed', () => {
  const sized = withOptions(plain, [option('容量', 's', 'l')])
  const priced = withVariant(sized, ['l'], { choice: ['l'], priceFen: 9_000, memberPricesFen: {} })
  const more = withOptions(priced, [option('容量', 's', 'l', 'xl')])
  expect(more.variants.map(({ priceFen }) => priceFen)).toEqual([3_000, 9_000])
  expect(combinations(more).map(({ variant }) => variant?.priceFen)).toEqual([3_000, 9_000, undefined])
  expect(withOptions(more, [option('容量', 'l')]).variants).toEqual(priced.variants.slice(1))
})

test('a combination can be left out, and comes back in its place', () => {
  const sized = withOptions(plain, [option('容量', 's', 'l')])
  const [small] = sized.variants
  const without = withVariant(sized, ['s'], null)
  expect(choicesOf(without)).toEqual(['l'])
  expect(choicesOf(withVariant(without, ['s'], small!))).toEqual(['s', 'l'])
})

test.each<[string, Partial<Rules>]>([
  ['a name', { name: words(' ') }],
  ['a category', { category: '' }],
  ['a price', { variants: [{ choice: [], priceFen: 0, memberPricesFen: {} }] }],
  ['a price that is right', { variants: [{ choice: [], priceFen: NaN, memberPricesFen: {} }] }],
  [
    'a member price that is right',
    { variants: [{ choice: [], priceFen: 1, memberPricesFen: { gold: NaN } }] },
  ],
  ['hours that are right', { earlyHours: { gold: NaN } }],
  ['something to sell', { variants: [] }],
  ['the name of an option', { options: [option('', 's')] }],
  ['the name of a value', { options: [option('容量', '')] }],
])('%s is missing', (_what, patch) => {
  expect(isUnfinished({ ...plain, ...patch })).toBe(true)
})

test('what is filled in can be saved', () => {
  expect(isUnfinished(plain)).toBe(false)
})

test.each([
  ['', '明前龙井 100 克', '明前龙井 100 克'],
  ['', '茶（礼盒）/小', '茶 礼盒 小'],
  ['T-1', '茶', 'T-1'],
  ['T:1', '茶', null],
  ['', '！', null],
])('typed %j and named %j it is called %j', (typed, name, code) => {
  expect(codeOf(typed, name)).toBe(code)
})
