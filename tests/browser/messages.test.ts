import { expiryReminder } from '@shared/rules/points/expiryReminder'
import type { OutputOf } from '@shared/contracts'
import type { Browser, Page } from 'playwright-core'
import { putIntoInbox } from '../../cloudfunctions/database/inbox'
import { launchBrowser } from '../support/browser'
import { databaseOf } from '../support/databaseOf'
import { startStack, type RunningStack } from '../support/startStack'
import { AppPage } from './appPage'
import { looks, named, oneLook } from './looks'
import { LOST_CALL, holdCalls, loseNetwork, restore } from './network'

const BEFORE = '2027-11-30T20:00:00+08:00'
const MORNING = '2027-12-01T08:00:00+08:00'
const DAY_MS = 86_400_000
const MINE = 'features/mine/index'
const MESSAGES = 'features/messages/index'

// A person's way through the app, on a machine that does other things too.
jest.setTimeout(90_000)

let stack: RunningStack
let browser: Browser

/** Members with points that lapse in 30 days when the day of MORNING begins. */
const reminded = [...looks, ...oneLook].map((look) => `told-${look.language}-${look.colorScheme}`)

beforeAll(async () => {
  stack = await startStack({ clock: BEFORE })
  await stack.post('/local/staff', { openid: 'owner', role: 'owner' })
  const buyers = [...new Set([...reminded, 'forgetful'])]
  const rows = buyers.map((openid) => ({
    externalId: openid,
    customer: openid,
    openid,
    placedDay: '2026-06-01',
    quantity: 1,
    amountFen: 128_000,
  }))
  await stack.call('owner', 'merchant', 'orders.import', { source: 'old', rows })
  for (const openid of buyers) await join(openid)
  await stack.post('/local/clock', { now: new Date(MORNING).toISOString() })
  browser = await launchBrowser()
})

afterAll(async () => {
  await browser?.close()
  await stack?.stop()
})

async function join(openid: string): Promise<string> {
  await stack.call(openid, 'shopper', 'member.join', { consentVersion: '1' })
  return openid
}

async function inbox(openid: string): Promise<OutputOf<'messages.list'>> {
  const reply = await stack.call(openid, 'shopper', 'messages.list')
  if (!reply.ok) throw new Error(reply.error.message)
  return reply.value as OutputOf<'messages.list'>
}

/** Reminders of years gone by, one every five days. */
async function fillInbox(openid: string, count: number): Promise<void> {
  const { cloud, memberId } = databaseOf(stack)
  for (let i = 0; i < count; i += 1) {
    const at = Date.parse(MORNING) - (i + 1) * 5 * DAY_MS
    const lastDay = new Date(at + 30 * DAY_MS).toISOString().slice(0, 10)
    const told = new Date(at).toISOString().slice(0, 10)
    await putIntoInbox(cloud, [expiryReminder(memberId(openid), lastDay, 30, 40 + i, at, told)], at)
  }
}

async function loseMarks(page: Page): Promise<void> {
  await page.route('**/wx/callFunction', (route) =>
    route.request().postData()?.includes('messages.markRead')
      ? route.abort('internetdisconnected')
      : route.fallback(),
  )
}

const open = (
  openid: string,
  look: (typeof looks)[number],
  more: { at: string; before?: (page: Page) => Promise<void> },
) => AppPage.open(browser, { stackUrl: stack.url, openid, look, ...more })

describe.each(named(looks))('a member whose points will lapse, $name', ({ look, name }) => {
  it('is told, reads it, and goes to the points', async () => {
    const openid = `told-${name}`
    const app = await open(openid, look, { at: MINE })
    const { text } = app
    await app.see(text.mine.unread('1'))
    await app.picture('mine-unread')
    await app.tap('messages-row')
    await app.arrive('messages-page')
    const title = look.language === 'zh' ? '1,280 积分将在 30 天后到期' : '1,280 points lapse in 30 days'
    await app.see(title)
    await app.see(text.messages.unread)
    await app.picture('messages')

    await app.back('mine-page')
    await app.page.waitForFunction((words) => !document.body.innerText.includes(words), text.mine.unread('1'))
    expect(await inbox(openid)).toMatchObject({ unread: 0, messages: { length: 1 } })
    await app.tap('messages-row')
    await app.arrive('messages-page')
    await app.see(title)
    expect(await app.page.locator('.message__unread').filter({ visible: true }).count()).toBe(0)
    await app.tapText(title)
    await app.arrive('points-page')
    await app.leave()
  })
})

