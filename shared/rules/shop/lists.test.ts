import { impossibleCategories } from './categories'
import { favouritesBelow, MOST_FAVOURITES, withFavourite, type Favourite } from './favourites'
import { eachSkuOnce } from './reservation'

const named = (id: string, zh = id) => ({ id, name: { zh, en: '' } })

test('categories have names, and each its own number', () => {
  expect(impossibleCategories([named('茶叶'), named('咖啡', '茶叶')])).toBeNull()
  expect(impossibleCategories([named('茶叶', ' ')])?.en).toContain('no name')
  expect(impossibleCategories([named('茶叶'), named('咖啡'), named('茶叶')])?.zh).toContain('茶叶')
})

test('a favourite is there once, comes first, and has room until the list is full', () => {
  const one = withFavourite([], 'tea', true, 1)!
  const two = withFavourite(one, 'cup', true, 2)!
  expect(two.map(({ product }) => product)).toEqual(['cup', 'tea'])
  expect(withFavourite(two, 'tea', true, 3)).toBe(two)
  expect(withFavourite(two, 'pot', false, 3)).toBe(two)
  expect(withFavourite(two, 'cup', false, 3)).toEqual(one)
  const full = Array.from({ length: MOST_FAVOURITES }, (_, at): Favourite => ({ product: `${at}`, at }))
  expect(withFavourite(full, 'tea', true, 1)).toBeNull()
  expect(withFavourite(full, '0', false, 1)).toHaveLength(MOST_FAVOURITES - 1)
})

test('favourites go on below a place that was taken out meanwhile, also among those of one instant', () => {
  const all = ['a', 'b', 'c', 'd'].map((product) => ({ product, at: product === 'd' ? 2 : 1 }))
  const names = (below?: { at: number; id: string }) =>
    favouritesBelow(all, below).map(({ product }) => product)
  expect(names()).toEqual(['d', 'c', 'b', 'a'])
  expect(names({ at: 1, id: 'bb' })).toEqual(['b', 'a'])
})

test('a SKU asked for twice is held once, for both', () => {
  const line = (sku: string, quantity: number) => ({ sku, quantity })
  expect(eachSkuOnce([line('a', 1), line('b', 2), line('a', 3)])).toEqual([line('a', 4), line('b', 2)])
})
