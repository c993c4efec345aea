import type { InputOf, OutputOf } from '@shared/contracts'
import { DEFAULT_EARNING } from '@shared/rules/earning/settings'
import { formatCount, formatDay, formatMonth } from '@/i18n/format'
import type { Browser } from 'playwright-core'
import { put } from '../../cloudfunctions/database/documentAccess'
import { launchBrowser } from '../support/browser'
import { databaseOf } from '../support/databaseOf'
import { startStack, type RunningStack } from '../support/startStack'
import { AppPage } from './appPage'
import { looks, named, oneLook } from './looks'
import { loseNetwork, restore } from './network'

const TODAY = '2026-12-10'
const DAY_MS = 86_400_000
const POINTS = 'features/points/index'
const MINE = 'features/mine/index'

// A person's way through the app, on a machine that does other things too.
jest.setTimeout(120_000)

let stack: RunningStack
let browser: Browser

const NAMES = [...new Set([...looks, ...oneLook].map((look) => `${look.language}-${look.colorScheme}`))]
const BUYERS = NAMES.map((name) => `buyer-${name}`)
const DEBTOR = 'debtor'
const REGULAR = 'regular'
const REGULARS_ORDERS = 150

type Row = InputOf<'orders.import'>['rows'][number]

beforeAll(async () => {
  stack = await startStack({ clock: `${TODAY}T09:00:00+08:00` })
  await stack.post('/local/staff', { openid: 'owner', role: 'owner' })
  const old = BUYERS.map((openid) => order(openid, 0, '2025-12-20', 12_000))
  const often = Array.from({ length: REGULARS_ORDERS }, (_, i) => order(REGULAR, i, daysAgo(i), 1_000))
  await importRows([...old, ...often])
  for (const openid of [...BUYERS, DEBTOR, REGULAR]) {
    await stack.call(openid, 'shopper', 'member.join', { consentVersion: '1' })
  }
  await owe()
  await rulesNow()
  for (const openid of BUYERS) await sell(openid, 'waiting', 5_000)
  browser = await launchBrowser()
})

afterAll(async () => {
  await browser?.close()
  await stack?.stop()
})

const daysAgo = (days: number): string =>
  new Date(Date.parse(TODAY) - days * DAY_MS).toISOString().slice(0, 10)

const order = (openid: string, number: number, placedDay: string, amountFen: number): Row => ({
  externalId: `${openid}-${number}`,
  customer: openid,
  openid,
  placedDay,
  quantity: 1,
  amountFen,
})

async function importRows(rows: Row[]): Promise<void> {
  const reply = await stack.call('owner', 'merchant', 'orders.import', { source: 'old', rows })
  if (!reply.ok) throw new Error(reply.error.message)
}

async function sell(openid: string, number: string, amountFen: number, points = 0): Promise<string> {
  const member = databaseOf(stack).memberId(openid)
  const line = { category: null, product: null, quantity: 1, amountFen }
  const input = { member, number: `${openid}-${number}`, lines: [line], points }
  const reply = await stack.call('owner', 'merchant', 'orders.record', input)
  if (!reply.ok) throw new Error(reply.error.message)
  return (reply.value as OutputOf<'orders.record'>).orderId
}

/** Buys, spends the points that it earned, and gives the goods back. */
async function owe(): Promise<void> {
  const member = databaseOf(stack).memberId(DEBTOR)
  const orderId = await sell(DEBTOR, 'returned', 60_000)
  await sell(DEBTOR, 'paid-with-points', 2_000, 600)
  const refund = { member, orderId, refundId: 'returned', amountFen: 60_000 }
  const reply = await stack.call('owner', 'merchant', 'orders.refund', refund)
  if (!reply.ok) throw new Error(reply.error.message)
}

/** From now on points come in a week after the order, and growth counts for a year. */
async function rulesNow(): Promise<void> {
  const { cloud } = databaseOf(stack)
  const mode = { kind: 'rolling', windowDays: 365 }
  await put(cloud, 'settings', { _id: 'growth', value: { version: 1, mode } })
  await put(cloud, 'settings', { _id: 'earning', value: { ...DEFAULT_EARNING, version: 1, releaseDays: 7 } })
  await stack.post('/local/clock', { now: new Date(`${TODAY}T09:10:00+08:00`).toISOString() })
  await stack.post('/local/timers/everyMinute', {})
}

const open = (openid: string, look: (typeof looks)[number], at: string) =>
  AppPage.open(browser, { stackUrl: stack.url, openid, look, at })

const rowsOf = (app: AppPage) => app.page.locator('.ledger-row').filter({ visible: true })

