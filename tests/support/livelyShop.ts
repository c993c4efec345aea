import type { InputOf } from '@shared/contracts'
import type { RunningStack } from './startStack'

const CUSTOMERS = 60
/** More than a page of the ledger holds. */
const ORDERS_OF_FIRST = 45
const DAYS_BACK = 110
const DAY_MS = 86_400_000
const ROWS_A_CALL = 100

type Row = InputOf<'orders.import'>['rows'][number]

export interface LivelyShop {
  /** Somebody with the owner's role. */
  owner: string
  /** A customer of the imported history who has not opened the app yet. */
  knownCustomer: string
  members: number
  orders: number
  salesFen: number
}

/** Gives an empty store an owner and a small history that ends on `today`, through the doors, and counts it up. */
export async function makeLively(stack: RunningStack, today: string): Promise<LivelyShop> {
  const owner = 'owner'
  const knownCustomer = 'customer-0'
  await stack.post('/local/staff', { openid: owner, role: 'owner' })
  const rows = history(today, knownCustomer)
  for (let at = 0; at < rows.length; at += ROWS_A_CALL) {
    const input = { source: 'test-history', rows: rows.slice(at, at + ROWS_A_CALL) }
    const reply = await stack.call(owner, 'merchant', 'orders.import', input)
    if (!reply.ok) throw new Error(`the history did not go in: ${reply.error.message}`)
  }
  await stack.post('/local/timers/everyMinute', {})
  const salesFen = rows.reduce((sum, { amountFen }) => sum + amountFen, 0)
  return { owner, knownCustomer, members: CUSTOMERS, orders: rows.length, salesFen }
}

/** A first customer who comes often, others once to five times, with amounts and days spread by fixed strides. */
function history(today: string, openidOfFirst: string): Row[] {
  const lastDay = Date.parse(`${today}T00:00:00Z`)
  return Array.from({ length: CUSTOMERS }, (_, customer) =>
    Array.from({ length: customer === 0 ? ORDERS_OF_FIRST : 1 + (customer % 5) }, (_, order): Row => {
      const daysBack = (customer * 7 + order * 23) % DAYS_BACK
      return {
        externalId: `${customer}-${order}`,
        customer: String(customer),
        ...(customer === 0 ? { openid: openidOfFirst } : {}),
        placedDay: new Date(lastDay - daysBack * DAY_MS).toISOString().slice(0, 10),
        quantity: 1 + (order % 3),
        amountFen: 1_990 + ((customer * 613 + order * 397) % 240) * 100,
      }
    }),
  ).flat()
}
