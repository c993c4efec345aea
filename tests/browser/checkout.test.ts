import type { InputOf, OutputOf } from '@shared/contracts'
import type { Browser, Page } from 'playwright-core'
import { launchBrowser } from '../support/browser'
import { AppPage } from './appPage'
import { CAKES, FLASK, startBuyingShop, type BuyingShop } from './buying'
import { looks, named } from './looks'

type Request = InputOf<'shopOrders.previewRefund'>['request']

const productAt = (id: string) => `features/shop/product/index?product=${encodeURIComponent(id)}`
const ADDRESS = { name: '林小雨', phone: '13800000000', region: '浙江省杭州市西湖区', street: '龙井路 1 号' }

// A person's way through the app, on a machine that does other things too.
jest.setTimeout(180_000)

let shop: BuyingShop
let browser: Browser

beforeAll(async () => {
  shop = await startBuyingShop(named(looks).map(({ name }) => `buyer-${name}`))
  browser = await launchBrowser()
})

afterAll(async () => {
  await browser?.close()
  await shop?.stack.stop()
})

const open = (openid: string, look: (typeof looks)[number], at: string) =>
  AppPage.open(browser, { stackUrl: shop.stack.url, openid, look, at })

const type = (app: AppPage, id: string, text: string) => app.at(id).locator('input').fill(text)
const plain = async (app: AppPage, id: string) => (await app.at(id).innerText()).replace(/[\s,]/g, '')

async function fillCart(app: AppPage, openid: string): Promise<void> {
  await app.arrive('product-page')
  await app.tap('quantity-more')
  await app.tap('add-to-cart')
  await app.toastGone()
  await app.page.goto(`${shop.stack.url}/app/?openid=${openid}#/${productAt(CAKES)}`)
  await app.arrive('product-page')
  await app.tap('add-to-cart')
  await app.toastGone()
  await app.tap('to-cart')
  await app.arrive('cart-page')
}

/** The explanation that is open, and the sheet closed again. */
async function explained(app: AppPage, picture: string): Promise<string> {
  await app.seeExplanation()
  await app.picture(picture)
  const said = await app.page.locator('.explanation').filter({ visible: true }).innerText()
  await app.tap('explain-close')
  await app.page.locator('.explanation').filter({ visible: true }).waitFor({ state: 'detached' })
  return said
}

function orderOf(page: Page): string {
  return /order=([\w-]+)/.exec(page.url())?.[1] ?? ''
}

/** The shop refunds as it was previewed. */
async function refund(orderId: string, request: Request, reason: string): Promise<void> {
  const { amountFen, freightFen, back, points } = await shop.owner<OutputOf<'shopOrders.previewRefund'>>(
    'shopOrders.previewRefund',
    { orderId, request },
  )
  const seen = { amountFen, freightFen, back, points }
  await shop.owner('shopOrders.refund', { orderId, request, reason, seen })
}

