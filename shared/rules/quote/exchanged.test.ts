import { exchanged, piecesFen } from './exchanged'

const line = (pricedFen: number, quantity: number, free = 0, inScope = true) => ({
  pricedFen,
  quantity,
  free,
  inScope,
})

test('the dearest piece first, of equal ones the earlier line, and never more than there are', () => {
  expect(exchanged([line(500, 1), line(1_200, 2), line(900, 1, 0, false)], 1)).toEqual([0, 1, 0])
  expect(exchanged([line(600, 1), line(1_200, 2)], 2)).toEqual([1, 1])
  expect(exchanged([line(600, 1, 1), line(1_200, 2, 1)], 5)).toEqual([0, 1])
})

test('the pieces of a line add up to it, whatever they are taken in', () => {
  const [one, two, three] = [
    piecesFen(line(100, 3), 1),
    piecesFen(line(100, 3, 1), 1),
    piecesFen(line(100, 3, 2), 1),
  ]
  expect([one, two, three]).toEqual([34, 33, 33])
  expect(piecesFen(line(100, 3), 3)).toBe(100)
  expect(piecesFen(line(2, 3, 2), 1)).toBe(0)
})
