import type { Browser } from 'playwright-core'
import { launchBrowser } from '../support/browser'
import { startStack, type RunningStack } from '../support/startStack'
import { AppPage } from './appPage'
import { looks, named, oneLook } from './looks'

const OVERVIEW = 'features/merchant/overview/index'
const KEYS = 'features/merchant/intakeKeys/index'

// A person's way through the app, on a machine that does other things too.
jest.setTimeout(90_000)

let stack: RunningStack
let browser: Browser

beforeEach(async () => {
  stack = await startStack({ clock: '2026-03-10T09:00:00+08:00' })
  await stack.post('/local/staff', { openid: 'owner', role: 'owner' })
})
afterEach(() => stack?.stop())
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser?.close())

describe.each(named(looks))('the keys of order intake, $name', ({ look }) => {
  it('are made, replaced and switched off by the owner, and a secret is shown once', async () => {
    const app = await AppPage.open(browser, { stackUrl: stack.url, openid: 'owner', look, at: OVERVIEW })
    const { text } = app
    await app.at('to-intakeKeys').scrollIntoViewIfNeeded()
    await app.tap('to-intakeKeys')
    await app.arrive('intake-keys-page')
    await app.seeId('intake-keys-empty')
    await app.picture('intake-keys-empty')

    const name = app.at('intake-source-name').locator('input')
    await name.fill('The Mall')
    await app.tap('intake-key-create')
    await app.see(text.intakeKeys.nameWrong)
    await name.fill('mall')
    await app.tap('intake-key-create')
    await app.seeId('new-key-sheet')
    const secret = (await app.at('new-key-secret').textContent()) ?? ''
    expect(secret).toMatch(/^[\w-]{43}$/)
    await app.picture('intake-keys-new')
    await app.tap('close-new-key')
    await app.seeId('intake-source-mall')
    expect(await app.page.content()).not.toContain(secret)

    await app.tap('rotate-mall')
    await app.seeId('new-key-sheet')
    await app.tap('close-new-key')
    await app.see(text.intakeKeys.both)
    await app.picture('intake-keys-both')
    await app.page.locator('[id^="off-mall-"]').filter({ visible: true }).last().tap()
    await app.seeId('switch-off-sheet')
    await app.picture('intake-keys-switch-off')
    await app.tap('switch-off-sheet-confirm')
    await app.seeId('rotate-mall')
    const { value } = (await stack.call('owner', 'merchant', 'intakeKeys.list')) as unknown as {
      value: { sources: { keys: { offAt: number | null }[] }[] }
    }
    expect(value.sources[0]?.keys.map(({ offAt }) => offAt === null)).toEqual([true, false])
    await app.picture('intake-keys')
    await app.leave()
  })
})

describe.each(named(oneLook))('their page, $name', ({ look }) => {
  it('is closed to a manager, who is shown no way to it', async () => {
    await stack.post('/local/staff', { openid: 'manager', role: 'manager' })
    const app = await AppPage.open(browser, { stackUrl: stack.url, openid: 'manager', look, at: KEYS })
    await app.see(app.text.failure.forbiddenTitle)
    await app.page.goto(`${stack.url}/app/?openid=manager#/${OVERVIEW}`)
    await app.seeId('to-tiers')
    expect(await app.at('to-intakeKeys').count()).toBe(0)
    await app.leave()
  })

  it('says why a key could not be made', async () => {
    await stack.call('owner', 'merchant', 'intakeKeys.create', { source: 'mall' })
    const app = await AppPage.open(browser, { stackUrl: stack.url, openid: 'owner', look, at: KEYS })
    await app.seeId('intake-source-mall')
    for (const [name, said] of [
      ['mall', '已有密钥'],
      ['counter', '由系统保留'],
    ] as const) {
      await app.at('intake-source-name').locator('input').fill(name)
      await app.tap('intake-key-create')
      if (look.language === 'zh') await app.see(said)
    }
    await app.picture('intake-keys-refused')
    await app.leave()
  })
})
