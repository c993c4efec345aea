import type { InputOf } from '@shared/contracts'
import type { RunningStack } from './startStack'

const CUSTOMERS = 60
/** These come often, and their openids are known. */
const KNOWN = [0, 1, 2, 3]
const ORDERS_OF_KNOWN = 45
const DAYS_BACK = 110
const DAY_MS = 86_400_000
const ROWS_A_CALL = 100

type Row = InputOf<'orders.import'>['rows'][number]

export interface LivelyShop {
  /** Somebody with the owner's role. */
  owner: string
  /** Customers of the imported history who have not opened the app yet; the ledger of each is longer than a page. */
  knownCustomers: string[]
  members: number
  orders: number
  salesFen: number
}

/** Gives an empty store an owner and a small history that ends on `today`, through the doors, and counts it up. */
export async function makeLively(stack: RunningStack, today: string): Promise<LivelyShop> {
  const owner = 'owner'
  await stack.post('/local/staff', { openid: owner, role: 'owner' })
  const rows = history(today)
  for (let at = 0; at < rows.length; at += ROWS_A_CALL) {
    const input = { source: 'test-history', rows: rows.slice(at, at + ROWS_A_CALL) }
    const reply = await stack.call(owner, 'merchant', 'orders.import', input)
    if (!reply.ok) throw new Error(`the history did not go in: ${reply.error.message}`)
  }
  await stack.post('/local/timers/everyMinute', {})
  const salesFen = rows.reduce((sum, { amountFen }) => sum + amountFen, 0)
  return { owner, knownCustomers: KNOWN.map(openidOf), members: CUSTOMERS, orders: rows.length, salesFen }
}

const openidOf = (customer: number): string => `customer-${customer}`

/** A few customers who come often, others once to five times, with amounts and days spread by fixed strides. */
function history(today: string): Row[] {
  const lastDay = Date.parse(`${today}T00:00:00Z`)
  return Array.from({ length: CUSTOMERS }, (_, customer) =>
    Array.from(
      { length: KNOWN.includes(customer) ? ORDERS_OF_KNOWN : 1 + (customer % 5) },
      (_, order): Row => {
        const daysBack = (customer * 7 + order * 23) % DAYS_BACK
        return {
          externalId: `${customer}-${order}`,
          customer: String(customer),
          ...(KNOWN.includes(customer) ? { openid: openidOf(customer) } : {}),
          placedDay: new Date(lastDay - daysBack * DAY_MS).toISOString().slice(0, 10),
          quantity: 1 + (order % 3),
          amountFen: 1_990 + ((customer * 613 + order * 397) % 240) * 100,
        }
      },
    ),
  ).flat()
}
