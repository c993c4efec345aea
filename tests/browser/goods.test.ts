import type { Browser, Page } from 'playwright-core'
import { launchBrowser } from '../support/browser'
import { databaseOf } from '../support/databaseOf'
import { startStack, type RunningStack } from '../support/startStack'
import { fillShelves } from '../../local/worlds/shelves'
import { AppPage } from './appPage'
import { showsLastSeen } from './lastSeen'
import { looks, named, oneLook } from './looks'
import { holdCalls } from './network'

const TODAY = '2026-03-10'
const SHOP = 'features/shop/index'
const FLASK = '保温杯 500 毫升'
const OOLONG = '铁观音 125 克'
const LONGJING = '明前龙井 100 克'
const productAt = (id: string) => `features/shop/product/index?product=${encodeURIComponent(id)}`
const merchantAt = (page: string, id?: string) =>
  `features/merchant/${page}/index${id === undefined ? '' : `?product=${encodeURIComponent(id)}`}`

// A person's way through the app, on a machine that does other things too.
jest.setTimeout(120_000)

let stack: RunningStack
let browser: Browser

beforeAll(async () => {
  stack = await startStack({ clock: `${TODAY}T09:00:00+08:00` })
  await stack.post('/local/staff', { openid: 'owner', role: 'owner' })
  await stack.post('/local/staff', { openid: 'clerk', role: 'clerk' })
  await stack.call('silver', 'shopper', 'member.join', { consentVersion: '1' })
  const lines = [{ category: null, product: null, quantity: 1, amountFen: 120_000 }]
  const member = databaseOf(stack).memberId('silver')
  await call('orders.record', { member, number: 'first', lines })
  browser = await launchBrowser()
})

afterAll(async () => {
  await browser?.close()
  await stack?.stop()
})

async function call(action: string, input: object): Promise<unknown> {
  const reply = await stack.call('owner', 'merchant', action, input)
  if (!reply.ok) throw new Error(reply.error.message)
  return reply.value
}

const open = (
  openid: string,
  look: (typeof looks)[number],
  at: string,
  before?: (page: Page) => Promise<void>,
) => AppPage.open(browser, { stackUrl: stack.url, openid, look, at, before })

const type = (app: AppPage, id: string, text: string) => app.at(id).locator('input').fill(text)
const textOf = (app: AppPage, id: string) => app.at(id).innerText()

describe.each(named(oneLook))('a shop that is not filled yet, $name', ({ look }) => {
  it('says so to shoppers, and leads its people to the first thing to do', async () => {
    const shopper = await open('silver', look, SHOP)
    await shopper.seeId('shop-empty')
    await shopper.picture('shop-empty')
    await shopper.tap('to-cart')
    await shopper.seeId('cart-empty')
    await shopper.picture('cart-empty')
    await shopper.leave()
    const owner = await open('owner', look, merchantAt('products'))
    await owner.seeId('no-categories')
    await owner.picture('products-no-categories')
    await owner.tap('add-category')
    await owner.arrive('categories-page')
    await owner.leave()
  })
})

