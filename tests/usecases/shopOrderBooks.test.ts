import { DEFAULT_WALLET } from '@shared/rules/wallet/settings'
import { auditBooks } from '../support/auditBooks'
import { must } from '../support/couponShop'
import { openOrderShop, type OrderShop } from '../support/orderShop'
import { writeTopic } from '../support/writeLevels'

// Opening a shop with all that it sells takes its time on a busy machine.
jest.setTimeout(60_000)

let shop: OrderShop
let member: string

const POT = [{ sku: '茶壶', quantity: 1 }]
const TWO_CUPS = [{ sku: '茶杯', quantity: 2 }]
const ALL_MEANS = { points: 1_000, balance: { of: 'all' as const } }

beforeAll(async () => {
  shop = await openOrderShop()
  const gift = { bonusFen: 0, points: 0, growth: 0, coupons: [] }
  const brackets = [{ fromFen: 1_000, bonusRateBp: 2_000, gift }]
  await writeTopic(shop, 'wallet', {
    ...DEFAULT_WALLET,
    version: 1,
    anyAmount: { leastFen: 1_000, brackets },
  })
  shop.pass(6_000)
  member = await shop.buyer('buyer', null, 'gold')
  const { agreement } = must(await shop.shopper('buyer', 'wallet.read', {}))
  must(
    await shop.merchant('clerk', 'wallet.recordTopUp', {
      member,
      choice: { of: 'amount', payFen: 10_000 },
      agreed: agreement.version,
    }),
  )
  const lines = [{ category: null, product: null, quantity: 1, amountFen: 200_000 }]
  must(await shop.merchant('clerk', 'orders.record', { member, number: '1', lines }))
})
afterAll(async () => {
  await shop.close()
  jest.useRealTimers()
})
afterEach(async () => {
  shop.pass(60_000)
  await shop.timer('everyMinute')
  const { differences } = await auditBooks((name, input) => shop.merchant('owner', name, input))
  expect(differences).toEqual([])
})

async function refund(orderId: string, amountFen: number | null): Promise<void> {
  const request =
    amountFen === null ? { of: 'rest' as const } : { of: 'amount' as const, amountFen, freightFen: 0 }
  const preview = must(await shop.merchant('clerk', 'shopOrders.previewRefund', { orderId, request }))
  const { freightFen, back, points } = preview
  const seen = { amountFen: preview.amountFen, freightFen, back, points }
  must(await shop.merchant('clerk', 'shopOrders.refund', { orderId, request, reason: '退货', seen }))
}

describe('the books have no difference', () => {
  test('while an order waits, and when it was cancelled', async () => {
    const { order } = await shop.order('buyer', POT, ALL_MEANS)
    const { differences } = await auditBooks((name, input) => shop.merchant('owner', name, input))
    expect(differences).toEqual([])
    must(await shop.shopper('buyer', 'shopOrders.cancel', { orderId: order.id }))
  })

  test('after an order of all means, a refund of a part and the rest', async () => {
    const before = await shop.account(member)
    const { order } = await shop.order('buyer', POT, ALL_MEANS)
    await shop.decide(order.id, 'success')
    await refund(order.id, 12_345)
    shop.pass(60_000)
    await shop.timer('everyMinute')
    const half = await auditBooks((name, input) => shop.merchant('owner', name, input))
    expect(half.differences).toEqual([])
    await refund(order.id, null)
    expect((await shop.account(member)).balances).toEqual(before.balances)
  })

  test('after money for a cancelled order went back, and an order that balance paid alone', async () => {
    shop.faults({ fault: 'payRefuses', call: 'close', code: 'SYSTEM_ERROR' })
    const { order } = await shop.order('buyer', TWO_CUPS)
    must(await shop.shopper('buyer', 'shopOrders.cancel', { orderId: order.id }))
    await shop.decide(order.id, 'success')
    shop.faults()
    const paid = await shop.order('buyer', TWO_CUPS, { balance: { of: 'all' } })
    expect(paid.order).toMatchObject({ state: 'paid', quote: { paid: { wechat: 0 } } })
  })

  test('and each number of an order opens into what made it', async () => {
    const { order } = await shop.order('buyer', POT, ALL_MEANS)
    await shop.decide(order.id, 'success')
    await refund(order.id, null)
    const entries = must(await shop.merchant('clerk', 'books.member', { member })).entries
    const ofOrder = entries.filter(({ id }) => id.includes(order.id))
    expect(ofOrder.map(({ kind }) => kind).sort()).toEqual([
      'orderPaid',
      'orderRefunded',
      'pointsReturned',
      'pointsSpent',
    ])
    for (const { id } of ofOrder) {
      const subject = { kind: 'entry' as const, id }
      const { lines, source } = must(await shop.shopper('buyer', 'explain.read', { subject }))
      expect(lines.length).toBeGreaterThan(0)
      expect(source?.orderId).toBe(order.id)
    }
    const subject = { kind: 'order' as const, id: order.id }
    expect(must(await shop.shopper('buyer', 'explain.read', { subject })).lines.length).toBeGreaterThan(0)
  })
})
