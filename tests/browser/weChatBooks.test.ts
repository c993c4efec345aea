import { randomUUID } from 'node:crypto'
import type { Browser } from 'playwright-core'
import type { OutputOf } from '@shared/contracts'
import type { Payment } from '@shared/rules/payments/payment'
import { insert } from '../../cloudfunctions/database/documentAccess'
import { launchBrowser } from '../support/browser'
import { databaseOf } from '../support/databaseOf'
import { startStack, type RunningStack } from '../support/startStack'
import { AppPage } from './appPage'
import { looks, named, oneLook } from './looks'

const DAY = '2026-03-10'
const OVERVIEW = 'features/merchant/overview/index'
const BILLS = 'features/merchant/bills/index'
const REFUNDS = 'features/merchant/weChatRefunds/index'
const CHOICES = { coupons: [], points: 0, balance: { of: 'none' } }
const ADDRESS = { name: '张三', phone: '13800138000', region: '浙江省 杭州市 西湖区', street: '文三路 1 号' }

// A person's way through the app, on a machine that does other things too.
jest.setTimeout(180_000)

let stack: RunningStack
let browser: Browser

beforeAll(async () => {
  stack = await startStack({ clock: `${DAY}T09:00:00+08:00` })
  await stack.post('/local/staff', { openid: 'owner', role: 'owner' })
  await stack.post('/local/staff', { openid: 'clerk', role: 'clerk' })
  await say('buyer', 'shopper', 'member.join', { consentVersion: '1' })
  const categories = [{ id: '茶具', name: { zh: '茶具', en: 'Tea ware' } }]
  await say('owner', 'merchant', 'categories.save', { expectedVersion: 0, categories })
  const rules = {
    name: { zh: '茶壶', en: 'Teapot' },
    description: { zh: '', en: '' },
    pictures: ['drawn:pot'],
    category: '茶具',
    options: [],
    variants: [{ choice: [], priceFen: 21_000, memberPricesFen: {} }],
    isOnSale: true,
    opensAt: null,
    earlyHours: {},
  }
  await say('owner', 'merchant', 'products.save', { product: 'pot', expectedVersion: 0, rules })
  await say('owner', 'merchant', 'stock.change', { sku: 'pot', change: 50 })
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  await stack?.stop()
})
afterEach(() => stack.post('/local/faults', { rules: [] }))

async function say(openid: string, fn: string, action: string, input: object): Promise<unknown> {
  const reply = await stack.call(openid, fn, action, input, randomUUID())
  if (!reply.ok) throw new Error(`${action}: ${reply.error.message}`)
  return reply.value
}

/** An order of a teapot that was paid by WeChat; answers its number. */
async function bought(): Promise<string> {
  const lines = [{ sku: 'pot', quantity: 1 }]
  const { seen } = (await say('buyer', 'shopper', 'shopOrders.quote', {
    lines,
    choices: CHOICES,
  })) as OutputOf<'shopOrders.quote'>
  const wish = { lines, choices: CHOICES, seen, address: ADDRESS }
  const { order } = (await say('buyer', 'shopper', 'shopOrders.place', wish)) as OutputOf<'shopOrders.place'>
  await stack.post('/local/wechat/pay', { outTradeNo: order.id, outcome: 'success' })
  return order.id
}

/** An order whose refund WeChat would not make; answers the number of the refund. */
async function refusedRefund(): Promise<string> {
  const orderId = await bought()
  const rest = { orderId, request: { of: 'rest' } }
  const { amountFen, freightFen, back, points } = (await say(
    'clerk',
    'merchant',
    'shopOrders.previewRefund',
    rest,
  )) as OutputOf<'shopOrders.previewRefund'>
  const rules = [{ fault: 'payRefuses', call: 'refund', code: 'INVALID_REQUEST' }]
  await stack.post('/local/faults', { rules })
  const seen = { amountFen, freightFen, back, points }
  const refunded = await say('clerk', 'merchant', 'shopOrders.refund', { ...rest, reason: '退货', seen })
  await stack.post('/local/faults', { rules: [] })
  return `${orderId}-${(refunded as { refundId: string }).refundId}`
}