describe.each(named(looks))('a buyer, $name', ({ look, name }) => {
  it('sees what is to come and what lapses soon, and finds entries by kind and month', async () => {
    const app = await open(`buyer-${name}`, look, POINTS)
    const { text } = app
    const { ledger } = text
    await app.seeId('ledger')
    await app.see(text.points.soon('120', formatDay('2026-12-31', look.language)))
    expect(await app.at('points-pending').innerText()).toContain(formatDay('2026-12-17', look.language))
    expect(await app.at('points-pending').innerText()).toContain('50')
    expect(await app.at('points-debt').count()).toBe(0)
    await app.picture('points-standing')
    expect(await rowsOf(app).count()).toBe(2)
    await app.tap('ledger-kind-spent')
    await app.seeId('ledger-nothing')
    await app.at('ledger-nothing').scrollIntoViewIfNeeded()
    await app.picture('ledger-nothing')
    await app.tap('ledger-clear')
    await app.tap('ledger-kind-earned')
    await rowsOf(app).nth(1).waitFor()
    await app.tap('ledger-month')
    await app.tapText(text.common.ok)
    await app.at('ledger-month').getByText(formatMonth('2026-12', look.language)).waitFor()
    await rowsOf(app).nth(0).waitFor()
    expect(await rowsOf(app).count()).toBe(1)
    expect(await rowsOf(app).innerText()).toContain(ledger.pending)
    await app.page.mouse.wheel(0, 2_000)
    await app.picture('ledger-filtered')
    await app.tap('ledger-month-clear')
    await rowsOf(app).nth(1).waitFor()
    await rowsOf(app).nth(1).tap()
    await app.seeExplanation()
    await app.leave()
  })

  it('reads how growth is counted, what leaves next, and the way up', async () => {
    const app = await open(`buyer-${name}`, look, 'features/home/index')
    const { text } = app
    await app.tap('growth-figure')
    await app.arrive('growth-page')
    await app.see(text.growth.rolling(365, formatDay('2025-12-11', look.language)))
    await app.see(text.growth.leaving('120', formatDay('2026-12-20', look.language)))
    await app.seeId('growth-tier')
    await app.picture('growth')
    await app.tap('growth-balance')
    await app.seeExplanation()
    await app.tap('explain-close')
    expect(await rowsOf(app).count()).toBe(2)
    await app.tap('ledger-kind-expired')
    await app.seeId('ledger-nothing')
    await app.tap('ledger-kind-all')
    await rowsOf(app).nth(1).waitFor()
    await app.at('ledger').scrollIntoViewIfNeeded()
    await app.page.mouse.wheel(0, 2_000)
    await app.picture('growth-ledger')
    await app.back('home-page')
    await app.tab(text.tabs.mine)
    await app.arrive('mine-page')
    await app.tap('growth-row')
    await app.arrive('growth-page')
    await app.leave()
  })

  it('says when their birthday is, once', async () => {
    const app = await open(`buyer-${name}`, look, MINE)
    const { text } = app
    await app.see(text.birthday.unset)
    await app.tap('birthday-row')
    await app.page.locator('.weui-picker').filter({ visible: true }).waitFor()
    await app.picture('birthday-wheel')
    await app.tapText(text.common.ok)
    await app.see(text.birthday.confirmTitle(formatDay('1990-01-01', look.language)))
    await app.picture('birthday-confirm')
    await app.tap('birthday-sheet-confirm')
    await app.at('birthday-row').getByText(formatDay('1990-01-01', look.language)).waitFor()
    await app.toastGone()
    await app.picture('mine-birthday')
    await app.tap('birthday-row')
    await app.see(text.birthday.locked(formatDay('2028-01-02', look.language)))
    await app.picture('birthday-locked')
    await app.tap('birthday-locked-close')
    await app.leave()
    // A year is over on 10 December, and the next birthday is near then.
    const home = await stack.call(`buyer-${name}`, 'shopper', 'home.read')
    expect(home).toMatchObject({ value: { birthday: { day: '1990-01-01', changeableFrom: '2028-01-02' } } })
  })
})

describe.each(named(oneLook))('the ledger, $name', ({ look }) => {
  it('tells a debt and what repays it', async () => {
    const app = await open(DEBTOR, look, POINTS)
    await app.seeId('points-debt')
    const page = await stack.call(DEBTOR, 'shopper', 'points.ledger')
    const { pointsDebt } = (page as { value: OutputOf<'points.ledger'> }).value.balances
    expect(pointsDebt).toBeLessThan(0)
    await app.see(app.text.points.debt(formatCount(-pointsDebt)))
    await app.see(app.text.ledger.owed(formatCount(-pointsDebt)))
    await app.picture('points-debt')
    await app.tap('ledger-kind-refunds')
    await app.page.locator('.skeleton').waitFor({ state: 'detached' })
    expect(await rowsOf(app).count()).toBe(1)
    await app.leave()
  })

  it('of years goes on in lists of their own, and back to the newest', async () => {
    const app = await open(REGULAR, look, POINTS)
    await app.seeId('ledger')
    await app.scrollTo(app.text.ledger.earlier)
    expect(await rowsOf(app).count()).toBe(60)
    await app.picture('ledger-long')
    const last = await rowsOf(app).last().innerText()
    await app.tap('ledger-earlier')
    await app.seeId('ledger-newest')
    await rowsOf(app).first().waitFor()
    expect(await rowsOf(app).first().innerText()).not.toBe(last)
    await app.picture('ledger-earlier')
    await app.scrollTo(app.text.ledger.earlier)
    expect(await rowsOf(app).count()).toBe(60)
    await app.tap('ledger-earlier')
    await rowsOf(app).first().waitFor()
    await app.scrollTo(app.text.ledger.end)
    expect(await rowsOf(app).count()).toBe(REGULARS_ORDERS - 2 * 60)
    await app.at('ledger-newest').scrollIntoViewIfNeeded()
    await app.tap('ledger-newest')
    await rowsOf(app).first().waitFor()
    expect(await app.at('ledger-newest').count()).toBe(0)
    await app.leave()
  })

  it('says so when a filter finds no network, and loads when it is back', async () => {
    const app = await open(REGULAR, look, POINTS)
    await app.seeId('ledger')
    await loseNetwork(app.page)
    await app.tap('ledger-kind-earned')
    await app.see(app.text.failure.offline)
    await app.picture('ledger-offline')
    app.takeProblems(/callFunction|ERR_INTERNET_DISCONNECTED/)
    await restore(app.page)
    await app.tap('ledger-more')
    await rowsOf(app).nth(19).waitFor()
    await app.leave()
  })
})