describe.each(named(looks))('an order, $name', ({ look, name }) => {
  it('is paid with a coupon, points, stored value and WeChat Pay, and goes back the same ways', async () => {
    const openid = `buyer-${name}`
    const app = await open(openid, look, productAt(FLASK))
    const { text } = app
    await fillCart(app, openid)
    await app.picture('cart-to-checkout')
    await app.tap('to-checkout')
    await app.arrive('checkout-page')
    await app.seeId('quote-sums')
    await app.picture('checkout-first')

    await app.tap('address-card')
    await app.arrive('address-page')
    await type(app, 'address-phone', 'no phone')
    await app.tap('save-address')
    await app.see(text.checkout.address.faults.phone)
    await app.picture('address-faults')
    for (const [part, value] of Object.entries(ADDRESS)) await type(app, `address-${part}`, value)
    await app.tap('save-address')
    await app.arrive('checkout-page')
    await app.see(ADDRESS.street)

    await app.tap('choose-coupons')
    await app.seeId('coupon-sheet')
    await app.picture('checkout-coupons')
    await app.tapText(text.checkout.coupons.takesOff('¥20.00'))
    await app.page.locator('.coupon-row__mark--on').waitFor()
    await app.tap('coupon-sheet-close')
    await app.tap('choose-points')
    await type(app, 'points-typed', '1250')
    await app.see(text.checkout.points.taken('1,200'))
    await app.picture('checkout-points')
    await app.tap('use-points')
    await app.tap('choose-balance')
    await app.tap('balance-upTo')
    await type(app, 'balance-typed', '500')
    await app.see(text.checkout.balance.tooMuch('¥120.00'))
    await app.picture('checkout-balance')
    await app.tap('balance-all')
    await app.tap('use-balance')

    // Two flasks and a box of cakes at the silver price, 20 off, 12 by points, 10 of freight: 120 of the balance first.
    await app.page.waitForFunction(() => document.body.innerText.replace(/\s/g, '').includes('¥147.00'))
    await app.picture('checkout')
    await app.tap('explain-quote')
    const steps = await explained(app, 'explain-quote')
    for (const amount of [
      '¥303.00',
      '−¥14.00',
      '−¥20.00',
      '−¥12.00',
      '¥267.00',
      '¥100.00',
      '¥20.00',
      '¥147.00',
    ])
      expect(steps).toContain(amount)

    await app.tap('place-order')
    await app.seeId('paying')
    await app.picture('paying')
    await shop.inSheet(openid, 'success')
    await app.seeId('result-paid')
    await app.picture('result-paid')
    expect(await plain(app, 'result-paid')).toContain('¥267.00')
    await app.tap('to-order')
    await app.arrive('shop-order-page')
    await app.see(text.shopOrders.states.paid)
    await app.picture('order-paid')
    await app.tap('explain-quote')
    expect(await explained(app, 'explain-order-quote')).toContain('¥147.00')
    await app.tap('explain-earned')
    expect(await explained(app, 'explain-order-earned')).not.toBe('')
    const orderId = orderOf(app.page)

    await app.tap('ask-refund')
    await app.arrive('ask-refund-page')
    await app.tap('refund-of-lines')
    await app.tap('send-refund')
    await app.see(text.shopOrders.askRefund.nothing)
    await app.tap('refund-line-1-more')
    await app.tap('reason-1')
    await app.picture('ask-refund')
    await app.tap('send-refund')
    await app.arrive('shop-order-page')
    await app.seeId('refund-asked')
    await app.picture('order-refund-asked')

    const half: Request = { of: 'lines', lines: [{ line: 1, quantity: 1 }], freightFen: 0 }
    await refund(orderId, half, look.language === 'zh' ? '杯盖松动' : 'The lid is loose')
    await app.page.reload()
    await app.seeId('refund-0')
    await app.picture('order-refunded-half')
    const first = await plain(app, 'refund-0')
    for (const channel of ['principal', 'bonus', 'wechat'] as const)
      expect(first).toContain(text.shopOrders.sums.paid[channel].replace(/\s/g, ''))
    await app.tap('explain-refund-0')
    expect(await explained(app, 'explain-refund')).toContain('¥')

    await refund(orderId, { of: 'rest' }, look.language === 'zh' ? '不想要了' : 'No longer needed')
    await shop.later(1)
    await app.page.reload()
    await app.see(text.shopOrders.states.refunded)
    await app.seeId('refund-1')
    await app.see(text.shopOrders.refund.wechat.done)
    await app.picture('order-refunded')
    await app.tap('explain-refund-1')
    const rest = await explained(app, 'explain-refund-rest')
    expect(rest).toContain(look.language === 'zh' ? '退回' : 'comes back')
    const { balances } = await shop.shopper<{ balances: object }>(openid, 'home.read')
    expect(balances).toMatchObject({ points: 1_200, principal: 10_000, bonus: 2_000 })

    await app.page.goto(`${shop.stack.url}/app/?openid=${openid}#/features/mine/index`)
    await app.tap('orders-row')
    await app.arrive('shop-orders-page')
    await app.see(text.shopOrders.refundedShort('¥267.00'))
    await app.picture('orders')
    await app.leave()
  })
})
