import { aggregate } from 'mingo'
import { aggregateDocuments, pushDown } from './aggregate'
import type { Doc } from './bsonValues'
import { neededFields } from './neededFields'
import type { GatewayContext } from './request'
import { type TemporaryStore, temporaryStore } from './temporaryStore'

const docs: Doc[] = Array.from({ length: 60 }, (_, i) => ({
  _id: `d${String(i).padStart(2, '0')}`,
  tier: ['gold', 'silver', null][i % 3],
  points: i % 7 === 0 ? undefined : i,
  lots: [
    { day: i % 4, left: i },
    { day: 9, left: 1 },
  ],
  profile: { city: i % 2 ? '杭州' : '上海' },
  pad: 'x'.repeat(100),
})).map((doc) => JSON.parse(JSON.stringify(doc)) as Doc)

let temporary: TemporaryStore

beforeAll(async () => {
  temporary = temporaryStore()
  await temporary.collection('c', { tier: 'tier' })
  await temporary.add('c', docs)
})
afterAll(() => temporary.dispose())

function run(stages: Doc[]): unknown[] {
  const request = {
    action: 'database.aggregateDocuments',
    collectionName: 'c',
    stages: stages.map((stage) => ({
      stageKey: Object.keys(stage)[0],
      stageValue: JSON.stringify(Object.values(stage)[0]),
    })),
  }
  const { data } = aggregateDocuments({ store: temporary.store } as GatewayContext, request) as {
    data: { list: string[] }
  }
  return data.list.map((text) => JSON.parse(text) as unknown)
}

const pipelines: Doc[][] = [
  [{ $group: { _id: '$tier', n: { $sum: 1 } } }, { $sort: { n: 1, _id: 1 } }],
  [
    { $match: { points: { $gte: 20 } } },
    { $group: { _id: null, sum: { $sum: '$points' }, avg: { $avg: '$points' } } },
  ],
  [{ $match: { tier: 'gold' } }, { $sort: { points: -1, _id: 1 } }, { $skip: 1 }, { $limit: 4 }],
  [{ $sort: { _id: -1 } }, { $limit: 5 }, { $project: { tier: 1, 'profile.city': 1 } }],
  [
    { $unwind: '$lots' },
    { $group: { _id: '$lots.day', left: { $sum: '$lots.left' } } },
    { $sort: { _id: 1 } },
  ],
  [{ $match: { $or: [{ tier: null }, { points: 5 }] } }, { $count: 'n' }],
  [{ $match: { tier: 'silver' } }, { $match: { points: { $exists: false } } }],
  [{ $addFields: { twice: { $multiply: ['$points', 2] } } }, { $sort: { _id: 1 } }, { $limit: 3 }],
  [{ $project: { pad: 0, lots: 0 } }, { $sort: { _id: 1 } }, { $limit: 2 }],
  [
    { $group: { _id: { tier: '$tier', city: '$profile.city' }, ids: { $push: '$_id' } } },
    { $sort: { ids: 1 } },
  ],
]

test.each(pipelines.map((stages) => [JSON.stringify(stages), stages] as const))(
  'reading less gives the same: %s',
  (_name, stages) => {
    expect(run(stages)).toEqual(JSON.parse(JSON.stringify(aggregate(docs, stages, {}))))
  },
)

test('the front of a pipeline is left to indexes and sqlite', () => {
  const { selection, rest } = pushDown([
    { $match: { a: 1 } },
    { $match: { b: 2 } },
    { $sort: { c: -1 } },
    { $limit: 3 },
    { $skip: 1 },
  ])
  expect(selection).toEqual({ query: { $and: [{ a: 1 }, { b: 2 }] }, sort: [['c', -1]], skip: 0, limit: 3 })
  expect(rest).toEqual([{ $skip: 1 }])
})

test.each<[string, Doc[], string[] | undefined]>([
  ['a group reads what it names', [{ $group: { _id: '$a.b', n: { $sum: '$c' } } }], ['a', 'c']],
  ['a count reads nothing', [{ $count: 'n' }], []],
  [
    'what comes before counts too',
    [{ $match: { d: 1 } }, { $unwind: '$e' }, { $group: { _id: null } }],
    ['d', 'e'],
  ],
  ['without an end everything is needed', [{ $match: { d: 1 } }], undefined],
  ['the whole document by name', [{ $group: { _id: null, all: { $push: '$$ROOT' } } }], undefined],
  ['an unknown stage', [{ $lookup: { from: 'x' } }, { $count: 'n' }], undefined],
])('fields: %s', (_name, stages, fields) => {
  expect(neededFields(stages)).toEqual(fields)
})

test('a pipeline cannot write or run code', () => {
  expect(() => run([{ $out: 'other' }])).toThrow('not allowed')
  expect(() => run([{ $match: { $where: 'true' } }])).toThrow()
})
