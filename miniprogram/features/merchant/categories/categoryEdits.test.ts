import { movedCategory, newCategory } from './categoryEdits'

const list = ['a', 'b', 'c'].map((id) => ({ id, name: { zh: id, en: id } }))
const idsOf = (at: number, by: 1 | -1) =>
  movedCategory(list, at, by)
    .map(({ id }) => id)
    .join('')

test('a category goes up or down by one, and not beyond the ends', () => {
  expect([idsOf(0, 1), idsOf(2, -1), idsOf(1, 1)]).toEqual(['bac', 'acb', 'acb'])
  expect([idsOf(0, -1), idsOf(2, 1)]).toEqual(['abc', 'abc'])
})

test('new ones are told apart', () => {
  expect(newCategory().key).not.toBe(newCategory().key)
})
