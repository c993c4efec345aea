import fc from 'fast-check'
import { parseStored } from './documentStore'
import { type GatewayError } from './gatewayError'
import { selectDocs } from './queryReader'
import { type TemporaryStore, temporaryStore } from './temporaryStore'
import {
  insertInTransaction,
  putInTransaction,
  readInTransaction,
  removeInTransaction,
} from './transactionDocs'
import type { Transaction } from './transactions'
import { commitTransaction, putDoc, removeDocs } from './writeDocs'

let temporary: TemporaryStore

beforeEach(async () => {
  temporary = temporaryStore()
  await temporary.collection('c', { 'u!': 'u' })
})
afterEach(() => temporary.dispose())

const ids = ['a', 'b', 'c']
const workers = [0, 1, 2]

type Step =
  | { kind: 'begin'; worker: number }
  | { kind: 'commit'; worker: number }
  | { kind: 'abort'; worker: number }
  | { kind: 'read'; worker: number; id: string }
  | { kind: 'remove'; worker: number; id: string }
  | { kind: 'put'; worker: number; id: string; value: number }
  | { kind: 'add'; worker: number; id: string; value: number }
  | { kind: 'plainPut'; id: string; value: number }
  | { kind: 'plainRemove'; id: string }

const worker = fc.constantFrom(...workers)
const id = fc.constantFrom(...ids)
const value = fc.integer({ min: 0, max: 9 })
const kind = <K extends Step['kind']>(name: K): fc.Arbitrary<K> => fc.constant(name)
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ kind: kind('begin'), worker }),
  { weight: 2, arbitrary: fc.record({ kind: kind('commit'), worker }) },
  fc.record({ kind: kind('abort'), worker }),
  { weight: 3, arbitrary: fc.record({ kind: kind('read'), worker, id }) },
  { weight: 2, arbitrary: fc.record({ kind: kind('remove'), worker, id }) },
  { weight: 3, arbitrary: fc.record({ kind: kind('put'), worker, id, value }) },
  { weight: 2, arbitrary: fc.record({ kind: kind('add'), worker, id, value }) },
  { weight: 3, arbitrary: fc.record({ kind: kind('plainPut'), id, value }) },
  { weight: 1, arbitrary: fc.record({ kind: kind('plainRemove'), id }) },
)

/** Snapshot isolation in so few words that it can be believed: whole copies, and first writer wins. */
class Model {
  committed = new Map<string, number>()
  private commits = 0
  private readonly changedAt = new Map<string, number>()
  private readonly open = new Map<
    number,
    { view: Map<string, number>; began: number; written: Set<string> }
  >()

  begin(who: number): void {
    this.open.set(who, { view: new Map(this.committed), began: this.commits, written: new Set() })
  }

  isOpen(who: number): boolean {
    return this.open.has(who)
  }

  read(who: number, key: string): number | undefined {
    return this.open.get(who)!.view.get(key)
  }

  /** Returns false on a conflict, which ends the transaction. */
  write(who: number, key: string, next: number | undefined): boolean {
    const mine = this.open.get(who)!
    const heldByOther = [...this.open].some(([other, each]) => other !== who && each.written.has(key))
    if (heldByOther || (this.changedAt.get(key) ?? 0) > mine.began) {
      this.open.delete(who)
      return false
    }
    mine.written.add(key)
    set(mine.view, key, next)
    return true
  }

  end(who: number, commit: boolean): void {
    const mine = this.open.get(who)!
    this.open.delete(who)
    if (!commit) return
    this.commits++
    for (const key of mine.written) {
      set(this.committed, key, mine.view.get(key))
      this.changedAt.set(key, this.commits)
    }
  }

  locked(key: string): boolean {
    return [...this.open.values()].some((each) => each.written.has(key))
  }

  plain(key: string, next: number | undefined): void {
    if (this.committed.get(key) === next) return
    this.commits++
    set(this.committed, key, next)
    this.changedAt.set(key, this.commits)
  }
}

