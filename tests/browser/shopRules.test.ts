import type { Browser } from 'playwright-core'
import type { OutputOf } from '@shared/contracts'
import { DEFAULT_SHOP } from '@shared/rules/shopOrders/settings'
import { launchBrowser } from '../support/browser'
import { AppPage } from './appPage'
import { CAKES, startBuyingShop, type BuyingShop } from './buying'
import { looks, named } from './looks'

type Stored = Extract<OutputOf<'settings.read'>, { topic: 'shop' }>
type Quoted = OutputOf<'shopOrders.quote'>['quote']

// A person's way through the app, on a machine that does other things too.
jest.setTimeout(180_000)

let shop: BuyingShop
let browser: Browser

beforeAll(async () => {
  shop = await startBuyingShop(['buyer'])
  browser = await launchBrowser()
})

afterAll(async () => {
  await browser?.close()
  await shop?.stack.stop()
})

const stored = () => shop.owner<Stored>('settings.read', { topic: 'shop' })

async function save(patch: Partial<Stored['value']>): Promise<void> {
  const { version } = await stored()
  const { version: _, ...value } = DEFAULT_SHOP
  await shop.owner('settings.save', {
    topic: 'shop',
    expectedVersion: version,
    value: { ...value, ...patch },
  })
}

/** What a shopper is told now of a box of cakes: a minute later, since no function keeps settings for as long. */
async function quoted(): Promise<Quoted> {
  await shop.later(1)
  const choices = { coupons: [], points: 0, balance: { of: 'none' } }
  const lines = [{ sku: CAKES, quantity: 1 }]
  const { quote } = await shop.shopper<OutputOf<'shopOrders.quote'>>('buyer', 'shopOrders.quote', {
    lines,
    choices,
  })
  return quote
}

const told = ({ explanation }: Quoted) => explanation.map(({ label }) => label.en)

const type = (app: AppPage, id: string, text: string) => app.at(id).locator('input').fill(text)

