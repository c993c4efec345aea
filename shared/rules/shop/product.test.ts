import { TEA } from './exampleProduct'
import { choicesOf, choiceWords, productOf, skuOf, variantOf } from './product'

test('each choice has a number of its own, from which its product is read', () => {
  const skus = choicesOf(TEA.options).map((choice) => skuOf(TEA.id, choice))
  expect(skus).toEqual(['tea:s:light', 'tea:s:dark', 'tea:l:light', 'tea:l:dark'])
  expect(skus.map(productOf)).toEqual(['tea', 'tea', 'tea', 'tea'])
  expect(choicesOf([]).map((choice) => skuOf('cup', choice))).toEqual(['cup'])
  expect(productOf('cup')).toBe('cup')
})

test('what was chosen is said in words, and only what is sold is found', () => {
  expect(variantOf(TEA, 'tea:l:dark')?.priceFen).toBe(13_000)
  expect(variantOf(TEA, 'tea:s:dark')).toBeNull()
  expect(variantOf(TEA, 'tea')).toBeNull()
  expect(choiceWords(TEA, ['l', 'dark']).map(({ en }) => en)).toEqual(['250 g', 'Dark'])
})
