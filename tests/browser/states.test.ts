import type { Browser, Page } from 'playwright-core'
import { launchBrowser } from '../support/browser'
import { startStack, type RunningStack } from '../support/startStack'
import { AppPage } from './appPage'
import { showsLastSeen } from './lastSeen'
import { named, oneLook } from './looks'
import { LOST_CALL, holdCalls, loseAnswers, loseNetwork, restore } from './network'

const FAILED_CALL = /callFunction|status of 502/

// A person's way through the app, on a machine that does other things too.
jest.setTimeout(90_000)

let stack: RunningStack
let browser: Browser

beforeAll(async () => {
  stack = await startStack({ clock: '2026-03-10T09:00:00+08:00' })
  browser = await launchBrowser()
})

afterAll(async () => {
  await browser?.close()
  await stack?.stop()
})

async function member(openid: string): Promise<string> {
  await stack.call(openid, 'shopper', 'member.join', { consentVersion: '1' })
  return openid
}

describe.each(named(oneLook))('a page, $name', ({ look, name }) => {
  const open = (
    openid: string,
    more: { at?: string; before?: (page: Page) => Promise<void> } = {},
  ): Promise<AppPage> => AppPage.open(browser, { stackUrl: stack.url, openid, look, ...more })

  it('stands in quiet shapes while it loads', async () => {
    let release: (() => void) | undefined
    const app = await open('waiting', { before: async (page) => void (release = await holdCalls(page)) })
    await app.page.locator('.skeleton').filter({ visible: true }).waitFor()
    await app.picture('home-loading')
    release?.()
    await app.see(app.text.home.guestTitle)
    await app.leave()
  })

  it('says that there is no network, and loads when it is back', async () => {
    const app = await open('offline', { before: loseNetwork })
    await app.see(app.text.failure.offlineTitle)
    await app.picture('home-offline')
    app.takeProblems(LOST_CALL)
    await restore(app.page)
    await app.tap('retry-button')
    await app.see(app.text.home.guestTitle)
    await app.leave()
  })

  it('shows what was last seen, with its time, while there is no network', async () => {
    const app = await open(await member(`regular-${name}`))
    await showsLastSeen(app, 'tier-card', 'home-last-seen')
    await app.leave()
  })

  it('tells people in words when the server fails, and loads when it is well again', async () => {
    await stack.post('/local/faults', { seed: 1, rules: [{ fault: 'killWorker', function: 'shopper' }] })
    const app = await open('unlucky')
    await app.see(app.text.failure.title)
    await app.picture('home-failed')
    app.takeProblems(FAILED_CALL)
    await stack.post('/local/faults', { rules: [] })
    await app.tap('retry-button')
    await app.see(app.text.home.guestTitle)
    await app.leave()
  })

  it('sends people who have not joined to where they can', async () => {
    const app = await open('guest', { at: 'features/points/index' })
    await app.see(app.text.failure.notMemberTitle)
    await app.picture('points-guest')
    await app.tap('to-join-button')
    await app.see(app.text.home.guestTitle)
    await app.leave()
  })

  it('shows that a check-in is under way, and cannot be pressed twice', async () => {
    const app = await open(await member(`impatient-${name}`))
    await app.seeId('home-checkin-button')
    const release = await holdCalls(app.page)
    const checkIns: string[] = []
    app.page.on('request', (request) => {
      if (request.postData()?.includes('checkin.checkIn')) checkIns.push(request.url())
    })
    await app.tap('home-checkin-button')
    await app.see(app.text.common.working)
    await app.picture('checkin-working')
    await app.at('home-checkin-button').dispatchEvent('click')
    release()
    await app.see(app.text.checkin.doneToday)
    expect(checkIns).toHaveLength(1)
    await app.leave()
  })

  it('counts a check-in once when the answer is lost and it is pressed again', async () => {
    const openid = await member(`lost-answer-${name}`)
    const app = await open(openid)
    await app.seeId('home-checkin-button')
    await loseAnswers(app.page)
    await app.tap('home-checkin-button')
    await app.see(app.text.failure.offline)
    await app.picture('checkin-lost')
    app.takeProblems(/callFunction|ERR_CONNECTION_RESET/)
    await restore(app.page)
    await app.tap('home-checkin-button')
    await app.see(app.text.checkin.doneToday)
    await app.leave()
    const ledger = await stack.call(openid, 'shopper', 'points.ledger')
    expect(ledger).toMatchObject({
      value: { balances: { points: 5 }, entries: [{ kind: 'checkin' }, { kind: 'memberJoined' }] },
    })
  })
})
