import type { Doc } from './bsonValues'
import { parseStored } from './documentStore'
import { selectDocs } from './queryReader'
import { type TemporaryStore, temporaryStore } from './temporaryStore'
import { applyUpdate } from './updateOperators'
import { changeDocs, insertDocs } from './writeDocs'

let temporary: TemporaryStore

beforeEach(async () => {
  temporary = temporaryStore()
  await temporary.collection('stock', { 'code!': 'code' })
})
afterEach(() => temporary.dispose())

function durable(): Doc[] {
  const { store } = temporary
  return selectDocs(store.reader, store.catalog.get('stock'), { query: {} }).map((each) =>
    parseStored(each.body),
  )
}

test('writes that arrive together share one durable commit', async () => {
  await temporary.add('stock', [{ _id: 'a', n: 0 }])
  const before = temporary.store.group.groups
  await Promise.all(
    Array.from({ length: 16 }, () =>
      changeDocs(temporary.store, 'stock', { _id: 'a' }, false, (doc) =>
        applyUpdate(doc, { $inc: { n: 1 } }),
      ),
    ),
  )
  expect(temporary.store.group.groups - before).toBe(1)
  expect(durable()).toEqual([{ _id: 'a', n: 16 }])
})

test('nothing is answered before it is durable', async () => {
  let answered = false
  const write = insertDocs(temporary.store, 'stock', [{ _id: 'a' }]).then(() => (answered = true))
  await Promise.resolve()
  expect(answered).toBe(false)
  expect(durable()).toEqual([])
  await write
  expect(durable()).toEqual([{ _id: 'a' }])
})

test('one that fails is taken back alone', async () => {
  const outcomes = await Promise.allSettled([
    insertDocs(temporary.store, 'stock', [{ _id: 'a', code: 1 }]),
    insertDocs(temporary.store, 'stock', [{ _id: 'b', code: 1 }]),
    insertDocs(temporary.store, 'stock', [{ _id: 'c', code: 2 }]),
  ])
  expect(outcomes.map((each) => each.status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  expect(durable().map((doc) => doc._id)).toEqual(['a', 'c'])
})

test('a change of many that fails on one leaves all of them', async () => {
  await temporary.add('stock', [
    { _id: 'a', n: 1, code: 1 },
    { _id: 'b', n: 'x', code: 2 },
  ])
  const write = changeDocs(temporary.store, 'stock', {}, true, (doc) => applyUpdate(doc, { $inc: { n: 1 } }))
  await expect(write).rejects.toThrow('Cannot apply $inc')
  expect(durable()[0]).toMatchObject({ n: 1 })
})

test('an add of many stops at a duplicate and keeps what came before', async () => {
  const docs = [
    { _id: 'a', code: 1 },
    { _id: 'b', code: 2 },
    { _id: 'a', code: 3 },
    { _id: 'd', code: 4 },
  ]
  await expect(insertDocs(temporary.store, 'stock', docs)).rejects.toThrow('E11000')
  expect(durable().map((doc) => doc._id)).toEqual(['a', 'b'])
})

test('40 callers, 10 units: exactly 10 win', async () => {
  await temporary.add('stock', [{ _id: 'a', n: 10 }])
  const takes = await Promise.all(
    Array.from({ length: 40 }, () =>
      changeDocs(temporary.store, 'stock', { _id: 'a', n: { $gte: 1 } }, false, (doc) =>
        applyUpdate(doc, { $inc: { n: -1 } }),
      ),
    ),
  )
  expect(takes.filter((take) => take.changed.length === 1)).toHaveLength(10)
  expect(durable()).toEqual([{ _id: 'a', n: 0 }])
})