describe('a shop with goods', () => {
  beforeAll(async () => {
    await fillShelves({ baseUrl: stack.url, openid: 'owner' }, TODAY)
    // Made once more, as after a stop: nothing comes in twice.
    await fillShelves({ baseUrl: stack.url, openid: 'owner' }, TODAY)
  })

  describe.each(named(looks))('for a shopper, $name', ({ look, name }) => {
    it('shows what there is by category, at their price, and when the rest opens', async () => {
      const openid = await silver(`looks-${name}`)
      const app = await open(openid, look, 'features/home/index')
      await app.tab(app.text.tabs.shop)
      await app.arrive('shop-page')
      await app.seeId('goods')
      await app.picture('shop')
      expect(await textOf(app, 'goods')).toContain(app.text.shop.soldOut)
      await app.tap('category-2')
      await app.page.waitForFunction(
        () =>
          !document.body.innerText.includes('保温杯') && !document.body.innerText.includes('Vacuum flask'),
      )
      await app.picture('shop-category')
      await app.tap('category-0')
      await app.see(look.language === 'zh' ? LONGJING : 'Longjing')
      await app.tapText(look.language === 'zh' ? LONGJING : 'Longjing')
      await app.arrive('product-page')
      const opening = await textOf(app, 'opening')
      expect(opening).toContain(app.text.shop.opensIn(app.text.shop.days(1)))
      expect(opening).toContain(app.text.shop.product.opensToAll)
      await app.picture('product-early')
      expect(await app.at('add-to-cart').count()).toBe(0)
      await app.leave()
    })

    it('takes a choice into the cart, which says what is wrong when goods run out, and keeps favourites', async () => {
      const openid = await silver(`buys-${name}`)
      const app = await open(openid, look, productAt(FLASK))
      await app.arrive('product-page')
      await app.picture('product')
      expect(await textOf(app, 'member-prices')).toContain(app.text.shop.product.yourPrice)
      await app.tap('value-black')
      await app.see(app.text.shop.product.soldOutHint)
      await app.tap('value-green')
      await app.tap('quantity-more')
      await app.tap('add-to-cart')
      await app.see(app.text.shop.product.added)
      await app.toastGone()
      await app.tap('favourite')
      await app.see(app.text.shop.product.unfavourite)
      await app.page.mouse.wheel(0, 3_000)
      await app.picture('product-foot')
      await app.page.goto(`${stack.url}/app/?openid=${openid}#/${productAt(OOLONG)}`)
      await app.arrive('product-page')
      for (let more = 0; more < 4; more += 1) await app.tap('quantity-more')
      await app.tap('add-to-cart')
      await app.toastGone()
      await call('stock.change', { sku: OOLONG, change: -4 })
      await app.tap('to-cart')
      await app.arrive('cart-page')
      await app.see(app.text.shop.cart.tooMany(2))
      await app.picture('cart')
      await app.tap('take-0')
      // Two flasks at the silver price, and two of the tea, which has none for silver.
      await app.see(app.text.shop.cart.sum(4))
      expect((await textOf(app, 'cart-sum')).replace(/\s/g, '')).toContain('¥422.00')
      await app.tap('remove-0')
      await app.see(app.text.shop.cart.sum(2))
      await call('stock.change', { sku: OOLONG, change: 4 })
      await app.page.goto(`${stack.url}/app/?openid=${openid}#/features/favourites/index`)
      await app.seeId('favourites')
      await app.picture('favourites')
      await app.leave()
    })
  })

  describe.each(named(oneLook))('in other states, $name', ({ look }) => {
    it('shows a guest the price of everybody, and no heart', async () => {
      const app = await open('guest', look, productAt(FLASK))
      await app.seeId('add-to-cart')
      expect(await app.at('favourite').count()).toBe(0)
      expect(await app.at('member-prices').count()).toBe(0)
      await app.page.goto(`${stack.url}/app/?openid=guest#/features/favourites/index`)
      await app.see(app.text.failure.notMemberTitle)
      await app.leave()
    })

    it('says that a product is not there', async () => {
      const app = await open('silver', look, productAt('没有'))
      await app.see(app.text.shop.product.gone)
      await app.leave()
    })

    it('stands in quiet shapes while it loads, and shows what was last seen without a network', async () => {
      let release: (() => void) | undefined
      const waiting = await open('silver', look, SHOP, async (page) => void (release = await holdCalls(page)))
      await waiting.page.locator('.skeleton').filter({ visible: true }).waitFor()
      await waiting.picture('shop-loading')
      release?.()
      await showsLastSeen(waiting, 'goods', 'shop-offline')
      await waiting.leave()
    })

    it('shows a clerk the stock, and nothing to change', async () => {
      const app = await open('clerk', look, merchantAt('products'))
      await app.seeId('products')
      expect(await app.at('add-product').count()).toBe(0)
      await app.tapText(LONGJING)
      await app.arrive('stock-page')
      await app.seeId('free-0')
      expect(await app.at('add-0').count()).toBe(0)
      await app.leave()
    })

    it('sends a picture of the phone up and shows it', async () => {
      const app = await open('owner', look, merchantAt('product', OOLONG))
      await app.seeId('product-name')
      const choosing = app.page.waitForEvent('filechooser')
      await app.tap('upload-picture')
      const buffer = await app.page.screenshot({ clip: { x: 0, y: 0, width: 64, height: 64 } })
      await (await choosing).setFiles({ name: 'tea.png', mimeType: 'image/png', buffer })
      await app.at('picture-1').locator('img').waitFor()
      const source = await app.at('picture-1').locator('img').getAttribute('src')
      expect(source).toMatch(/^\/local\/storage\/\w{32}\.png$/)
      await app.picture('product-uploaded')
      await app.leave()
    })

    it('tells who edits that somebody else saved meanwhile', async () => {
      const app = await open('owner', look, merchantAt('product', OOLONG))
      await app.seeId('product-name')
      await type(app, 'product-name', '铁观音 正味')
      const { rules, version } = (await call('products.read', { product: OOLONG })) as {
        rules: object
        version: number
      }
      await stack.post('/local/staff', { openid: 'manager', role: 'manager' })
      const input = {
        product: OOLONG,
        expectedVersion: version,
        rules: { ...rules, pictures: ['drawn:tea', 'drawn:pot'] },
      }
      expect(await stack.call('manager', 'merchant', 'products.save', input)).toMatchObject({ ok: true })
      await app.tap('save')
      await app.seeId('load-newest')
      await app.picture('product-editor-newer')
      await app.tap('load-newest')
      await app.seeId('picture-1')
      await app.leave()
    })
  })

  describe.each(named(looks))('for its people, $name', ({ look, name }) => {
    it('lists them, takes a new one with options and member prices, and its stock', async () => {
      const app = await open('owner', look, merchantAt('overview'))
      await app.at('to-goods').scrollIntoViewIfNeeded()
      await app.tap('to-goods')
      await app.arrive('products-page')
      await app.seeId('products')
      await app.picture('products')
      await app.tap('add-product')
      await app.arrive('product-editor')
      await app.seeId('product-name')
      const called = `桂花乌龙 ${name}`
      await type(app, 'product-name', called)
      await type(app, 'product-name-en', `Osmanthus ${name}`)
      await app.tap('product-category-0')
      await app.tap('drawn-tea')
      await app.tap('drawn-pot')
      await app.picture('product-editor')
      await app.tap('add-option')
      await type(app, 'option-0-name', '容量')
      await type(app, 'value-0-0', '50 克')
      await app.tap('add-value-0')
      await type(app, 'value-0-1', '250 克')
      await type(app, 'price-0', '38')
      await app.tap('sold-1')
      await type(app, 'price-1', '158.5')
      await app.tap('member-prices-1')
      await type(app, 'member-price-1-silver', '149')
      await app.at('add-option').scrollIntoViewIfNeeded()
      await app.picture('product-editor-options')
      await app.at('member-price-1-silver').scrollIntoViewIfNeeded()
      await app.picture('product-editor-prices')
      await app.tap('product-on-sale')
      await app.tap('product-opens')
      await app.at('early-black').scrollIntoViewIfNeeded()
      await app.picture('product-editor-opening')
      await app.tap('product-opens')
      await app.tap('save')
      await app.arrive('products-page')
      await app.toastGone()
      await app.tapText(look.language === 'zh' ? called : `Osmanthus ${name}`)
      await app.arrive('product-editor')
      await app.at('to-stock').scrollIntoViewIfNeeded()
      await app.tap('to-stock')
      await app.arrive('stock-page')
      await type(app, 'pieces-1', '12')
      await app.tap('add-1')
      await app.see(app.text.goods.stock.done(12))
      await app.toastGone()
      await type(app, 'pieces-1', '20')
      await app.tap('take-1')
      await app.page.locator('.failure-note').filter({ visible: true }).waitFor()
      await app.picture('stock')
      expect(await textOf(app, 'free-1')).toBe('12')
      await app.leave()
      const seen = await stack.call('silver', 'shopper', 'shop.product', { product: called })
      expect(seen).toMatchObject({
        value: {
          variants: [
            { priceFen: 3_800, left: 0 },
            { priceFen: 15_850, memberFen: 14_900, left: 12 },
          ],
        },
      })
    })

    it('adds a category, moves it up, and cannot remove one that has goods', async () => {
      const app = await open('owner', look, merchantAt('categories'))
      await app.seeId('category-0')
      const count = await app.page.locator('.category-card').count()
      await app.tap('add-category')
      await type(app, `category-${count}`, `礼盒 ${name}`)
      await app.tap(`up-${count}`)
      await app.tap('save')
      await app.see(app.text.goods.categories.saved)
      await app.toastGone()
      await app.tap('remove-0')
      await app.tap('remove-sheet-0-confirm')
      await app.tap('save')
      await app.page.locator('.failure-note').filter({ visible: true }).waitFor()
      await app.picture('categories')
      await app.tap('revert')
      await app.leave()
    })
  })
})

/** Somebody new on the silver level. */
async function silver(openid: string): Promise<string> {
  await stack.call(openid, 'shopper', 'member.join', { consentVersion: '1' })
  const member = databaseOf(stack).memberId(openid)
  const lines = [{ category: null, product: null, quantity: 1, amountFen: 120_000 }]
  await call('orders.record', { member, number: openid, lines })
  return openid
}
