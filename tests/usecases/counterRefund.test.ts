import type { SaleDocument } from '@shared/rules/orders/order'
import { getById } from '../../cloudfunctions/database/documentAccess'
import { accountAt, fillWallet, NO_CHOICES, openCounter, typed, type Counter } from '../support/counterShop'
import { couponsIn, must, saveTemplate } from '../support/couponShop'

const START = '2026-06-18T04:00:00Z'

// A shop of its own takes a while to open on a machine that does other things too.
jest.setTimeout(60_000)

let counter: Counter
let openid: string
let number = 0

beforeAll(async () => {
  counter = await openCounter(START)
})
afterAll(() => counter.shop.close())
beforeEach(async () => {
  jest.setSystemTime(Date.parse(START))
  openid = `shopper-${++number}`
  await counter.shop.join(openid)
})

const refused = (code: string) => ({ ok: false, error: { code } })
const bill = (visit: string, ...amounts: number[]) => ({
  visit,
  lines: typed(...amounts),
  choices: NO_CHOICES,
})
const orderIn = (id: string) => getById<SaleDocument>(counter.shop.cloud, 'orders', id)

/** A cash-off coupon of ¥20 from ¥200, claimed. */
async function coupon(): Promise<string> {
  const template = `t${number}`
  await saveTemplate(counter.shop, template)
  must(await counter.shop.shopper(openid, 'coupons.claim', { template }))
  const [claimed] = await couponsIn(counter.shop, { member: counter.shop.memberId(openid) })
  return claimed!._id
}