function set(map: Map<string, number>, key: string, next: number | undefined): void {
  if (next === undefined) map.delete(key)
  else map.set(key, next)
}

test('any interleaving of transactions and plain writes is snapshot isolation, first writer wins', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 60 }), async (steps) => {
      const { store } = temporary
      await store.group.run(() => {
        store.catalog.drop('c')
        store.catalog.create('c')
      })
      const real = new Real(temporary)
      const model = new Model()
      for (const each of steps) await both(model, real, each)
      for (const each of workers)
        if (model.isOpen(each)) await both(model, real, { kind: 'abort', worker: each })
      expect(real.all()).toEqual(model.committed)
      expect(temporary.store.versions.size).toBe(0)
    }),
    { numRuns: 150 },
  )
})

async function both(model: Model, real: Real, each: Step): Promise<void> {
  if (each.kind === 'plainPut' || each.kind === 'plainRemove') {
    // a locked document makes a plain write wait: that has its own test
    if (model.locked(each.id)) return
    const next = each.kind === 'plainPut' ? each.value : undefined
    model.plain(each.id, next)
    await real.plain(each.id, next)
    return
  }
  const { worker: who } = each
  if (each.kind === 'begin') {
    if (model.isOpen(who)) return
    model.begin(who)
    real.begin(who)
    return
  }
  if (!model.isOpen(who)) return
  if (each.kind === 'commit' || each.kind === 'abort') {
    model.end(who, each.kind === 'commit')
    await real.end(who, each.kind === 'commit')
    return
  }
  const seen = model.read(who, each.id)
  expect(real.read(who, each.id)).toBe(seen)
  if (each.kind === 'read' || (each.kind === 'remove' && seen === undefined)) return
  // a duplicate ends the transaction as well, after the conflict that may come first
  if (each.kind === 'add' && seen !== undefined) {
    model.end(who, false)
    expect(real.add(who, each.id, each.value)).toMatch(/E11000|CONFLICT/)
    return
  }
  if (each.kind === 'add') {
    const conflict = !model.write(who, each.id, each.value)
    expect(real.add(who, each.id, each.value)).toMatch(conflict ? /CONFLICT/ : /^$/)
    return
  }
  const next = each.kind === 'remove' ? undefined : each.value
  expect(real.write(who, each.id, next)).toBe(model.write(who, each.id, next))
}

/** The store, driven as the actions drive it: an error ends the transaction. */
class Real {
  private readonly open = new Map<number, Transaction>()

  constructor(private readonly from: TemporaryStore) {}

  begin(who: number): void {
    this.open.set(who, this.from.store.transactions.begin(undefined))
  }

  read(who: number, key: string): number | undefined {
    const body = readInTransaction(this.from.store, this.open.get(who)!, this.collection, key)
    return body === undefined ? undefined : (parseStored(body).v as number)
  }

  write(who: number, key: string, next: number | undefined): boolean {
    const { store } = this.from
    const transaction = this.open.get(who)!
    const failure = this.failing(transaction, () => {
      if (next === undefined) removeInTransaction(store, transaction, this.collection, key)
      else putInTransaction(store, transaction, this.collection, { _id: key, v: next })
    })
    expect(failure === '' || failure === 'DATABASE_TRANSACTION_CONFLICT').toBe(true)
    return failure === ''
  }

  add(who: number, key: string, next: number): string {
    const transaction = this.open.get(who)!
    return this.failing(transaction, () =>
      insertInTransaction(this.from.store, transaction, this.collection, [{ _id: key, v: next }]),
    )
  }

  async end(who: number, commit: boolean): Promise<void> {
    const transaction = this.open.get(who)!
    if (commit) await commitTransaction(this.from.store, transaction.id)
    else this.from.store.transactions.end(transaction)
  }

  async plain(key: string, next: number | undefined): Promise<void> {
    if (next === undefined) await removeDocs(this.from.store, 'c', { _id: key }, true)
    else await putDoc(this.from.store, 'c', { _id: key, v: next })
  }