/** A payment that was booked and that WeChat never heard of. */
async function plant(outTradeNo: string): Promise<void> {
  const { cloud, memberId } = databaseOf(stack)
  const at = Date.parse(`${DAY}T09:30:00+08:00`)
  await insert<Payment>(cloud, 'payments', {
    _id: outTradeNo,
    schemaVersion: 1,
    for: { of: 'shopOrder', orderId: outTradeNo },
    member: memberId('buyer'),
    openid: 'buyer',
    kind: 'goods',
    description: '茶壶',
    amountFen: 21_000,
    createdAt: at,
    expiresAt: at + 1,
    dueAt: 0,
    state: 'paid',
    transactionId: '4200',
    paidAt: at,
  })
}

const open = (look: (typeof looks)[number], at: string, openid = 'owner') =>
  AppPage.open(browser, { stackUrl: stack.url, openid, look, at })

describe.each(named(oneLook))('before anything was paid, $name', ({ look }) => {
  it('says so, and is closed to a clerk', async () => {
    const app = await open(look, BILLS)
    await app.seeId('bills-empty')
    await app.picture('bills-empty')
    await app.leave()
    const refunds = await open(look, REFUNDS)
    await refunds.seeId('refunds-empty')
    await refunds.picture('refunds-empty')
    await refunds.leave()
    const clerk = await open(look, BILLS, 'clerk')
    await clerk.see(clerk.text.failure.forbiddenTitle)
    await clerk.leave()
  })
})

describe.each(named(looks))('refunds by WeChat, $name', ({ look }) => {
  it('that WeChat refused are asked for again, or paid out in the shop', async () => {
    const [again, byHand] = [await refusedRefund(), await refusedRefund()]
    const app = await open(look, OVERVIEW)
    const text = app.text.payments.refunds
    await app.at('to-weChatRefunds').scrollIntoViewIfNeeded()
    await app.see(text.refused(2))
    await app.tap('to-weChatRefunds')
    await app.arrive('refunds-page')
    await app.seeId(`refund-${again}`)
    await app.picture('refunds-refused')

    await app.tap(`retry-${again}`)
    await app.at(`refund-${again}`).waitFor({ state: 'detached' })
    await app.tap(`by-hand-${byHand}`)
    await app.seeId('by-hand-note')
    await app.tap('by-hand-confirm')
    await app.see(text.noteMissing)
    await app.picture('refunds-by-hand')
    await app.at('by-hand-note').locator('input').fill('现金退还，已签收')
    await app.tap('by-hand-confirm')
    await app.seeId('refunds-empty')

    await app.tap('refunds-over')
    await app.seeId(`refund-${byHand}`)
    await app.see(app.text.payments.states.byHand)
    await app.picture('refunds-over')
    await app.leave()
  })
})

describe("WeChat's bills", () => {
  beforeAll(async () => {
    await bought()
    await plant('planted')
    await stack.post('/local/clock', { now: '2026-03-12T10:30:00+08:00' })
    await stack.post('/local/timers/hourly', {})
  })

  it.each(named(looks))('differ on one day, which opens into what differs, $name', async ({ look }) => {
    const app = await open(look, OVERVIEW)
    const text = app.text.payments
    await app.at('to-bills').scrollIntoViewIfNeeded()
    await app.tap('to-bills')
    await app.arrive('bills-page')
    await app.seeId('bill-2026-03-11')
    await app.picture('bills')
    await app.tap('bills-differing')
    await app.at('bill-2026-03-11').waitFor({ state: 'detached' })
    await app.tap(`bill-${DAY}`)
    await app.arrive('bill-page')
    await app.see(text.bill.kinds.missingThere)
    await app.see(text.bill.advice.missingThere)
    await app.picture('bill-differs')
    await app.at('bill-check-again').scrollIntoViewIfNeeded()
    await app.tap('bill-check-again')
    await app.see(text.bill.kinds.missingThere)
    await app.picture('bill-advice')
    await app.back('bills-page')
    await app.leave()
  })
})
