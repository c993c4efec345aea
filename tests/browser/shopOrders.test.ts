import type { OutputOf } from '@shared/contracts'
import type { Browser, Page } from 'playwright-core'
import { launchBrowser } from '../support/browser'
import { AppPage } from './appPage'
import { CAKES, startBuyingShop, type BuyingShop } from './buying'
import { showsLastSeen } from './lastSeen'
import { named, oneLook } from './looks'
import { holdCalls } from './network'

const ORDERS = 'features/shopOrders/index'
const CHECKOUT = 'features/checkout/index'
const orderAt = (id: string) => `features/shopOrders/order/index?order=${id}`
const ADDRESS = { name: '林小雨', phone: '13800000000', region: '浙江省杭州市西湖区', street: '龙井路 1 号' }
const WAYS = ['declines', 'lapses', 'changes', 'balance', 'receives', 'waits', 'nothing'] as const

// A person's way through the app, on a machine that does other things too.
jest.setTimeout(120_000)

let shop: BuyingShop
let browser: Browser

beforeAll(async () => {
  shop = await startBuyingShop(named(oneLook).flatMap(({ name }) => WAYS.map((way) => `${way}-${name}`)))
  browser = await launchBrowser()
})

afterAll(async () => {
  await browser?.close()
  await shop?.stack.stop()
})

type Look = (typeof oneLook)[number]

const open = (openid: string, look: Look, at: string, before?: (page: Page) => Promise<void>) =>
  AppPage.open(browser, { stackUrl: shop.stack.url, openid, look, at, before })

/** The app at the checkout, with what stands in this phone's cart and where it goes. */
async function atCheckout(openid: string, look: Look, pieces: number): Promise<AppPage> {
  const kept = {
    [`changke.cart.${openid}`]: JSON.stringify([{ sku: CAKES, quantity: pieces }]),
    [`changke.address.${openid}`]: JSON.stringify(ADDRESS),
  }
  const app = await open(openid, look, CHECKOUT, async (page) => {
    await page.addInitScript((entries) => {
      for (const [key, data] of Object.entries(entries))
        if (localStorage.getItem(key) === null) localStorage.setItem(key, JSON.stringify({ data }))
    }, kept)
  })
  await app.arrive('checkout-page')
  await app.seeId('quote-sums')
  return app
}

/** An order of what is given, paid with WeChat Pay alone. */
async function placed(openid: string, quantity: number): Promise<string> {
  const lines = [{ sku: CAKES, quantity }]
  const choices = { coupons: [], points: 0, balance: { of: 'none' } }
  const { seen } = await shop.shopper<OutputOf<'shopOrders.quote'>>(openid, 'shopOrders.quote', {
    lines,
    choices,
  })
  const input = { lines, choices, seen, address: ADDRESS }
  return (await shop.shopper<OutputOf<'shopOrders.place'>>(openid, 'shopOrders.place', input)).order.id
}

async function paid(openid: string, quantity: number): Promise<string> {
  const orderId = await placed(openid, quantity)
  await shop.inSheet(openid, 'success')
  await shop.shopper(openid, 'shopOrders.checkPayment', { orderId })
  return orderId
}

/** One box of cakes at the silver price, and freight: all of it is left for WeChat. */
const useNoBalance = async (app: AppPage) => {
  await app.tap('choose-balance')
  await app.tap('balance-none')
  await app.tap('use-balance')
  await app.see(app.text.checkout.bar.placeAndPay('¥53.00'))
}

