import type { ShopOrder, ShopOrderState } from '@shared/rules/shopOrders/shopOrder'
import { getById } from '../../cloudfunctions/database/documentAccess'
import { must } from '../support/couponShop'
import { openOrderShop, type OrderShop } from '../support/orderShop'

const ORDERS = 400

// Opening a shop with all that it sells takes its time on a busy machine.
jest.setTimeout(60_000)

let shop: OrderShop
let member: string

beforeAll(async () => {
  shop = await openOrderShop()
  member = await shop.buyer('buyer')
  await shop.makeIndexes()
  const { order } = await shop.order('buyer', [{ sku: '茶杯', quantity: 1 }])
  const one = await getById<ShopOrder>(shop.cloud, 'shopOrders', order.id)
  if (!one) throw new Error('no order')
  const states: readonly ShopOrderState[] = ['received', 'paid', 'cancelled', 'refunded']
  const many = Array.from({ length: ORDERS }, (_, i) => ({
    ...one,
    _id: `old-${i}`,
    member: i % 2 ? member : `other-${i}`,
    // Three of each instant.
    placedAt: one.placedAt - 60_000 * (1 + Math.floor(i / 3)),
    state: states[i % states.length],
    askedAt: i % 5 === 0 ? one.placedAt - 60_000 * Math.floor(i / 15) : 0,
  }))
  await shop.cloud.db.collection('shopOrders').add(many)
})
afterAll(async () => {
  await shop.close()
  jest.useRealTimers()
})

type Place = { at: number; id: string }
type Page = { orders: { id: string }[]; nextCursor: Place | null }

const LISTS: readonly (readonly [string, number, (cursor?: Place) => Promise<Page>])[] = [
  [
    'a member’s own',
    ORDERS / 2 + 1,
    async (cursor) => must(await shop.shopper('buyer', 'shopOrders.list', { cursor })),
  ],
  [
    'a member’s own of a state',
    ORDERS / 4,
    async (cursor) => must(await shop.shopper('buyer', 'shopOrders.list', { state: 'paid', cursor })),
  ],
  ['all', ORDERS + 1, async (cursor) => must(await shop.merchant('clerk', 'shopOrders.listAll', { cursor }))],
  [
    'all of a state',
    ORDERS / 4,
    async (cursor) =>
      must(await shop.merchant('clerk', 'shopOrders.listAll', { which: 'cancelled', cursor })),
  ],
  [
    'those for which a refund is asked',
    ORDERS / 5,
    async (cursor) =>
      must(await shop.merchant('clerk', 'shopOrders.listAll', { which: 'refundAsked', cursor })),
  ],
]

test.each(LISTS)(
  'orders: %s, page by page, each once; a page reads little more than itself',
  async (_what, count, page) => {
    const found: string[] = []
    const read: number[] = []
    let cursor: Place | undefined
    do {
      await shop.gateway.resetStats()
      const { orders, nextCursor } = await page(cursor)
      read.push(shop.gateway.stats().documentsRead.shopOrders ?? 0)
      found.push(...orders.map(({ id }) => id))
      cursor = nextCursor ?? undefined
    } while (cursor)
    // The local store reads by fifties.
    expect(Math.max(...read)).toBeLessThanOrEqual(2 * 50)
    expect(found).toHaveLength(count)
    expect(new Set(found).size).toBe(count)
  },
)
