import type { Browser, Page } from 'playwright-core'
import { formatCount } from '@/i18n/format'
import { launchBrowser } from '../support/browser'
import { databaseOf } from '../support/databaseOf'
import { makeLively, type LivelyShop } from '../support/livelyShop'
import { startStack, type RunningStack } from '../support/startStack'
import { AppPage } from './appPage'
import { looks, named, oneLook } from './looks'
import { LOST_CALL, holdCalls, loseNetwork, restore } from './network'

const TODAY = '2026-03-10'
const OVERVIEW = 'features/merchant/overview/index'
const AUDIT = 'features/merchant/audit/index'
const FAILED_CALL = /callFunction|status of 502/

// A person's way through the app, on a machine that does other things too.
jest.setTimeout(90_000)

let stack: RunningStack
let browser: Browser
let shop: LivelyShop

beforeEach(async () => {
  stack = await startStack({ clock: `${TODAY}T09:00:00+08:00` })
  shop = await makeLively(stack, TODAY)
})
afterEach(() => stack?.stop())
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser?.close())

/** Adds one to what a member holds and to what a day's figures say, past all rules. */
async function plant(openid: string, day: string): Promise<string> {
  const { cloud, memberId } = databaseOf(stack)
  const { command } = cloud.db
  const member = memberId(openid)
  await cloud.db
    .collection('members')
    .doc(member)
    .update({ balances: { points: command.inc(1) } })
  await cloud.db
    .collection('rollups')
    .doc(day)
    .update({ salesFen: command.inc(-300) })
  return member
}

/** The steps of an audit do not leave until this is called. */
async function holdSteps(page: Page): Promise<() => void> {
  let release = (): void => undefined
  const released = new Promise<void>((resolve) => (release = resolve))
  await page.route('**/wx/callFunction', async (route) => {
    if (!route.request().postData()?.includes('books.carryOnAudit')) return route.fallback()
    await released
    await route.continue()
  })
  return release
}

describe.each(named(looks))('the audit, $name', ({ look }) => {
  const open = (openid: string, at: string) =>
    AppPage.open(browser, { stackUrl: stack.url, openid, look, at })

  it('is started by the merchant, tells what it looked at, and is shown at home', async () => {
    const app = await open(shop.owner, OVERVIEW)
    const { text } = app
    await app.at('audit-row').getByText(text.audit.rowNever).waitFor()
    await app.picture('overview-never-audited')
    await app.tap('audit-row')
    await app.arrive('audit-page')
    await app.seeId('audit-empty')
    await app.picture('audit-never')

    await app.tap('audit-start-button')
    await app.see(text.audit.agrees)
    await app.at('audit-members').getByText(formatCount(shop.members), { exact: true }).waitFor()
    await app.at('audit-orders').getByText(formatCount(shop.orders), { exact: true }).waitFor()
    await app.seeId('audit-start-button')
    await app.picture('audit-agrees')
    await app.back('overview-page')
    await app.at('audit-row').getByText(text.audit.agrees).waitFor()
    await app.leave()
  })

  it('names what disagrees and says what to do', async () => {
    // The figures have settled: what stands there now is no longer computed anew.
    await stack.post('/local/clock', { advanceDays: 1 })
    await stack.post('/local/timers/everyMinute', {})
    const [customer = ''] = shop.knownCustomers
    const member = await plant(customer, '2026-03-03')
    const app = await open(shop.owner, AUDIT)
    const { text } = app
    await app.see(text.audit.agrees)
    await app.see(text.audit.by.timer)
    await app.tap('audit-start-button')
    await app.at('audit-differences').getByText(text.audit.member(member)).waitFor()
    await app.at('audit-differences').getByText('+1', { exact: true }).waitFor()
    await app.at('audit-differences').getByText('−¥3.00', { exact: true }).waitFor()
    await app.at('audit-advice').getByText(text.audit.advice.member).waitFor()
    await app.see(text.audit.by.staff)
    await app.picture('audit-differs')
    await app.at('audit-advice').scrollIntoViewIfNeeded()
    await app.picture('audit-advice')
    await app.at('audit-differences').getByText(text.audit.member(member)).tap()
    await app.arrive('member-books-page')
    await app.see(member)
    await app.leave()
  })

  it('goes on while its page is left, and can be watched', async () => {
    const app = await open(shop.owner, OVERVIEW)
    const { text } = app
    await app.tap('audit-row')
    await app.arrive('audit-page')
    const release = await holdSteps(app.page)
    await app.tap('audit-start-button')
    await app.seeId('audit-progress')
    expect(await app.at('audit-start-button').count()).toBe(0)
    await app.picture('audit-running')
    await app.back('overview-page')
    await app.at('audit-row').getByText(text.audit.rowRunning).waitFor()
    await stack.post('/local/timers/everyMinute', {})
    const result = await stack.call(shop.owner, 'merchant', 'books.lastAudit')
    expect(result).toMatchObject({ value: { running: null, last: { members: shop.members } } })
    release()
    await app.tap('audit-row')
    await app.arrive('audit-page')
    await app.see(text.audit.agrees)
    await app.leave()
  })
})

