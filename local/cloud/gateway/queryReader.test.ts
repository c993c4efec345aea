import fc from 'fast-check'
import { Query } from 'mingo'
import type { Doc } from './bsonValues'
import { compareValues } from './indexKey'
import { planQuery, type SortSpec } from './queryPlan'
import { countDocs, selectDocs } from './queryReader'
import { pageSql } from './scanDocs'
import { type TemporaryStore, temporaryStore } from './temporaryStore'

let temporary: TemporaryStore

beforeEach(() => {
  temporary = temporaryStore()
})
afterEach(() => temporary.dispose())

function ids(
  name: string,
  query: Doc,
  rest: { sort?: SortSpec; skip?: number; limit?: number } = {},
): unknown[] {
  const { store } = temporary
  const found = selectDocs(store.reader, store.catalog.get(name), { query, ...rest })
  return found.map((each) => (JSON.parse(each.body) as Doc)._id)
}

/** How sqlite says it reads the first range of a query. */
function explained(name: string, query: Doc, sort: SortSpec = []): string {
  const { store } = temporary
  const collection = store.catalog.get(name)
  const plan = planQuery(query, sort, collection)
  const { sql, parameters } = pageSql(collection, plan, plan.ranges[0]!, undefined, undefined)
  const steps = store.reader.all(`EXPLAIN QUERY PLAN ${sql}`, parameters)
  return steps.map((step) => String(step[3])).join('; ')
}

describe('sqlite reads by the declared indexes', () => {
  beforeEach(async () => {
    await temporary.collection('members', { due: 'dueDay', memberSeq: 'member, -seq', tags: 'tags' })
    const docs = Array.from({ length: 40 }, (_, i) => ({
      _id: `m${String(i).padStart(2, '0')}`,
      dueDay: i % 7,
      member: `x${i % 3}`,
      seq: i,
      tags: [`t${i % 5}`, 'all'],
    }))
    await temporary.add('members', docs)
  })

  test.each<[string, Doc, SortSpec, RegExp]>([
    ['_id', { _id: 'm07' }, [], /^SEARCH d USING INDEX \S+ \(id>\? AND id<\?\)$/],
    ['an equality', { dueDay: 3 }, [], /SEARCH i USING PRIMARY KEY \(k=\?\)/],
    ['$in', { dueDay: { $in: [1, 3] } }, [], /SEARCH i USING PRIMARY KEY \(k=\?\)/],
    ['a range', { dueDay: { $lte: 3 } }, [], /SEARCH i USING PRIMARY KEY \(k>\? AND k<\?\)/],
    ['$and', { $and: [{ dueDay: { $gte: 1 } }, { dueDay: { $lt: 3 } }] }, [], /\(k>\? AND k<\?\)/],
    ['equality, then order', { member: 'x1' }, [['seq', -1]], /SEARCH i USING PRIMARY KEY \(k>\? AND k<\?\)/],
    [
      'equality and a cursor',
      { dueDay: 3, _id: { $gt: 'm10' } },
      [['_id', 1]],
      /\(k=\? AND id>\? AND id<\?\)/,
    ],
    ['an element of an array', { tags: 't2' }, [], /SEARCH i USING PRIMARY KEY \(k=\?\)/],
  ])('%s', (_name, query, sort, steps) => {
    const plan = explained('members', query, sort)
    expect(plan).toMatch(steps)
    expect(plan).not.toMatch(/SCAN|TEMP B-TREE/)
  })

  test('without an index the collection is scanned', () => {
    expect(explained('members', { seq: 3 })).toMatch(/SCAN d/)
  })

  test('an order that the index gives is not sorted again, and stops at the limit', () => {
    expect(ids('members', { member: 'x1' }, { sort: [['seq', -1]], limit: 3 })).toEqual(['m37', 'm34', 'm31'])
    expect(ids('members', { member: 'x1' }, { sort: [['seq', 1]], limit: 2 })).toEqual(['m01', 'm04'])
    expect(
      ids(
        'members',
        {},
        {
          sort: [
            ['dueDay', -1],
            ['_id', -1],
          ],
          limit: 2,
        },
      ),
    ).toEqual(['m34', 'm27'])
  })

  test('a cursor of value and _id walks through everything once', () => {
    const seen: unknown[] = []
    for (let day = 0; day < 7; day++) {
      for (let last = ''; ;) {
        const page = ids('members', { dueDay: day, _id: { $gt: last } }, { sort: [['_id', 1]], limit: 2 })
        seen.push(...page)
        if (page.length < 2) break
        last = page[1] as string
      }
    }
    expect(new Set(seen).size).toBe(40)
    expect(seen).toHaveLength(40)
  })
})

