import * as fc from 'fast-check'
import { LEGAL_PREPAID } from '../wallet/settings'
import {
  batchFigures,
  cardIdOf,
  checkNumbers,
  exportBatch,
  impossibleBatch,
  nextSlice,
  withMade,
  type Batch,
  type BatchRules,
} from './batch'
import { ON_SALE } from './exampleCard'

const RULES: BatchRules = { name: '开业', designId: 'tea', count: 10_000, principalFen: 5_000, bonusFen: 500 }
const batch: Batch = { ...RULES, _id: 'b1', schemaVersion: 1, state: 'making', made: 0, exported: null }
const made = withMade(batch, 10_000)
const exported: Batch = { ...made, state: 'exported', exported: { by: 'staff:s1', at: 7 } }

test('cards are made slice by slice until all are there, whatever the slices', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 3_000 }), fc.integer({ min: 1, max: 700 }), (count, most) => {
      let next: Batch = { ...batch, count }
      const ids = new Set<string>()
      for (let slice = nextSlice(next, most); slice; slice = nextSlice(next, most)) {
        for (let number = slice.from; number <= slice.to; number += 1) ids.add(cardIdOf(next._id, number))
        next = withMade(next, slice.to)
      }
      expect([ids.size, next.made, next.state]).toEqual([count, count, 'made'])
    }),
  )
})

test('a slice that is put in again, or comes late, changes nothing', () => {
  const half = withMade(batch, 5_000)
  expect([withMade(half, 5_000), withMade(half, 4_000)]).toEqual([half, half])
  expect(half.state).toBe('making')
  expect(() => withMade(batch, 10_001)).toThrow('no card 10001')
})

test('the codes are had once, and only when all are made', () => {
  expect(exportBatch(withMade(batch, 9_999), 'staff:s1', 7)).toEqual({
    ok: false,
    error: { code: 'GIFT_BATCH_NOT_MADE', made: 9_999, count: 10_000 },
  })
  expect(exportBatch(made, 'staff:s1', 7)).toEqual({ ok: true, value: exported })
  expect(exportBatch(exported, 'staff:s1', 8)).toEqual({
    ok: false,
    error: { code: 'GIFT_BATCH_EXPORTED', by: 'staff:s1', at: 7 },
  })
})

test('only what was exported is sold, by numbers that the batch has', () => {
  expect(checkNumbers(made, { from: 1, to: 2 })).toMatchObject({ error: { code: 'GIFT_BATCH_NOT_EXPORTED' } })
  expect(checkNumbers(exported, { from: 1, to: 10_000 }).ok).toBe(true)
  for (const [from, to] of [
    [0, 1],
    [2, 1],
    [1, 10_001],
    [1.5, 2],
  ] as const)
    expect(checkNumbers(exported, { from, to })).toEqual({
      ok: false,
      error: { code: 'GIFT_BATCH_NUMBERS', count: 10_000 },
    })
})

test('its figures: what was sold, claimed and made void, and what is still owed', () => {
  const counts = { draft: 60, paid: 20, shared: 1, claimed: 15, expired: 3, voided: 1 }
  expect(batchFigures({ ...exported, count: 100 }, counts)).toEqual({
    count: 100,
    sold: 39,
    claimed: 15,
    voided: 1,
    soldFen: 39 * 5_000,
    openFen: 24 * 5_500,
  })
  expect(batchFigures(batch, {})).toMatchObject({ sold: 0, openFen: 0 })
})

test.each<[string, Partial<BatchRules>]>([
  ['noName', { name: ' ' }],
  ['noDesign', { designId: 'gone' }],
  ['countNotPossible', { count: 0 }],
  ['countNotPossible', { count: 20_001 }],
  ['amountNotPositive', { principalFen: 0 }],
  ['amountNotPositive', { bonusFen: -1 }],
  ['aboveBearer', { principalFen: 100_001 }],
])('a batch that cannot be made: %s', (code, more) => {
  expect(impossibleBatch({ ...RULES, ...more }, ON_SALE, LEGAL_PREPAID).map((each) => each.code)).toEqual([
    code,
  ])
})

test('the example can be', () => expect(impossibleBatch(RULES, ON_SALE, LEGAL_PREPAID)).toEqual([]))
