import { matrixOf, membersByKind, type Cell } from './moves'

const level = (id: string, rank: number) => ({
  id,
  rank,
  name: { zh: id, en: id },
  material: 'paper' as const,
})
const cells: Cell[] = [
  { from: 'regular', to: 'regular', kind: 'stay', members: 70 },
  { from: 'regular', to: 'silver', kind: 'up', members: 5 },
  { from: 'gold', to: 'silver', kind: 'down', members: 3 },
  { from: 'dropped', to: 'regular', kind: 'reassign', members: 2 },
]
const levels = {
  before: [level('regular', 0), level('silver', 1), level('gold', 2)],
  after: [level('regular', 0), level('silver', 1)],
} as never

test('members by what becomes of their level', () => {
  expect(membersByKind(cells)).toEqual({ up: 5, down: 3, reassign: 2, stay: 70 })
})

test('every member stands in one row and one column, also those of a level that is gone', () => {
  const { rows, columns, cellAt } = matrixOf({ cells, levels })
  expect(rows.map(({ id, members }) => [id, members])).toEqual([
    ['regular', 75],
    ['silver', 0],
    ['gold', 3],
    ['dropped', 2],
  ])
  expect(rows.at(-1)?.level).toBeNull()
  expect(columns.map(({ id, members }) => [id, members])).toEqual([
    ['regular', 72],
    ['silver', 8],
  ])
  expect(cellAt('gold', 'silver')).toMatchObject({ members: 3, kind: 'down' })
  expect(cellAt('gold', 'regular')).toBeUndefined()
})