  all(): Map<string, number> {
    const found = selectDocs(this.from.store.reader, this.collection, { query: {} }).map((each) =>
      parseStored(each.body),
    )
    return new Map(found.map((doc) => [doc._id as string, doc.v as number]))
  }

  private get collection() {
    return this.from.store.catalog.get('c')
  }

  private failing(transaction: Transaction, run: () => void): string {
    try {
      run()
      return ''
    } catch (error) {
      this.from.store.transactions.end(transaction)
      const { code, message } = error as GatewayError
      return code === 'DATABASE_TRANSACTION_CONFLICT' ? code : message
    }
  }
}

describe('unique keys within transactions', () => {
  const begin = (): Transaction => temporary.store.transactions.begin(undefined)
  const put = (transaction: Transaction, doc: Record<string, unknown>): void =>
    putInTransaction(temporary.store, transaction, temporary.store.catalog.get('c'), doc)

  test('two transactions cannot take the same key: the second conflicts', () => {
    const [one, two] = [begin(), begin()]
    put(one, { _id: 'a', u: 1 })
    expect(() => put(two, { _id: 'b', u: 1 })).toThrow('TransactionConflict')
  })

  test('a key that was taken before is a duplicate, one taken since is a conflict', async () => {
    await temporary.add('c', [{ _id: 'a', u: 1 }])
    const transaction = begin()
    expect(() => put(transaction, { _id: 'b', u: 1 })).toThrow('E11000')
    await temporary.add('c', [{ _id: 'x', u: 2 }])
    expect(() => put(transaction, { _id: 'b', u: 2 })).toThrow('TransactionConflict')
  })

  test('two documents may exchange their keys within one transaction', async () => {
    await temporary.add('c', [
      { _id: 'a', u: 1 },
      { _id: 'b', u: 2 },
    ])
    const transaction = begin()
    put(transaction, { _id: 'b', u: 3 })
    put(transaction, { _id: 'a', u: 2 })
    put(transaction, { _id: 'b', u: 1 })
    await commitTransaction(temporary.store, transaction.id)
    await expect(temporary.add('c', [{ _id: 'x', u: 1 }])).rejects.toThrow('E11000')
  })

  test('a plain write waits for the transaction that holds its key', async () => {
    const transaction = begin()
    put(transaction, { _id: 'a', u: 1 })
    const plain = temporary.add('c', [{ _id: 'b', u: 1 }])
    await commitTransaction(temporary.store, transaction.id)
    await expect(plain).rejects.toThrow('E11000')
  })
})

test('a plain write waits for the transaction that wrote the document, and builds on what it left', async () => {
  await temporary.add('c', [{ _id: 'a', v: 1 }])
  const transaction = temporary.store.transactions.begin(undefined)
  putInTransaction(temporary.store, transaction, temporary.store.catalog.get('c'), { _id: 'a', v: 10 })
  let done = false
  const plain = putDoc(temporary.store, 'c', { _id: 'a', v: 2 }).then(() => (done = true))
  await new Promise((resolve) => setImmediate(resolve))
  expect(done).toBe(false)
  await commitTransaction(temporary.store, transaction.id)
  await plain
  const [found] = selectDocs(temporary.store.reader, temporary.store.catalog.get('c'), {
    query: { _id: 'a' },
  })
  expect(parseStored(found!.body)).toEqual({ _id: 'a', v: 2 })
})

test('an index that was made while a transaction was open has what that wrote', async () => {
  const { store } = temporary
  const collection = store.catalog.get('c')
  const transaction = store.transactions.begin(undefined)
  insertInTransaction(store, transaction, collection, [{ _id: 'a', u: 1, due: 7 }])
  await store.group.run(() =>
    store.documents.createIndex(collection, 'due', [{ path: 'due', descending: false }], false),
  )
  await commitTransaction(store, transaction.id)
  expect(selectDocs(store.reader, collection, { query: { due: 7 } })).toHaveLength(1)
})
