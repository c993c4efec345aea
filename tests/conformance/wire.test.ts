import { type Environment, failureOf, openEnvironment } from './environment'
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

describe('what each call of the SDK does', () => {
  test('add of one answers its id, an own one or a made one', async () => {
    expect(await items().add({ _id: 'a', n: 1 })).toMatchObject({ id: 'a' })
    const { id } = await items().add({ n: 2 })
    expect(
      (
        await items()
          .doc(id as string)
          .get()
      ).data,
    ).toEqual([{ _id: id, n: 2 }])
  })

  test('add of an array answers all ids', async () => {
    expect(await items().add([{ _id: 'a' }, { _id: 'b' }])).toMatchObject({ ids: ['a', 'b'] })
    expect((await items().count()).total).toBe(2)
  })

  test('get by where, order, skip, limit and field', async () => {
    await items().add(['a', 'b', 'c', 'd'].map((_id, n) => ({ _id, n, more: { x: n, y: n } })))
    const found = await items()
      .where({ n: db.command.gt(0) })
      .orderBy('n', 'desc')
      .skip(1)
      .limit(1)
      .field({ n: true, 'more.x': true })
      .get()
    expect(found.data).toEqual([{ _id: 'c', n: 2, more: { x: 2 } }])
  })

  test('get of a missing document is [] outside of a transaction', async () => {
    expect((await items().doc('none').get()).data).toEqual([])
  })

  test('count', async () => {
    await items().add([{ n: 1 }, { n: 2 }, { n: 3 }])
    expect(
      (
        await items()
          .where({ n: db.command.gte(2) })
          .count()
      ).total,
    ).toBe(2)
  })

  test('update by doc and by where: how many were changed; all that match unless told otherwise', async () => {
    await items().add([
      { _id: 'a', n: 1 },
      { _id: 'b', n: 1 },
    ])
    expect(await items().doc('a').update({ n: 2 })).toMatchObject({ updated: 1 })
    expect(await items().doc('none').update({ n: 2 })).toMatchObject({ updated: 0 })
    expect(
      await items()
        .where({ n: db.command.gt(0) })
        .update({ n: 3 }),
    ).toMatchObject({ updated: 2 })
    const one = items().where({ n: 3 }).options({ multiple: false })
    expect(await one.update({ n: 4 })).toMatchObject({ updated: 1 })
  })

  test('set puts a whole document, or adds it', async () => {
    expect(await items().doc('a').set({ n: 1, m: 1 })).toMatchObject({ upsertedId: 'a' })
    expect(await items().doc('a').set({ n: 2 })).toMatchObject({ updated: 1 })
    expect((await items().doc('a').get()).data).toEqual([{ _id: 'a', n: 2 }])
  })

  test('updateAndReturn answers the document after', async () => {
    await items().add({ _id: 'a', n: 1 })
    const { updated, doc } = await items()
      .where({ _id: 'a' })
      .updateAndReturn({ n: db.command.inc(5) })
    expect({ updated, doc }).toEqual({ updated: 1, doc: { _id: 'a', n: 6 } })
  })

  test('remove by doc and by where: how many', async () => {
    await items().add([{ _id: 'a' }, { _id: 'b' }, { _id: 'c' }])
    expect(await items().doc('a').remove()).toMatchObject({ deleted: 1 })
    expect(
      await items()
        .where({ _id: db.command.in(['b', 'c', 'd']) })
        .remove(),
    ).toMatchObject({ deleted: 2 })
  })

  test('aggregate', async () => {
    const $ = db.command.aggregate
    await items().add([
      { tier: 'a', n: 1 },
      { tier: 'a', n: 2 },
      { tier: 'b', n: 4 },
    ])
    const { data } = await items()
      .aggregate()
      .match({ n: db.command.gte(1) })
      .group({ _id: '$tier', sum: $.sum('$n'), count: $.sum(1) })
      .sort({ _id: 1 })
      .end()
    expect(data).toEqual([
      { _id: 'a', sum: 3, count: 2 },
      { _id: 'b', sum: 4, count: 1 },
    ])
  })

  test('a code in the reply becomes an error with code, message and requestId', async () => {
    const failure = await failureOf(db.collection(`${name}_none`).get())
    expect(failure.code).toBe('DATABASE_COLLECTION_NOT_EXIST')
    expect(failure.message).toContain(`${name}_none`)
    expect(failure.requestId).toMatch(/\w/)
  })

  test('createCollection of one that exists is an error', async () => {
    expect((await failureOf(db.createCollection(name))).code).toMatch(/^DATABASE_/)
  })
})