describe.each(named(oneLook))('its page, $name', ({ look }) => {
  const open = (openid: string, before?: (page: Page) => Promise<void>) =>
    AppPage.open(browser, { stackUrl: stack.url, openid, look, at: AUDIT, before })

  it('is closed to a clerk, who is shown no way to it', async () => {
    await stack.post('/local/staff', { openid: 'clerk', role: 'clerk' })
    const app = await open('clerk')
    await app.see(app.text.failure.forbiddenTitle)
    await app.picture('audit-forbidden')
    await app.page.goto(`${stack.url}/app/?openid=clerk#/${OVERVIEW}`)
    await app.seeId('overview-members')
    expect(await app.at('audit-row').count()).toBe(0)
    await app.leave()
  })

  it('stands in quiet shapes while it loads', async () => {
    let release: (() => void) | undefined
    const app = await open(shop.owner, async (page) => void (release = await holdCalls(page)))
    await app.page.locator('.skeleton').filter({ visible: true }).waitFor()
    await app.picture('audit-loading')
    release?.()
    await app.seeId('audit-empty')
    await app.leave()
  })

  it('shows what was last seen without a network, and says when a start did not get through', async () => {
    const app = await open(shop.owner)
    const { text } = app
    await app.tap('audit-start-button')
    await app.see(text.audit.agrees)
    await app.seeId('audit-start-button')
    await loseNetwork(app.page)
    await app.tap('audit-start-button')
    await app.see(text.failure.offline)
    await app.page.reload()
    await app.seeId('stale-banner')
    await app.see(text.audit.agrees)
    await app.picture('audit-last-seen')
    app.takeProblems(LOST_CALL)
    await app.leave()
  })

  it('says when a step failed, and goes on when asked', async () => {
    const app = await open(shop.owner)
    const { text } = app
    await app.seeId('audit-empty')
    await app.page.route('**/wx/callFunction', (route) =>
      route.request().postData()?.includes('books.carryOnAudit')
        ? route.abort('internetdisconnected')
        : route.fallback(),
    )
    await app.tap('audit-start-button')
    await app.seeId('audit-resume-button')
    await app.picture('audit-stopped')
    app.takeProblems(LOST_CALL)
    await restore(app.page)
    await app.tap('audit-resume-button')
    await app.see(text.audit.agrees)
    await app.leave()
  })

  it('tells people in words when the server fails, and loads when it is well again', async () => {
    await stack.post('/local/faults', { seed: 1, rules: [{ fault: 'killWorker', function: 'merchant' }] })
    const app = await open(shop.owner)
    await app.see(app.text.failure.title)
    await app.picture('audit-failed')
    app.takeProblems(FAILED_CALL)
    await stack.post('/local/faults', { rules: [] })
    await app.tap('retry-button')
    await app.seeId('audit-empty')
    await app.leave()
  })
})
