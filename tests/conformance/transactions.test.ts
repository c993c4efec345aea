import { type Environment, failureOf, isLocal, openEnvironment } from './environment'
import type { Database, Transaction } from './sdk'

let environment: Environment
let db: Database
let name: string

beforeAll(async () => {
  environment = await openEnvironment()
  db = environment.db
})
beforeEach(async () => {
  name = await environment.collection()
  await items().add([
    { _id: 'a', n: 1 },
    { _id: 'b', n: 1 },
  ])
})
afterAll(() => environment.close())

const items = () => db.collection(name)
const valueOf = async (id: string): Promise<unknown> =>
  ((await items().doc(id).get()).data as { n: unknown }[])[0]?.n

const conflict = 'DATABASE_TRANSACTION_CONFLICT'

describe('what a transaction sees and leaves', () => {
  test('its own writes inside, nothing of them outside before the commit, all of them after', async () => {
    const transaction = await db.startTransaction()
    const inside = transaction.collection(name)
    await inside.doc('a').update({ n: db.command.inc(5) })
    await inside.doc('c').set({ n: 7 })
    await inside.doc('b').remove()
    expect((await inside.doc('a').get()).data).toEqual({ _id: 'a', n: 6 })
    expect((await inside.doc('c').get()).data).toEqual({ _id: 'c', n: 7 })
    expect((await inside.doc('b').get()).data).toBeNull()
    expect([await valueOf('a'), await valueOf('b'), await valueOf('c')]).toEqual([1, 1, undefined])
    await transaction.commit()
    expect([await valueOf('a'), await valueOf('b'), await valueOf('c')]).toEqual([6, undefined, 7])
  })

  test('a missing document is null inside', async () => {
    const transaction = await db.startTransaction()
    expect((await transaction.collection(name).doc('none').get()).data).toBeNull()
    await transaction.rollback()
  })

  test('an add of an array works inside too', async () => {
    const transaction = await db.startTransaction()
    expect(await transaction.collection(name).add([{ _id: 'x' }, { _id: 'y' }])).toMatchObject({
      ids: ['x', 'y'],
    })
    await transaction.commit()
    expect((await items().count()).total).toBe(4)
  })

  test('rollback leaves nothing', async () => {
    const transaction = await db.startTransaction()
    await transaction.collection(name).doc('a').update({ n: 9 })
    await transaction.collection(name).add({ _id: 'c' })
    await transaction.rollback()
    expect([await valueOf('a'), (await items().count()).total]).toEqual([1, 2])
  })

  test('reads are of one snapshot', async () => {
    const transaction = await db.startTransaction()
    await transaction.collection(name).doc('a').get()
    await items().doc('b').update({ n: 2 })
    expect((await transaction.collection(name).doc('b').get()).data).toEqual({ _id: 'b', n: 1 })
    await transaction.rollback()
  })

  test('a duplicate inside is an error, and the transaction is over', async () => {
    const transaction = await db.startTransaction()
    await transaction.collection(name).doc('b').update({ n: 5 })
    const failure = await failureOf(transaction.collection(name).add([{ _id: 'x' }, { _id: 'a' }]))
    expect(failure.code === 'DATABASE_DUPLICATE_WRITE' || failure.message.includes('E11000')).toBe(true)
    await failureOf(transaction.commit())
    expect([await valueOf('b'), (await items().count()).total]).toEqual([1, 2])
  })
})