describe('what the SDK sends', () => {
  test('types are kept: integers small and large, fractions, dates, null, nested, arrays, ObjectId', async () => {
    const doc = {
      _id: 'a',
      int: 5,
      negative: -7,
      large: 2 ** 40,
      largest: Number.MAX_SAFE_INTEGER,
      fraction: 1.5,
      at: new Date(1_795_300_375_855),
      nothing: null,
      nested: { a: { b: [1, { c: '常客' }, []] } },
      yes: true,
    }
    await items().add(doc)
    expect((await items().doc('a').get()).data).toEqual([doc])
  })

  test('a regular expression in a query finds texts', async () => {
    await items().add([
      { _id: 'a', t: 'Abc' },
      { _id: 'b', t: 'xbc' },
    ])
    const found = await items()
      .where({ t: db.RegExp({ regexp: '^ab', options: 'i' }) })
      .get()
    expect(found.data).toMatchObject([{ _id: 'a' }])
  })

  test('commands become plain operators: unshift, pop, shift and remove', async () => {
    const _ = db.command
    await items().add({ _id: 'a', l: [2], m: [1, 2, 3], o: [1, 2, 3], gone: 1 })
    await items()
      .doc('a')
      .update({ l: _.unshift([0, 1]), m: _.pop(), o: _.shift(), gone: _.remove() })
    expect((await items().doc('a').get()).data).toEqual([{ _id: 'a', l: [0, 1, 2], m: [1, 2], o: [2, 3] }])
  })

  test('push with position, sort and slice; addToSet; pull; pullAll; max; min; mul; rename', async () => {
    const _ = db.command
    await items().add({
      _id: 'a',
      p: [5, 1],
      s: [1],
      q: [1, 2, 3, 4],
      r: [1, 2, 3],
      x: 5,
      y: 5,
      z: 5,
      old: 1,
    })
    await items()
      .doc('a')
      .update({
        p: _.push({ each: [3], sort: 1, slice: -2 }),
        s: _.addToSet(1),
        q: _.pull(_.gte(3)),
        r: _.pullAll([1, 3]),
        x: _.max(9),
        y: _.min(9),
        z: _.mul(2),
        old: _.rename('fresh'),
      })
    expect((await items().doc('a').get()).data).toEqual([
      { _id: 'a', p: [3, 5], s: [1], q: [1, 2], r: [2], x: 9, y: 5, z: 10, fresh: 1 },
    ])
  })

  test('serverDate is made by the server, with its offset', async () => {
    const before = Date.now()
    await items().add({ _id: 'a', at: db.serverDate({ offset: 3_600_000 }) })
    const [doc] = (await items().doc('a').get()).data as { at: Date }[]
    expect(Math.abs(doc!.at.getTime() - before - 3_600_000)).toBeLessThan(60_000)
  })

  test('update({a: {b: 1}}) merges as a.b, and _.set puts the whole', async () => {
    await items().add({ _id: 'a', a: { x: 1 }, w: { x: 1 } })
    await items()
      .doc('a')
      .update({ a: { b: 1 }, w: db.command.set({ b: 1 }) })
    expect((await items().doc('a').get()).data).toEqual([{ _id: 'a', a: { x: 1, b: 1 }, w: { b: 1 } }])
  })

  test('a Buffer does not come back as one', async () => {
    await items()
      .add({ _id: 'a', bytes: Buffer.from('hello') })
      .catch(() => undefined)
    const [doc] = (await items().doc('a').get()).data as { bytes: unknown }[]
    expect(Buffer.isBuffer(doc?.bytes)).toBe(false)
  })

  test('a BigInt throws before anything is sent', async () => {
    await expect(items().add({ _id: 'a', n: 1n })).rejects.toThrow(/BigInt/)
  })
})
