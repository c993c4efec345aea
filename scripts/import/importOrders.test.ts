import fc from 'fast-check'
import type { IdentifiedRow } from '@shared/rules/orders/orderRow'
import { importOrders, type ImportTotals, type SendBatch } from './importOrders'

fc.configureGlobal({ seed: 1 })

const orders = (count: number, customers: number): IdentifiedRow[] =>
  Array.from({ length: count }, (_, i) => ({
    externalId: `A${i}`,
    order: `A${i}`,
    customer: String(i % customers),
    placedDay: '2021-01-01',
    quantity: 1,
    amountFen: i,
  }))

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

/** Answers like a shop that has none of the orders, and notes what it saw. */
function shop() {
  const ids: string[] = []
  let underWay = 0
  let most = 0
  const customersUnderWay = new Set<string>()
  const send: SendBatch = async (rows) => {
    const customers = [...new Set(rows.map(({ customer }) => customer))]
    expect(customers.filter((customer) => customersUnderWay.has(customer))).toEqual([])
    customers.forEach((customer) => customersUnderWay.add(customer))
    most = Math.max(most, ++underWay)
    for (let i = 0; i <= rows.length % 3; i++) await turn()
    underWay--
    customers.forEach((customer) => customersUnderWay.delete(customer))
    ids.push(...rows.map(({ externalId }) => externalId))
    const amountFen = rows.reduce((sum, row) => sum + row.amountFen, 0)
    return { imported: rows.length, alreadyIn: 0, membersMade: customers.length, amountFen }
  }
  return { send, ids, most: () => most }
}

it('sends every order once, a member’s never at the same time, and adds up the answers', async () => {
  const shape = [
    fc.integer({ min: 1, max: 3_000 }),
    fc.integer({ min: 1, max: 40 }),
    fc.integer({ min: 1, max: 4 }),
  ] as const
  await fc.assert(
    fc.asyncProperty(...shape, async (count, customers, inFlight) => {
      const { send, ids, most } = shop()
      const seen: ImportTotals[] = []
      const totals = await importOrders(orders(count, customers), send, {
        inFlight,
        onProgress: (now) => seen.push(now),
      })
      expect(ids.sort()).toEqual(
        orders(count, customers)
          .map(({ externalId }) => externalId)
          .sort(),
      )
      expect(totals).toMatchObject({ imported: count, done: count, amountFen: (count * (count - 1)) / 2 })
      expect(most()).toBeLessThanOrEqual(inFlight)
      expect(seen.at(-1) ?? totals).toEqual(totals)
    }),
    { numRuns: 30 },
  )
})

it('sends only what the contract knows', async () => {
  const sent: unknown[] = []
  await importOrders([{ ...orders(1, 1)[0]!, line: 2, openid: 'o-1' } as IdentifiedRow], (rows) => {
    sent.push(...rows)
    return Promise.resolve({ imported: 1, alreadyIn: 0, membersMade: 0, amountFen: 0 })
  })
  expect(sent).toEqual([
    { externalId: 'A0', customer: '0', openid: 'o-1', placedDay: '2021-01-01', quantity: 1, amountFen: 0 },
  ])
})

it.each([1, 5_000])('stops between batches and tells what is in, for %i customers', async (customers) => {
  const stop = new AbortController()
  const { send, ids } = shop()
  const totals = await importOrders(orders(5_000, customers), send, {
    signal: stop.signal,
    onProgress: ({ done }) => {
      if (done >= 1_000) stop.abort()
    },
  })
  expect(totals.done).toBe(ids.length)
  expect(totals.done).toBeGreaterThanOrEqual(1_000)
  expect(totals.done).toBeLessThan(3_000)
})

it('throws what a batch could not get over, after the other batch under way has ended', async () => {
  const { send, ids } = shop()
  let calls = 0
  const failing: SendBatch = async (rows) => {
    if (++calls === 3) throw new Error('the line broke')
    await turn()
    return send(rows)
  }
  await expect(importOrders(orders(5_000, 5_000), failing)).rejects.toThrow('the line broke')
  const sent = ids.length
  for (let i = 0; i < 20; i++) await turn()
  expect(ids.length).toBe(sent)
  expect(calls).toBeLessThanOrEqual(5)
})
