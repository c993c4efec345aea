import { type Environment, failureOf, isLocal, openEnvironment } from './environment'
import type { Database } from './sdk'

let environment: Environment
let db: Database
let name: string

beforeAll(async () => {
  environment = await openEnvironment()
  db = environment.db
})
beforeEach(async () => {
  name = await environment.collection()
})
afterAll(() => environment.close())

const items = () => db.collection(name)
const isDuplicate = ({ code, message }: { code: string; message: string }): boolean =>
  code === 'DATABASE_DUPLICATE_WRITE' || (code === 'DATABASE_REQUEST_FAILED' && message.includes('E11000'))

describe('duplicates', () => {
  test('a taken _id is DATABASE_DUPLICATE_WRITE, or DATABASE_REQUEST_FAILED with E11000', async () => {
    await items().add({ _id: 'a' })
    expect(isDuplicate(await failureOf(items().add({ _id: 'a' })))).toBe(true)
  })

  test('an add of an array stops at the first duplicate and keeps what came before it', async () => {
    await items().add({ _id: 'b' })
    expect(isDuplicate(await failureOf(items().add([{ _id: 'a' }, { _id: 'b' }, { _id: 'c' }])))).toBe(true)
    const left = (await items().orderBy('_id', 'asc').get()).data as { _id: string }[]
    expect(left.map((doc) => doc._id)).toEqual(['a', 'b'])
  })

  test('a unique index counts a missing field as null', async () => {
    const unique = await environment.collection([
      {
        IndexName: 'uid',
        MgoKeySchema: { MgoIsUnique: true, MgoIndexKeys: [{ Name: 'uid', Direction: '1' }] },
      },
    ])
    await db.collection(unique).add([{ _id: 'a', uid: 1 }, { _id: 'b' }])
    expect(isDuplicate(await failureOf(db.collection(unique).add({ _id: 'c' })))).toBe(true)
    expect(isDuplicate(await failureOf(db.collection(unique).add({ _id: 'd', uid: null })))).toBe(true)
    expect(isDuplicate(await failureOf(db.collection(unique).doc('b').update({ uid: 1 })))).toBe(true)
    await db.collection(unique).doc('b').update({ uid: 2 })
    await db.collection(unique).add({ _id: 'c' })
  })
})

describe('hot documents', () => {
  test('where({_id, stock: gte}).update({stock: inc}): of 40 callers for 10 units exactly 10 win', async () => {
    const _ = db.command
    await items().add({ _id: 'hot', stock: 10 })
    const takes = await Promise.all(
      Array.from({ length: 40 }, () =>
        items()
          .where({ _id: 'hot', stock: _.gte(1) })
          .update({ stock: _.inc(-1) }),
      ),
    )
    expect(takes.filter((take) => take.updated === 1)).toHaveLength(10)
    expect((await items().doc('hot').get()).data).toMatchObject([{ stock: 0 }])
  })

  test('where({_id, version}).update: of two with the same version one wins', async () => {
    const _ = db.command
    await items().add({ _id: 'a', version: 1 })
    const both = await Promise.all(
      ['x', 'y'].map((by) =>
        items()
          .where({ _id: 'a', version: 1 })
          .update({ by, version: _.inc(1) }),
      ),
    )
    expect(both.map((each) => each.updated).sort()).toEqual([0, 1])
  })
})

describe('errors like MongoDB has', () => {
  test.each<[string, (_: Database['command']) => object]>([
    ['inc on a text', (_) => ({ text: _.inc(1) })],
    ['inc on null', (_) => ({ nothing: _.inc(1) })],
    ['mul on an array', (_) => ({ list: _.mul(2) })],
    ['push on a number', (_) => ({ n: _.push(1) })],
    ['addToSet on a text', (_) => ({ text: _.addToSet(1) })],
    ['set through null', () => ({ nothing: { a: 1 } })],
    ['set through a scalar', () => ({ n: { a: 1 } })],
  ])('%s is refused and nothing is changed', async (_name, update) => {
    const doc = { _id: 'a', n: 1, text: 'x', nothing: null, list: [1] }
    await items().add(doc)
    expect((await failureOf(items().doc('a').update(update(db.command)))).code).toMatch(/^DATABASE_/)
    expect((await items().doc('a').get()).data).toEqual([doc])
  })

  test('a new _id is refused', async () => {
    await items().add({ _id: 'a' })
    const failure = await failureOf(
      items()
        .where({ _id: 'a' })
        .options({ raw: true })
        .update({ $set: { _id: 'b' } }),
    )
    expect(failure.code).toMatch(/^DATABASE_/)
  })

  test('update({o: {}}) is sent as {}: never usable; _.set({}) stores it', async () => {
    await items().add({ _id: 'a', n: 1 })
    const outcome = await items()
      .doc('a')
      .update({ o: {} })
      .then(
        () => 'done',
        (error: { message: string }) => error.message,
      )
    if (isLocal) expect(outcome).toContain('_.set({})')
    expect((await items().doc('a').get()).data).not.toEqual([{ _id: 'a', n: 1, o: {} }])
    await items().doc('a').set({ n: 1 })
    await items()
      .doc('a')
      .update({ o: db.command.set({}) })
    expect((await items().doc('a').get()).data).toEqual([{ _id: 'a', n: 1, o: {} }])
  })
})

describe('limits', () => {
  test('get answers 100 by default and 1,000 at most', async () => {
    const docs = Array.from({ length: 1_005 }, (_, i) => ({ _id: `d${String(i).padStart(4, '0')}`, i }))
    for (let i = 0; i < docs.length; i += 300) await items().add(docs.slice(i, i + 300))
    expect((await items().get()).data).toHaveLength(100)
    expect((await items().limit(5_000).get()).data).toHaveLength(1_000)
    expect((await items().count()).total).toBe(1_005)
  })

  test('a document of more than 512 KB is refused', async () => {
    await items().add({ _id: 'small', text: 'x'.repeat(400 * 1024) })
    const failure = await failureOf(items().add({ _id: 'large', text: 'x'.repeat(600 * 1024) }))
    expect(failure.code).toMatch(/\w/)
    expect((await items().doc('large').get()).data).toEqual([])
  })

  test('a request of more than 6 MB is refused', async () => {
    const docs = Array.from({ length: 16 }, (_, i) => ({ _id: `d${i}`, text: 'x'.repeat(420 * 1024) }))
    expect((await failureOf(items().add(docs))).code).toMatch(/\w/)
    expect((await items().count()).total).toBe(0)
  })

  test('a field name that starts with $ is refused', async () => {
    expect((await failureOf(items().add({ _id: 'a', o: { $x: 1 } }))).code).toMatch(/^DATABASE_/)
  })
})