describe('conflicts', () => {
  test('a write to a document that another transaction wrote conflicts at the write', async () => {
    const [one, two] = [await db.startTransaction(), await db.startTransaction()]
    await one.collection(name).doc('a').update({ n: 2 })
    expect((await failureOf(two.collection(name).doc('a').update({ n: 3 }))).code).toBe(conflict)
    await one.commit()
    expect(await valueOf('a')).toBe(2)
  })

  test('so does a write to one that was changed since the snapshot', async () => {
    const transaction = await db.startTransaction()
    await transaction.collection(name).doc('a').get()
    await items().doc('a').update({ n: 2 })
    expect((await failureOf(transaction.collection(name).doc('a').update({ n: 3 }))).code).toBe(conflict)
    expect(await valueOf('a')).toBe(2)
  })

  test('write skew is not prevented: two transactions that read each other\u2019s document both commit', async () => {
    const [one, two] = [await db.startTransaction(), await db.startTransaction()]
    await one.collection(name).doc('b').get()
    await two.collection(name).doc('a').get()
    await one.collection(name).doc('a').update({ n: 0 })
    await two.collection(name).doc('b').update({ n: 0 })
    await one.commit()
    await two.commit()
    expect([await valueOf('a'), await valueOf('b')]).toEqual([0, 0])
  })

  test('an ordinary write to a document in a transaction waits for its end', async () => {
    const transaction = await db.startTransaction()
    await transaction
      .collection(name)
      .doc('a')
      .update({ n: db.command.inc(10) })
    const plain = items()
      .doc('a')
      .update({ n: db.command.inc(100) })
    await transaction.commit()
    await plain
    expect(await valueOf('a')).toBe(111)
  })
})

describe('runTransaction', () => {
  test('runTransaction(cb, 3) runs up to 4 times on a conflict, and then fails with it', async () => {
    const holder = await db.startTransaction()
    await holder.collection(name).doc('a').update({ n: 2 })
    let runs = 0
    const failure = await failureOf(
      db.runTransaction(async (transaction: Transaction) => {
        runs++
        await transaction.collection(name).doc('a').update({ n: 3 })
      }, 3),
    )
    await holder.rollback()
    expect([runs, failure.code]).toEqual([4, conflict])
  })

  test('it runs once on any other error, and what was written is rolled back', async () => {
    let runs = 0
    const call = db.runTransaction(async (transaction: Transaction) => {
      runs++
      await transaction.collection(name).doc('a').update({ n: 3 })
      throw new Error('enough')
    }, 3)
    await expect(call).rejects.toThrow('enough')
    expect([runs, await valueOf('a')]).toEqual([1, 1])
  })

  test('returning normally commits', async () => {
    await db.runTransaction(async (transaction: Transaction) => {
      await transaction.collection(name).doc('a').update({ n: 3 })
      return 'not an error, whatever it says'
    })
    expect(await valueOf('a')).toBe(3)
  })
})

describe('what a transaction cannot do', () => {
  test('reading by where inside', async () => {
    if (!isLocal) return
    const transaction = await db.startTransaction()
    const failure = await failureOf(transaction.collection(name).where({ n: 1 }).get())
    expect(failure.code).toBe('DATABASE_TRANSACTION_WHERE')
  })

  test.each(['update', 'remove'] as const)(
    'where().%s() inside is never usable: an error here, and in the cloud it leaves the transaction silently',
    async (verb) => {
      // the platform gives each invocation of a function an id, which the SDK passes on
      process.env.TCB_CONTEXT_KEYS = 'TCB_SEQID'
      process.env.TCB_SEQID = `invocation-${verb}`
      const transaction = await db.startTransaction()
      const where = transaction.collection(name).where({ _id: 'a' })
      const write = verb === 'update' ? where.update({ n: 9 }) : where.remove()
      if (isLocal) expect((await failureOf(write)).code).toBe('DATABASE_TRANSACTION_WHERE_WRITE')
      else await write
      await transaction.rollback()
      delete process.env.TCB_SEQID
      delete process.env.TCB_CONTEXT_KEYS
      if (isLocal) expect(await valueOf('a')).toBe(1)
      else expect(await valueOf('a')).not.toBe(1)
    },
  )

  test('serverDate inside', async () => {
    const transaction = await db.startTransaction()
    const write = transaction.collection(name).doc('a').update({ at: db.serverDate() })
    const outcome = await write.then(
      () => 'done',
      () => 'refused',
    )
    await transaction.rollback().catch(() => undefined)
    if (isLocal) expect(outcome).toBe('refused')
    expect(((await items().doc('a').get()).data as { at?: unknown }[])[0]!.at).toBeUndefined()
  })

  test('a transaction that is over takes nothing more', async () => {
    const transaction = await db.startTransaction()
    await transaction.commit()
    expect((await failureOf(transaction.collection(name).doc('a').update({ n: 2 }))).code).toMatch(
      /^DATABASE_TRANSACTION/,
    )
    expect(await valueOf('a')).toBe(1)
  })
})