describe.each(named(oneLook))('the inbox, $name', ({ look, name }) => {
  it('loads as it is scrolled, and says why when more does not come', async () => {
    const openid = await join(`long-${name}`)
    await fillInbox(openid, 45)
    const app = await open(openid, look, { at: MESSAGES })
    const { text } = app
    const shown = app.page.locator('.message')
    await app.see(text.messages.unread)
    expect(await shown.count()).toBe(20)
    await loseNetwork(app.page)
    await app.at('messages-more').scrollIntoViewIfNeeded()
    await app.tap('messages-more')
    await app.see(text.failure.offline)
    await app.picture('messages-more-lost')
    app.takeProblems(LOST_CALL)
    await restore(app.page)
    await app.tap('messages-more')
    await app.scrollTo(text.messages.end)
    expect(await shown.count()).toBe(45)
    // Read by now, and marked on this visit all the same.
    expect(await app.page.locator('.message__unread').count()).toBe(45)
    await app.picture('messages-end')
    expect(await inbox(openid)).toMatchObject({ unread: 0 })
    await app.leave()
  })

  it('says so when nothing has come yet', async () => {
    const app = await open(await join(`quiet-${name}`), look, { at: MESSAGES })
    await app.seeId('messages-empty')
    await app.picture('messages-empty')
    await app.tap('to-points-button')
    await app.arrive('points-page')
    await app.leave()
  })

  it('stands in quiet shapes while it loads', async () => {
    let release: (() => void) | undefined
    const app = await open(await join(`waiting-${name}`), look, {
      at: MESSAGES,
      before: async (page) => void (release = await holdCalls(page)),
    })
    await app.page.locator('.skeleton').filter({ visible: true }).waitFor()
    await app.picture('messages-loading')
    release?.()
    await app.seeId('messages-empty')
    await app.leave()
  })

  it('shows what was last seen without a network, and counts nothing then', async () => {
    const openid = await join(`away-${name}`)
    await fillInbox(openid, 3)
    const app = await open(openid, look, { at: MINE })
    await app.see(app.text.mine.unread('3'))
    await loseNetwork(app.page)
    await app.page.reload()
    await app.seeId('stale-banner')
    expect(await app.page.getByText(app.text.mine.unread('3')).count()).toBe(0)
    await app.tap('messages-row')
    await app.arrive('messages-page')
    await app.seeId('stale-banner')
    await app.see(app.text.messages.unread)
    await app.picture('messages-last-seen')
    app.takeProblems(LOST_CALL)
    await restore(app.page)
    expect(await inbox(openid)).toMatchObject({ unread: 3 })
    await app.leave()
  })

  it('tells in words when the server fails, and loads when it is well again', async () => {
    const openid = await join(`unlucky-${name}`)
    await stack.post('/local/faults', { seed: 1, rules: [{ fault: 'killWorker', function: 'shopper' }] })
    const app = await open(openid, look, { at: MESSAGES })
    await app.see(app.text.failure.title)
    await app.picture('messages-failed')
    app.takeProblems(/callFunction|status of 502/)
    await stack.post('/local/faults', { rules: [] })
    await app.tap('retry-button')
    await app.seeId('messages-empty')
    await app.leave()
  })

  it('sends people who have not joined to where they can', async () => {
    const app = await open(`guest-${name}`, look, { at: MESSAGES })
    await app.see(app.text.failure.notMemberTitle)
    await app.picture('messages-guest')
    await app.leave()
  })
})

describe('a mark that does not arrive', () => {
  it('leaves the messages unread, and troubles nobody', async () => {
    const [{ look } = { look: looks[0]! }] = named(oneLook)
    const app = await open('forgetful', look, {
      at: MESSAGES,
      before: loseMarks,
    })
    await app.see(app.text.messages.unread)
    await app.page.waitForLoadState('networkidle')
    expect(await app.page.locator('.failure-note').count()).toBe(0)
    app.takeProblems(LOST_CALL)
    expect(await inbox('forgetful')).toMatchObject({ unread: 1 })
    await app.leave()
  })
})