describe('a refund', () => {
  async function charged() {
    const couponId = await coupon()
    await fillWallet(counter.shop, openid, 8_000, 2_000)
    const visit = await counter.till.visitOf(openid)
    const choices = { ...NO_CHOICES, coupons: [couponId] }
    const lines = [{ of: 'amount', amountFen: 10_000, quantity: 2, category: null } as const, ...typed(5_000)]
    return { couponId, sale: must(await counter.till.charge({ visit, lines, choices })) }
  }
  type Wish =
    | { of: 'rest' }
    | { of: 'amount'; amountFen: number }
    | { of: 'lines'; lines: { line: number; quantity: number }[] }
  const preview = (id: string, request: Wish) =>
    counter.shop.merchant('clerk', 'counter.previewRefund', { id, request })
  async function refund(id: string, request: Wish, requestId?: string) {
    const { amountFen, freightFen, back, points } = must(await preview(id, request))
    const seen = { amountFen, freightFen, back, points }
    const input = { id, request, reason: '不合适', seen }
    return counter.shop.raw('merchant', { action: 'counter.refund', input, requestId }, CLERK) as ReturnType<
      typeof counter.shop.merchant<'counter.refund'>
    >
  }
  const CLERK = { openid: 'clerk', source: 'wx_client' }

  test('is shown before it is done, and then is what was shown', async () => {
    const { sale } = await charged()
    const shown = must(await preview(sale.id, { of: 'lines', lines: [{ line: 0, quantity: 1 }] }))
    expect(shown).toMatchObject({ amountFen: 9_200, isLast: false, couponsBack: [] })
    expect(shown.back.bonus + shown.back.principal + shown.back.wechat).toBe(9_200)
    const before = (await accountAt(counter.shop, openid)).balances
    const done = must(await refund(sale.id, { of: 'lines', lines: [{ line: 0, quantity: 1 }] }))
    expect(done.left).toMatchObject([{ quantity: 1, amountFen: 9_200 }, { quantity: 1 }])
    const after = (await accountAt(counter.shop, openid)).balances
    expect(after.principal - before.principal).toBe(shown.back.principal)
    expect(after.bonus - before.bonus).toBe(shown.back.bonus)
    expect(before.points - after.points).toBe(shown.takenBackPoints)
  })

  test('in parts ends where one of all ends: everything back, the coupon too', async () => {
    const { sale, couponId } = await charged()
    must(await refund(sale.id, { of: 'lines', lines: [{ line: 0, quantity: 1 }] }))
    must(await refund(sale.id, { of: 'amount', amountFen: 1_234 }))
    expect(await couponsIn(counter.shop, { _id: couponId })).toMatchObject([{ state: 'used' }])
    const last = must(await refund(sale.id, { of: 'rest' }))
    expect(last.refunds).toHaveLength(3)
    expect((await accountAt(counter.shop, openid)).balances).toMatchObject({
      principal: 8_000,
      bonus: 2_000,
      points: 0,
    })
    expect((await accountAt(counter.shop, openid)).wallet?.lots).toMatchObject([
      { principalFen: 8_000, bonusFen: 2_000 },
    ])
    expect(await couponsIn(counter.shop, { _id: couponId })).toMatchObject([{ state: 'issued', usedBy: [] }])
    expect(await orderIn(sale.id)).toMatchObject({ state: 'refunded', netFen: 0 })
    expect(await preview(sale.id, { of: 'rest' })).toMatchObject(refused('REFUND_NOTHING'))
    expect(await preview(sale.id, { of: 'amount', amountFen: 1 })).toMatchObject(refused('REFUND_TOO_MUCH'))
  })

  test('asked for twice by one request is one', async () => {
    const { sale } = await charged()
    const first = must(await refund(sale.id, { of: 'amount', amountFen: 1_000 }, 'r'))
    const seen = {
      amountFen: 1_000,
      freightFen: 0,
      back: { bonus: 0, principal: 0, wechat: 1_000 },
      points: 0,
    }
    const input = { id: sale.id, request: { of: 'amount', amountFen: 1_000 }, reason: '不合适', seen }
    const again = await counter.shop.raw(
      'merchant',
      { action: 'counter.refund', input, requestId: 'r' },
      CLERK,
    )
    expect(again).toMatchObject({ ok: true, value: { refundId: first.refundId } })
    expect(must(await counter.shop.merchant('clerk', 'counter.read', { id: sale.id })).refunds).toHaveLength(
      1,
    )
  })

  test('of two at once that were shown the same, the second is refused as changed, or there is less left', async () => {
    const { sale } = await charged()
    const shown = must(await preview(sale.id, { of: 'rest' }))
    const { amountFen, freightFen, back, points } = shown
    const input = {
      id: sale.id,
      request: { of: 'rest' } as const,
      reason: '不合适',
      seen: { amountFen, freightFen, back, points },
    }
    const both = await Promise.all([1, 2].map(() => counter.shop.merchant('clerk', 'counter.refund', input)))
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(both.find(({ ok }) => !ok)).toMatchObject({ error: { code: 'REFUND_NOTHING' } })
    expect((await accountAt(counter.shop, openid)).balances).toMatchObject({ principal: 8_000, bonus: 2_000 })
  })

  test('that is not what was shown is refused', async () => {
    const { sale } = await charged()
    const seen = { amountFen: 500, freightFen: 0, back: { bonus: 0, principal: 0, wechat: 500 }, points: 0 }
    const request = { of: 'amount', amountFen: 500 } as const
    const asked = await counter.shop.merchant('clerk', 'counter.refund', {
      id: sale.id,
      request,
      reason: '不合适',
      seen,
    })
    expect(asked).toMatchObject(refused('REFUND_CHANGED'))
  })

  test('is for what was charged', async () => {
    await fillWallet(counter.shop, openid, 50_000, 0)
    const visit = await counter.till.visitOf(openid)
    const waiting = must(await counter.till.charge(bill(visit, 30_000)))
    expect(await preview(waiting.id, { of: 'rest' })).toMatchObject(refused('COUNTER_NOT_CHARGED'))
    expect(await preview('counter:nobody', { of: 'rest' })).toMatchObject(refused('COUNTER_SALE_NOT_FOUND'))
    expect(await counter.shop.merchant('clerk', 'counter.read', { id: 'counter:nobody' })).toMatchObject(
      refused('COUNTER_SALE_NOT_FOUND'),
    )
  })
})
