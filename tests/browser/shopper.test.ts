import type { OutputOf } from '@shared/contracts'
import type { Browser } from 'playwright-core'
import { launchBrowser } from '../support/browser'
import { makeLively, type LivelyShop } from '../support/livelyShop'
import { startStack, type RunningStack } from '../support/startStack'
import { AppPage } from './appPage'
import { looks, named, oneLook } from './looks'

const TODAY = '2026-03-10'

// A person's way through the app, on a machine that does other things too.
jest.setTimeout(90_000)

let stack: RunningStack
let shop: LivelyShop
let browser: Browser

beforeAll(async () => {
  stack = await startStack({ clock: `${TODAY}T09:00:00+08:00` })
  shop = await makeLively(stack, TODAY)
  browser = await launchBrowser()
})

afterAll(async () => {
  await browser?.close()
  await stack?.stop()
})

describe.each(named(looks))('a shopper, $name', ({ look, name }) => {
  const openid = `newcomer-${name}`

  it('joins, checks in, finds the entry and reads why', async () => {
    const app = await AppPage.open(browser, { stackUrl: stack.url, openid, look })
    const { text } = app
    await app.see(text.home.guestTitle)
    await app.picture('home-guest')
    await app.tap('privacy-link')
    await app.arrive('privacy-page')
    await app.picture('privacy')
    await app.back('home-page')

    await app.tap('join-button')
    await app.seeId('tier-card')
    await app.see(text.checkin.noStreak)
    await app.picture('home-joined')
    await app.toastGone()
    await app.picture('home-member')
    await app.tap('tier-card')
    await app.arrive('tiers-page')
    await app.picture('tiers-newcomer')
    await app.tap('tier-why')
    await app.seeExplanation()
    await app.see(text.explain.rules.tiers)
    await app.picture('explain-tier')
    await app.tap('explain-close')
    await app.back('home-page')

    await app.tap('home-checkin-button')
    await app.see(text.checkin.streak(1))
    await app.seeId('home-checkin-button-done')
    await app.at('points-figure').getByText('5', { exact: true }).waitFor()
    await app.picture('home-checked-in')

    await app.tab(text.tabs.points)
    await app.seeId('ledger')
    const entry = look.language === 'zh' ? '签到 · 连续第 1 天' : 'Check-in · day 1 in a row'
    await app.see(entry)
    await app.picture('points')
    await app.tapText(entry)
    await app.seeExplanation()
    await app.see(text.explain.source)
    await app.picture('explain-entry')
    await app.tap('explain-close')

    await app.tab(text.tabs.mine)
    await app.arrive('mine-page')
    await app.picture('mine')
    await app.tap('checkin-row')
    await app.arrive('checkin-page')
    await app.see(text.checkin.monthCount(1))
    await app.picture('checkin')
    await app.leave()

    const ledger = await stack.call(openid, 'shopper', 'points.ledger')
    expect(ledger).toMatchObject({
      value: { balances: { points: 5, growth: 1 }, entries: [{ kind: 'checkin' }, { kind: 'memberJoined' }] },
    })
  })
})

describe.each(named(oneLook))('a customer of the old history, $name', ({ look }) => {
  it('finds what was kept for them, and all of it', async () => {
    const openid = shop.knownCustomers.shift() ?? ''
    const app = await AppPage.open(browser, { stackUrl: stack.url, openid, look })
    const { text } = app
    await app.see(text.home.keptForYou)
    await app.picture('home-known')
    await app.tap('join-button')
    await app.seeId('tier-card')
    await app.tab(text.tabs.points)
    await app.see(text.points.lots)
    await app.picture('points-history')
    await app.tap('points-balance')
    await app.seeExplanation()
    await app.picture('explain-balance')
    await app.tap('explain-close')

    await app.scrollTo(text.ledger.end)
    await app.picture('points-end')
    const ledger = await stack.call(openid, 'shopper', 'points.ledger')
    const newest = (ledger as { value: OutputOf<'points.ledger'> }).value.entries[0]
    // Joining changed no points.
    expect(await app.page.locator('.ledger-row').count()).toBe((newest?.seq ?? 0) - 1)
    await app.leave()
  })
})
