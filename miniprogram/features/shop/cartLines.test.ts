import { added, MOST_LINES, MOST_PIECES, readCart, withQuantity } from './cartLines'

test('goods come first, and more of what is there adds to it', () => {
  const cart = added(added([], 'tea', 1)!, 'cup', 2)!
  expect(cart).toEqual([
    { sku: 'cup', quantity: 2 },
    { sku: 'tea', quantity: 1 },
  ])
  expect(added(cart, 'tea', 3)?.[1]).toEqual({ sku: 'tea', quantity: 4 })
  expect(added(cart, 'tea', MOST_PIECES)?.[1]).toEqual({ sku: 'tea', quantity: MOST_PIECES })
})

test('a full cart takes no other goods, but more of those that are in it', () => {
  const full = Array.from({ length: MOST_LINES }, (_, i) => ({ sku: `${i}`, quantity: 1 }))
  expect(added(full, 'tea', 1)).toBeNull()
  expect(added(full, '7', 1)?.[7]).toEqual({ sku: '7', quantity: 2 })
})

test('none of it takes it out', () => {
  expect(withQuantity([{ sku: 'tea', quantity: 2 }], 'tea', 0)).toEqual([])
  expect(withQuantity([{ sku: 'tea', quantity: 2 }], 'tea', 1)).toEqual([{ sku: 'tea', quantity: 1 }])
})

test.each([undefined, '', 'no json', '{}', '[1, null, {"sku":1,"quantity":1}, {"sku":"a","quantity":0}]'])(
  '%j is an empty cart',
  (text) => {
    expect(readCart(text)).toEqual([])
  },
)

test('what was written down is read', () => {
  const cart = [{ sku: 'tea', quantity: 2 }]
  expect(readCart(JSON.stringify(cart))).toEqual(cart)
})