describe.each(named(looks))('freight and discounts, $name', ({ look }) => {
  const isChinese = look.language === 'zh'
  const open = (page: string) =>
    AppPage.open(browser, {
      stackUrl: shop.stack.url,
      openid: 'owner',
      look,
      at: `features/merchant/${page}`,
    })

  it('sets what an order’s freight is and from when it is free, as a shopper then sees', async () => {
    await save({ freightFen: 1_000 })
    const app = await open('overview/index')
    await app.at('to-shopRules').scrollIntoViewIfNeeded()
    await app.tap('to-shopRules')
    await app.arrive('shop-rules-page')
    await app.see(app.text.shopRules.none)
    await app.picture('shop-rules-empty')
    await type(app, 'freight', '6.50')
    await app.tap('is-free-from')
    await type(app, 'free-from', '')
    await app.see(app.text.rules.save.unfinished)
    await type(app, 'free-from', '1000')
    await app.tap('add-discount')
    await app.see(app.text.shopRules.saveFirst)
    await app.toastGone()
    await app.picture('shop-rules-freight')
    const { version } = await stored()
    await app.tap('save')
    await app.see(app.text.rules.save.saved(version + 1))
    expect((await stored()).value).toMatchObject({ freightFen: 650, freeFromFen: 100_000 })
    expect((await quoted()).freightFen).toBe(650)
    await save({ freightFen: 650, freeFromFen: 100 })
    expect((await quoted()).freightFen).toBe(0)
    await app.leave()
  })

  it('makes a member day that a shopper gets, sees how each stands, and deletes it', async () => {
    const spring = {
      kind: 'campaign' as const,
      id: 'spring',
      name: { zh: '春茶节', en: 'Spring tea' },
      rateBp: 8_800,
      when: { of: 'dates' as const, from: '2026-04-01', to: '2026-04-07' },
      goods: { of: 'categories' as const, categories: ['茶叶'] },
      audience: { of: 'tiers' as const, tiers: ['gold'] },
      requirement: { of: 'minimumAmount' as const, amountFen: 9_900 },
      stacking: { withAutomatic: false, withCodes: true },
    }
    const over = {
      ...spring,
      id: 'over',
      name: { zh: '年货节', en: 'New Year' },
      when: { of: 'dates' as const, from: '2026-01-01', to: '2026-02-01' },
      goods: { of: 'all' as const },
    }
    await save({ discounts: [spring, over] })
    const before = await quoted()
    const app = await open('shopRules/index')
    await app.tap('add-discount')
    await app.arrive('discount-page')
    const { edit, states } = app.text.shopRules
    // It begins with today, which is the 20th.
    await app.see(states.running)
    await type(app, 'discount-name', '半价会员日')
    await app.see(app.text.rules.save.unsaved)
    await type(app, 'discount-name-en', 'Half-price day')
    await type(app, 'perk-rate', isChinese ? '5' : '50')
    await app.picture('discount-new')
    await app.tap('discount-goods-categories')
    await app.see(edit.needCategory)
    await app.tap('discount-category-茶叶')
    await app.at('with-codes').scrollIntoViewIfNeeded()
    await app.picture('discount-goods')
    await app.tap('discount-goods-all')
    await app.tap('save')
    await app.arrive('shop-rules-page')
    await app.see(isChinese ? '半价会员日' : 'Half-price day')
    await app.see(states.running)
    await app.see(states.ended)
    await app.toastGone()
    await app.at('add-discount').scrollIntoViewIfNeeded()
    await app.picture('shop-rules')

    const made = (await stored()).value.discounts.at(-1)
    expect(made).toMatchObject({
      kind: 'memberDay',
      rateBp: 5_000,
      when: { of: 'dayOfMonth', dayOfMonth: 20 },
    })
    const after = await quoted()
    expect(told(before)).not.toContain('Member day "Half-price day", 50% off')
    expect(told(after)).toContain('Member day "Half-price day", 50% off')
    expect(after.goodsFen).toBeLessThan(before.goodsFen)

    await app.tap(`discount-${made?.id ?? ''}`)
    await app.arrive('discount-page')
    await type(app, 'day-of-month', '31')
    await app.see(edit.shortMonths)
    await app.tap('kind-campaign')
    await app.at('when-from').scrollIntoViewIfNeeded()
    await app.picture('discount-campaign')
    await app.at('delete-discount').scrollIntoViewIfNeeded()
    await app.tap('delete-discount')
    await app.see(edit.deleteTitle)
    await app.picture('discount-delete')
    await app.tap('delete-sheet-confirm')
    await app.arrive('shop-rules-page')
    expect((await stored()).value.discounts.map(({ id }) => id)).toEqual(['spring', 'over'])
    expect(told(await quoted())).not.toContain('Member day "Half-price day", 50% off')
    await app.leave()
  })

  it('tells that a category is gone before it can be saved', async () => {
    await save({
      discounts: [
        {
          kind: 'campaign',
          id: 'snacks',
          name: { zh: '点心节', en: 'Snack days' },
          rateBp: 8_000,
          when: { of: 'always' },
          goods: { of: 'categories', categories: ['茶叶', await aCategoryThatGoes()] },
          audience: { of: 'everyone' },
          requirement: { of: 'none' },
          stacking: { withAutomatic: false, withCodes: true },
        },
      ],
    })
    await dropCategory()
    const app = await open('shopRules/index')
    await app.tap('discount-snacks')
    await app.arrive('discount-page')
    await type(app, 'discount-name-en', 'Snacks')
    await app.see(app.text.shopRules.edit.categoriesGone)
    await app.at('discount-category-过季').scrollIntoViewIfNeeded()
    await app.picture('discount-category-gone')
    await app.tap('discount-category-过季')
    await app.tap('save')
    await app.arrive('shop-rules-page')
    expect((await stored()).value.discounts[0]).toMatchObject({
      name: { en: 'Snacks' },
      goods: { categories: ['茶叶'] },
    })
    await app.leave()
  })
})

const GOES = { id: '过季', name: { zh: '过季', en: 'Past season' } }

async function aCategoryThatGoes(): Promise<string> {
  const { version, categories } = await shop.owner<OutputOf<'categories.list'>>('categories.list', {})
  await shop.owner('categories.save', { expectedVersion: version, categories: [...categories, GOES] })
  return GOES.id
}

async function dropCategory(): Promise<void> {
  const { version, categories } = await shop.owner<OutputOf<'categories.list'>>('categories.list', {})
  const left = categories.filter(({ id }) => id !== GOES.id)
  await shop.owner('categories.save', { expectedVersion: version, categories: left })
}