describe.each(named(oneLook))('orders, $name', ({ look, name }) => {
  it('wait for who closed the sheet, and are paid later', async () => {
    const openid = `declines-${name}`
    const app = await atCheckout(openid, look, 1)
    await useNoBalance(app)
    await app.tap('place-order')
    await app.seeId('paying')
    await shop.inSheet(openid, 'decline')
    await app.seeId('result-waiting')
    await app.picture('result-waiting')
    await app.tap('to-order')
    await app.arrive('shop-order-page')
    await app.see(app.text.shopOrders.states.awaitingPayment)
    await app.picture('order-waiting')
    await app.tap('pay-order')
    await shop.inSheet(openid, 'success')
    await app.see(app.text.shopOrders.states.paid)
    await app.leave()
  })

  it('are cancelled by themselves when nobody pays, and by hand, and say what came back', async () => {
    const openid = `lapses-${name}`
    const app = await atCheckout(openid, look, 3)
    await app.tap('place-order')
    await app.seeId('paying')
    await app.tap('pay-later')
    await app.arrive('shop-order-page')
    await app.seeId('pay-order')
    expect(await shop.shopper(openid, 'home.read')).toMatchObject({ balances: { principal: 10_000 } })
    await shop.later(20)
    await app.page.reload()
    await app.see(app.text.shopOrders.hints.cancelled)
    await app.picture('order-cancelled')
    expect(await app.at('pay-order').count()).toBe(0)
    const orderId = await placed(openid, 1)
    await app.page.goto(`${shop.stack.url}/app/?openid=${openid}#/${orderAt(orderId)}`)
    await app.tap('cancel-order')
    await app.seeId('cancel-sheet')
    await app.picture('cancel-order')
    await app.tap('cancel-sheet-confirm')
    await app.see(app.text.shopOrders.hints.cancelled)
    await app.leave()
  })

  it('are not placed as something else than was seen: what differs is told one by one', async () => {
    const openid = `changes-${name}`
    const app = await atCheckout(openid, look, 2)
    await app.tap('choose-coupons')
    await app.see(app.text.checkout.coupons.title)
    expect(await app.at('coupon-sheet').innerText()).toMatch(
      look.language === 'zh' ? /再买|不适用|不能/ : /./,
    )
    await app.picture('coupons-unusable')
    await app.tap('coupon-sheet-close')
    const product = await shop.owner<OutputOf<'products.read'>>('products.read', { product: CAKES })
    const { version, rules } = product
    const dearer = {
      ...rules,
      variants: rules.variants.map((each) => ({ ...each, priceFen: 5_000, memberPricesFen: {} })),
    }
    await shop.owner('products.save', { product: CAKES, expectedVersion: version, rules: dearer })
    await app.tap('place-order')
    await app.seeId('quote-changes')
    expect((await app.at('quote-changes').innerText()).replace(/\s/g, '')).toContain('¥100.00')
    await app.picture('quote-changed')
    await shop.owner('products.save', { product: CAKES, expectedVersion: version + 1, rules })
    await app.leave()
  })

  it('are paid at once when stored value reaches', async () => {
    const openid = `balance-${name}`
    const app = await atCheckout(openid, look, 2)
    await app.see(app.text.checkout.bar.nothingLeft)
    await app.picture('checkout-paid-at-once')
    await app.tap('place-order')
    await app.seeId('result-paid')
    await app.leave()
  })

  it('are shipped, received, and asked to be refunded until that is withdrawn', async () => {
    const openid = `receives-${name}`
    const orderId = await paid(openid, 1)
    await shop.owner('shopOrders.ship', { orderId, carrier: 'SF', trackingNumber: 'SF1234567890' })
    const app = await open(openid, look, orderAt(orderId))
    await app.see('SF1234567890')
    await app.picture('order-shipped')
    await app.tap('receive-order')
    await app.seeId('receive-sheet')
    await app.tap('receive-sheet-confirm')
    await app.see(app.text.shopOrders.states.received)
    await app.tap('ask-refund')
    await app.arrive('ask-refund-page')
    await app.tap('reason-0')
    await app.tap('send-refund')
    await app.arrive('shop-order-page')
    await app.tap('withdraw-refund')
    await app.seeId('ask-refund')
    expect(await app.at('refund-asked').count()).toBe(0)
    await app.leave()
  })

  it('are listed by state, with the time that is left to pay', async () => {
    const openid = `waits-${name}`
    await paid(openid, 1)
    const waiting = await placed(openid, 2)
    let release: (() => void) | undefined
    const app = await open(openid, look, ORDERS, async (page) => void (release = await holdCalls(page)))
    await app.page.locator('.skeleton').filter({ visible: true }).waitFor()
    await app.picture('orders-loading')
    release?.()
    await app.seeId(`order-${waiting}`)
    expect(await app.at(`order-${waiting}`).innerText()).toMatch(/1[0-5]:[0-5]\d/)
    await app.picture('orders-two')
    await app.tap('orders-paid')
    await app.page.waitForFunction((id) => !document.getElementById(id), `order-${waiting}`)
    await app.seeId('orders-list')
    await app.tap('orders-all')
    await showsLastSeen(app, 'orders-list', 'orders-offline')
    await app.leave()
  })

  it('are none, or not one of one’s own, or not for who has not joined', async () => {
    const app = await open(`nothing-${name}`, look, ORDERS)
    await app.seeId('orders-empty')
    await app.picture('orders-empty')
    await app.page.goto(`${shop.stack.url}/app/?openid=nothing-${name}#/${orderAt('none')}`)
    await app.see(app.text.shopOrders.order.gone)
    await app.picture('order-gone')
    await app.page.goto(`${shop.stack.url}/app/?openid=nothing-${name}#/${CHECKOUT}`)
    await app.seeId('checkout-empty')
    await app.leave()
    const guest = await open(`guest-${name}`, look, ORDERS)
    await guest.see(guest.text.failure.notMemberTitle)
    await guest.leave()
  })
})
