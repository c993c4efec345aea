import type { Browser } from 'playwright-core'
import { formatCount, formatMoney } from '@/i18n/format'
import { launchBrowser } from '../support/browser'
import { makeLively } from '../support/livelyShop'
import { startStack, type RunningStack } from '../support/startStack'
import { AppPage } from './appPage'
import { looks, named, oneLook } from './looks'

const TODAY = '2026-03-10'
const OVERVIEW = 'features/merchant/overview/index'

// A person's way through the app, on a machine that does other things too.
jest.setTimeout(90_000)

let stack: RunningStack
let browser: Browser

beforeAll(async () => {
  stack = await startStack({ clock: `${TODAY}T09:00:00+08:00` })
  browser = await launchBrowser()
})

afterAll(async () => {
  await browser?.close()
  await stack?.stop()
})

describe.each(named(oneLook))('at the door, $name', ({ look }) => {
  it('tells the owner of an empty shop how members come', async () => {
    await stack.post('/local/staff', { openid: 'owner', role: 'owner' })
    const app = await AppPage.open(browser, {
      stackUrl: stack.url,
      openid: 'owner',
      look,
      at: OVERVIEW,
    })
    await app.seeId('overview-empty')
    await app.picture('overview-empty')
    await app.leave()
  })

  it('lets nobody in who does not work here, and shows them no way', async () => {
    const visitor = { stackUrl: stack.url, openid: 'passer-by', look }
    const uninvited = await AppPage.open(browser, { ...visitor, at: OVERVIEW })
    await uninvited.see(uninvited.text.failure.forbiddenTitle)
    await uninvited.picture('overview-forbidden')
    await uninvited.tap('leave-button')
    await uninvited.arrive('home-page')
    await uninvited.tab(uninvited.text.tabs.mine)
    await uninvited.arrive('mine-page')
    await uninvited.see(uninvited.text.mine.guest)
    expect(await uninvited.at('merchant-entry').count()).toBe(0)
    await uninvited.leave()
  })
})

describe.each(named(looks))('the owner, $name', ({ look }) => {
  it('finds the way in and reads the shop', async () => {
    const shop = await makeLively(stack, TODAY)
    const app = await AppPage.open(browser, { stackUrl: stack.url, openid: shop.owner, look })
    const { text } = app
    await app.tab(text.tabs.mine)
    await app.see(text.mine.merchantHint.owner)
    await app.arrive('mine-page')
    await app.picture('mine-owner')

    await app.tap('merchant-entry')
    await app.arrive('overview-page')
    await app.at('overview-members').getByText(formatCount(shop.members)).waitFor()
    expect(await app.at('overview-sales').innerText()).toContain(text.overview.sales)
    const sales = (await app.at('overview-sales').innerText()).replace(/\s/g, '')
    expect(sales).toContain(formatMoney(shop.salesFen))
    await app.picture('overview')

    await app.at('month-chart').scrollIntoViewIfNeeded()
    await app.picture('overview-chart')
    await app.tap('month-table-toggle')
    await app.at('month-table').scrollIntoViewIfNeeded()
    await app.picture('overview-month')
    await app.leave()
  })
})