test('on an array different elements may satisfy different conditions', async () => {
  await temporary.collection('lists', { a: 'a' })
  await temporary.add('lists', [
    { _id: 'both', a: [1, 10] },
    { _id: 'one', a: [10, 11] },
  ])
  expect(ids('lists', { a: { $gt: 5, $lt: 3 } })).toEqual(['both'])
  expect(ids('lists', { $and: [{ a: 1 }, { a: 10 }] })).toEqual(['both'])
})

describe('an index changes how, never what', () => {
  const value = fc.oneof(
    fc.integer({ min: -3, max: 3 }),
    fc.constantFrom('a', 'b', 'ab', ''),
    fc.constantFrom(null, true, false),
    fc.integer({ min: 0, max: 3 }).map((day) => new Date(day * 86_400_000)),
  )
  const field = fc.oneof(
    { weight: 6, arbitrary: value },
    { weight: 1, arbitrary: fc.array(value, { maxLength: 3 }) },
    { weight: 1, arbitrary: fc.record({ c: value }, { requiredKeys: [], noNullPrototype: true }) },
  )
  const doc = fc.record({ a: field, b: value }, { requiredKeys: [], noNullPrototype: true })
  const operand = value.filter((each) => each !== null)
  const condition = fc.oneof(
    value,
    fc.record({ $eq: value }, { noNullPrototype: true }),
    fc.record({ $in: fc.array(value, { maxLength: 4 }) }),
    fc
      .record({ $gt: operand, $lte: operand }, { requiredKeys: [], noNullPrototype: true })
      .filter((each) => Object.keys(each).length > 0),
    fc
      .record({ $gte: operand, $lt: operand }, { requiredKeys: [], noNullPrototype: true })
      .filter((each) => Object.keys(each).length > 0),
    fc.record({ $ne: value }, { noNullPrototype: true }),
    fc.record({ $exists: fc.boolean() }, { noNullPrototype: true }),
  )
  const simple = fc.record(
    { a: condition, b: condition, 'a.c': condition },
    { requiredKeys: [], noNullPrototype: true },
  )
  const query = fc.oneof(
    simple,
    fc.tuple(simple, simple).map(([one, two]) => ({ $and: [one, two] })),
    fc.tuple(simple, simple).map(([one, two]) => ({ $or: [one, two] })),
  )
  const direction = fc.constantFrom(1 as const, -1 as const)
  const sort = fc.oneof(
    fc.constant<SortSpec>([]),
    direction.map((d): SortSpec => [
      ['b', d],
      ['_id', d],
    ]),
    fc.tuple(direction, direction).map(([d, e]): SortSpec => [
      ['b', d],
      ['_id', e],
    ]),
    direction.map((d): SortSpec => [['_id', d]]),
  )

  test('the same documents, order and count as reading all of them', async () => {
    const indexes = { a: 'a', ab: 'a, -b', ba: 'b, a', c: 'a.c' }
    let run = 0
    await fc.assert(
      fc.asyncProperty(
        fc.array(doc, { maxLength: 12 }),
        fc.array(fc.tuple(query, sort), { minLength: 1, maxLength: 8 }),
        async (docs, asked) => {
          const name = `c${run++}`
          // the limit on collections holds here too
          if (run > 1) await temporary.store.group.run(() => temporary.store.catalog.drop(`c${run - 2}`))
          await temporary.collection(name, indexes)
          const stored = docs.map((each, i) => ({ _id: `d${String(i).padStart(2, '0')}`, ...each }))
          if (stored.length > 0) await temporary.add(name, stored)
          for (const [each, order] of asked) {
            const expected = stored.filter((one) => new Query(each as Doc, {}).test(one))
            const found = ids(name, each, { sort: order })
            expect([...found].sort()).toEqual(expected.map((one) => one._id))
            if (order.length > 0) expect(found).toEqual(inOrder(expected, order))
            expect(countDocs(temporary.store.reader, temporary.store.catalog.get(name), each as Doc)).toBe(
              expected.length,
            )
          }
        },
      ),
      { numRuns: 60 },
    )
  })

  function inOrder(docs: Doc[], order: SortSpec): unknown[] {
    const compare = (x: Doc, y: Doc): number => {
      for (const [path, turn] of order) {
        const difference = compareValues(x[path], y[path]) * turn
        if (difference !== 0) return difference
      }
      return 0
    }
    return [...docs].sort(compare).map((each) => each._id)
  }
})
