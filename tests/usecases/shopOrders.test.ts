import type { InputOf } from '@shared/contracts'
import { must } from '../support/couponShop'
import { openOrderShop, type OrderShop } from '../support/orderShop'

// Opening a shop with all that it sells takes its time on a busy machine.
jest.setTimeout(60_000)

let shop: OrderShop

beforeEach(async () => {
  shop = await openOrderShop()
})
afterEach(async () => {
  await shop.close()
  jest.useRealTimers()
  jest.resetModules()
})

const POT = [{ sku: '茶壶', quantity: 1 }]

const ofRefund = async (input: InputOf<'shopOrders.previewRefund'>, reason = '不想要了') => {
  const preview = must(await shop.merchant('clerk', 'shopOrders.previewRefund', input))
  const { amountFen, freightFen, back, points } = preview
  const seen = { amountFen, freightFen, back, points }
  return {
    preview,
    done: must(await shop.merchant('clerk', 'shopOrders.refund', { ...input, reason, seen })),
  }
}

test('the worked example: placed, paid, earns 495; half refunded, then the rest, everything back where it came from', async () => {
  const member = await shop.buyer('buyer', { principalFen: 10_000, bonusFen: 2_000, points: 5_000 }, 'gold')
  const [c20, ship] = [await shop.coupon(member, 'c20'), await shop.coupon(member, 'ship')]
  const choices = { coupons: [c20, ship], points: 3_000, balance: { of: 'all' } as const }

  const quoted = await shop.quote('buyer', POT, choices)
  expect(quoted.quote).toMatchObject({
    listFen: 40_000,
    goodsFen: 33_000,
    freightFen: 0,
    paid: { bonus: 2_000, principal: 10_000, wechat: 21_000 },
  })
  expect(quoted.earns).toEqual({ points: 495, growth: 330 })

  const { order, payment } = await shop.order('buyer', POT, choices)
  expect(order).toMatchObject({ state: 'awaitingPayment', earned: null })
  expect(payment?.package).toMatch(/^prepay_id=/)
  expect((await shop.account(member)).balances).toMatchObject({
    points: 2_000,
    principal: 10_000,
    bonus: 2_000,
  })
  expect(await shop.stock('茶壶')).toEqual({ free: 9, sold: 0, open: 1 })

  await shop.decide(order.id, 'success')
  const paid = must(await shop.shopper('buyer', 'shopOrders.read', { orderId: order.id })).order
  expect(paid).toMatchObject({ state: 'paid', earned: { points: 495, growth: 330 } })
  expect((await shop.account(member)).balances).toMatchObject({
    points: 2_495,
    growth: 330,
    principal: 0,
    bonus: 0,
  })
  expect(await shop.stock('茶壶')).toEqual({ free: 9, sold: 1, open: 0 })

  const half = await ofRefund({
    orderId: order.id,
    request: { of: 'amount', amountFen: 16_500, freightFen: 0 },
  })
  expect(half.preview).toMatchObject({
    back: { bonus: 1_000, principal: 5_000, wechat: 10_500 },
    points: 1_500,
    takenBackPoints: 247,
    takenBackGrowth: 165,
    couponsBack: [],
    isLast: false,
  })
  expect((await shop.account(member)).balances).toMatchObject({
    points: 2_495 + 1_500 - 247,
    growth: 165,
    principal: 5_000,
    bonus: 1_000,
  })

  const rest = await ofRefund({ orderId: order.id, request: { of: 'rest' } })
  expect(rest.preview).toMatchObject({
    back: { bonus: 1_000, principal: 5_000, wechat: 10_500 },
    points: 1_500,
    takenBackPoints: 248,
    isLast: true,
  })
  expect(rest.preview.couponsBack).toHaveLength(2)
  expect(rest.done.order).toMatchObject({ state: 'refunded' })
  for (const { wechat } of rest.done.order.refunds) expect(['processing', 'done']).toContain(wechat)
  const after = await shop.account(member)
  expect(after.balances).toMatchObject({ points: 5_000, growth: 0, principal: 10_000, bonus: 2_000 })
  expect(after.wallet?.lots).toMatchObject([{ id: 't1', principalFen: 10_000, bonusFen: 2_000 }])
  for (const id of [c20, ship]) {
    const { coupon } = must(await shop.shopper('buyer', 'coupons.read', { id }))
    expect(coupon.standing).toBe('usable')
  }
})
