import { getById } from '../../cloudfunctions/database/documentAccess'
import { closeDue, release, reserve, settle } from '../../cloudfunctions/database/reservations'
import { changeStock, openStock, takeFor, type StockDocument } from '../../cloudfunctions/database/stock'
import { openShop, type Shop } from '../support/shop'

const UNTIL = 1_000_000

/** What is held is for nobody's order. */
const forNobody = () => Promise.resolve(new Map())

let shop: Shop

beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.close())

async function stocked(product: string, pieces: number): Promise<void> {
  await openStock(shop.cloud, product, [product])
  await changeStock(shop.cloud, product, { id: `first-${product}`, by: 'test', at: 1, change: pieces })
}

async function stockOf(sku: string): Promise<StockDocument> {
  const stock = await getById<StockDocument>(shop.cloud, 'stock', sku)
  if (!stock) throw new Error(`${sku} has no stock`)
  return stock
}

const figures = async (sku: string) => {
  const { free, sold, open, holds } = await stockOf(sku)
  return { free, sold, open, held: Object.values(holds).reduce((sum, n) => sum + n, 0) }
}
const wanted = (id: string, ...lines: readonly (readonly [sku: string, quantity: number])[]) => ({
  id,
  member: 'm',
  lines: lines.map(([sku, quantity]) => ({ sku, quantity })),
  until: UNTIL,
})

test('of 20 who ask at once for 10 pieces exactly 10 get one', async () => {
  await stocked('race', 10)
  const asked = await Promise.all(
    Array.from({ length: 20 }, (_, i) => reserve(shop.cloud, wanted(`race-${i}`, ['race', 1]))),
  )
  expect(asked.filter(({ of }) => of === 'held')).toHaveLength(10)
  expect(asked.filter(({ of }) => of === 'short')).toHaveLength(10)
  expect(await figures('race')).toEqual({ free: 0, sold: 0, open: 10, held: 10 })
  const ids = asked.flatMap(({ of }, i) => (of === 'held' ? [`race-${i}`] : []))
  await Promise.all(ids.flatMap((id) => [settle(shop.cloud, id), settle(shop.cloud, id)]))
  expect(await figures('race')).toEqual({ free: 0, sold: 10, open: 0, held: 0 })
})

test('a reservation asked for many times at once holds once, and a hold takes four round trips', async () => {
  await stocked('again', 50)
  await shop.gateway.resetStats()
  expect(await reserve(shop.cloud, wanted('again-0', ['again', 2]))).toEqual({ of: 'held' })
  expect((await shop.gateway.stats()).byAction).toEqual({
    'database.insertDocument': 1,
    'database.modifyDocument': 2,
  })
  const crowd = await Promise.all(
    Array.from({ length: 10 }, () => reserve(shop.cloud, wanted('again-1', ['again', 1], ['again', 1]))),
  )
  expect(crowd).toEqual(Array(10).fill({ of: 'held' }))
  expect(await figures('again')).toEqual({ free: 46, sold: 0, open: 2, held: 4 })
})

test('all of it or nothing: where one line is short the others are given back', async () => {
  await stocked('all', 3)
  await stocked('few', 1)
  const asked = wanted('both', ['all', 3], ['few', 2], ['none', 1])
  const short = {
    of: 'short',
    short: [
      { sku: 'few', quantity: 1 },
      { sku: 'none', quantity: 0 },
    ],
  }
  expect(await reserve(shop.cloud, asked)).toEqual(short)
  expect(await figures('all')).toEqual({ free: 3, sold: 0, open: 0, held: 0 })
  expect(await figures('few')).toEqual({ free: 1, sold: 0, open: 0, held: 0 })
  await changeStock(shop.cloud, 'few', { id: 'more', by: 'test', at: 1, change: 5 })
  // It was given up: the same id gets the same answer, whatever there is by now.
  expect(await reserve(shop.cloud, asked)).toEqual(short)
  expect(await figures('few')).toMatchObject({ free: 6, held: 0 })
})

test('released twice gives back once, and what was released is not sold afterwards', async () => {
  await stocked('back', 4)
  await reserve(shop.cloud, wanted('back-1', ['back', 3]))
  const ends = await Promise.all(Array.from({ length: 8 }, () => release(shop.cloud, 'back-1')))
  expect(ends).toEqual(Array(8).fill('released'))
  expect(await figures('back')).toEqual({ free: 4, sold: 0, open: 0, held: 0 })
  expect(await settle(shop.cloud, 'back-1')).toBe('released')
  expect(await reserve(shop.cloud, wanted('back-1', ['back', 3]))).toEqual({ of: 'released' })
  expect(await figures('back')).toEqual({ free: 4, sold: 0, open: 0, held: 0 })
})

test('paying against cancelling, at once: one of them, and the stock says which', async () => {
  for (let trial = 0; trial < 10; trial += 1) {
    const sku = `either-${trial}`
    await stocked(sku, 2)
    await reserve(shop.cloud, wanted(`o-${trial}`, [sku, 2]))
    const [paid, cancelled] = await Promise.all([
      settle(shop.cloud, `o-${trial}`),
      release(shop.cloud, `o-${trial}`),
    ])
    expect(paid).toBe(cancelled)
    const sold = paid === 'settled' ? 2 : 0
    expect(await figures(sku)).toEqual({ free: 2 - sold, sold, open: 0, held: 0 })
  }
})

test('what was not paid comes back when its time is over, and so does what a stop left behind', async () => {
  await stocked('due', 10)
  await reserve(shop.cloud, wanted('due-held', ['due', 2]))
  await reserve(shop.cloud, wanted('due-sold', ['due', 1]))
  await settle(shop.cloud, 'due-sold')
  await reserve(shop.cloud, wanted('due-late', ['due', 3]))
  await release(shop.cloud, 'due-late')
  // A caller that was slower than its cancelling, and stopped right after it took.
  await takeFor(shop.cloud, 'due-late', { sku: 'due', quantity: 3 })
  expect(await figures('due')).toEqual({ free: 4, sold: 1, open: 2, held: 5 })
  expect(await closeDue(shop.cloud, UNTIL - 1, 100, forNobody)).toBe(0)
  while ((await closeDue(shop.cloud, UNTIL, 7, forNobody)) > 0);
  expect(await figures('due')).toEqual({ free: 9, sold: 1, open: 0, held: 0 })
})

test('takes back through faults: answers that are lost after they were carried out change nothing twice', async () => {
  await stocked('lossy', 6)
  shop.gateway.setFaults({
    seed: 3,
    rules: [{ fault: 'timeoutAfter', action: 'database.modifyDocument', rateBp: 4_000 }],
  })
  const asked = await Promise.all(
    Array.from({ length: 6 }, (_, i) => reserve(shop.cloud, wanted(`lossy-${i}`, ['lossy', 2]))),
  )
  shop.gateway.setFaults({ seed: 0, rules: [] })
  expect(asked.filter(({ of }) => of === 'held')).toHaveLength(3)
  expect(await figures('lossy')).toEqual({ free: 0, sold: 0, open: 3, held: 6 })
})
