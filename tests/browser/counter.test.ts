import type { Browser } from 'playwright-core'
import { DEFAULT_WALLET } from '@shared/rules/wallet/settings'
import { fillShelves } from '../../local/worlds/shelves'
import { databaseOf } from '../support/databaseOf'
import { launchBrowser } from '../support/browser'
import { startStack, type RunningStack } from '../support/startStack'
import { THOUSAND } from '../support/walletShop'
import { AppPage } from './appPage'
import { looks, named, oneLook } from './looks'
import { loseNetwork, restore } from './network'

const TODAY = '2026-03-10'
const CODE = 'features/memberCode/index'
const COUNTER = 'features/merchant/counter/index'
const SALES = 'features/merchant/counterSales/index'
const LOST_CALL = /callFunction|ERR_FAILED|ERR_INTERNET_DISCONNECTED/

// A person's way through the app, on a machine that does other things too.
jest.setTimeout(180_000)

let stack: RunningStack
let browser: Browser

beforeAll(async () => {
  stack = await startStack({ clock: `${TODAY}T09:00:00+08:00` })
  await stack.post('/local/staff', { openid: 'owner', role: 'owner' })
  await stack.post('/local/staff', { openid: 'clerk', role: 'clerk' })
  await fillShelves({ baseUrl: stack.url, openid: 'owner' }, TODAY)
  const { version: _version, ...rules } = DEFAULT_WALLET
  await call('owner', 'merchant', 'settings.save', {
    topic: 'wallet',
    expectedVersion: 0,
    value: { ...rules, plans: [THOUSAND] },
  })
  browser = await launchBrowser()
})

afterAll(async () => {
  await browser?.close()
  await stack?.stop()
})

async function call<T>(openid: string, fn: string, action: string, input: object): Promise<T> {
  const reply = await stack.call(openid, fn, action, input)
  if (!reply.ok) throw new Error(`${action}: ${reply.error.message}`)
  return reply.value as T
}

/** A member with ¥1,200 in their wallet and some points. */
async function regular(openid: string): Promise<string> {
  await call(openid, 'shopper', 'member.join', { consentVersion: '1' })
  const member = databaseOf(stack).memberId(openid)
  const { agreement } = await call<{ agreement: { version: string } }>(openid, 'shopper', 'wallet.read', {})
  const choice = { of: 'plan', planId: THOUSAND.id }
  await call('clerk', 'merchant', 'wallet.recordTopUp', { member, choice, agreed: agreement.version })
  const lines = [{ category: null, product: null, quantity: 1, amountFen: 200_000 }]
  await call('clerk', 'merchant', 'orders.record', { member, number: openid, lines })
  return member
}

const open = (openid: string, look: (typeof looks)[number], at: string) =>
  AppPage.open(browser, { stackUrl: stack.url, openid, look, at })

const type = (app: AppPage, id: string, text: string) => app.at(id).locator('input').fill(text)
const textOf = async (app: AppPage, id: string) => (await app.at(id).innerText()).replace(/\s/g, '')

/** Scans what the shopper shows, as a person without a camera does. */
async function scan(clerk: AppPage, shopper: AppPage): Promise<void> {
  const digits = await textOf(shopper, 'member-digits')
  await type(clerk, 'code', digits)
  await clerk.tap('open-code')
  await clerk.seeId('counter-member')
}

describe.each(named(looks))('at the counter, $name', ({ look, name }) => {
  it('a code is shown, scanned and charged: the balance first, the rest in cash; and refunded', async () => {
    const openid = `buyer-${name}`
    await regular(openid)
    const shopper = await open(openid, look, 'features/home/index')
    await shopper.tap('to-member-code')
    await shopper.arrive('member-code-page')
    await shopper.seeId('member-qr')
    await shopper.picture('member-code')
    const clerk = await open('clerk', look, COUNTER)
    await clerk.seeId('code')
    await clerk.picture('counter-scan')
    await scan(clerk, shopper)
    await clerk.picture('counter-member')
    await type(clerk, 'amount', '88.8')
    await clerk.seeId('charge')
    await clerk.see('88.80')
    await clerk.tap('add-amount')
    await clerk.tap('choose-goods')
    await clerk.seeId('goods-sheet')
    await clerk.see(look.language === 'zh' ? '保温杯' : 'flask')
    await clerk.picture('counter-goods')
    await clerk.page.locator('.goods-sheet__row').first().tap()
    await clerk.page.waitForFunction(() => document.querySelectorAll('.counter-bill__line').length === 2)
    await type(clerk, 'use-points', '1000')
    await clerk.seeId('pay-points')
    await clerk.picture('counter-bill')
    await clerk.tap('explain-quote')
    await clerk.seeExplanation()
    await clerk.picture('counter-explained')
    await clerk.tap('explain-close')
    await clerk.tap('use-balance')
    await clerk.page.waitForFunction(() => !document.querySelector('#pay-balance'))
    await clerk.page.waitForFunction(
      (behind) => !document.querySelector('#charge')?.textContent?.includes(behind),
      clerk.text.counter.pay.behind,
    )
    await clerk.tap('charge')
    await clerk.seeId('counter-charged')
    await clerk.picture('counter-charged')
    await clerk.tap('next-customer')
    await clerk.tap('to-counterSales')
    await clerk.arrive('counter-sales-page')
    await clerk.seeId('counter-sales')
    await clerk.picture('counter-sales')
    await clerk.page.locator('.counter-sale-row').filter({ visible: true }).first().tap()
    await clerk.arrive('counter-sale-page')
    await clerk.seeId('refund-preview')
    await clerk.tap('refund-way-lines')
    await clerk.tap('pieces-0-more')
    await clerk.seeId('back-points')
    await type(clerk, 'refund-reason', '不合适')
    await clerk.seeId('refund')
    await clerk.picture('counter-refund')
    await clerk.tap('refund')
    await clerk.seeId('counter-refunds')
    await clerk.toastGone()
    await clerk.picture('counter-refunded')
    await clerk.leave()
    await shopper.leave()
  })

  it('a large one waits for the member, who says yes on their own phone', async () => {
    const openid = `large-${name}`
    await regular(openid)
    const shopper = await open(openid, look, CODE)
    await shopper.seeId('member-qr')
    const clerk = await open('clerk', look, COUNTER)
    await scan(clerk, shopper)
    await type(clerk, 'amount', '600')
    await clerk.see(clerk.text.counter.pay.asks)
    await clerk.tap('charge')
    await clerk.seeId('counter-waiting')
    await clerk.picture('counter-waiting')
    await shopper.seeId('asked-sale')
    await shopper.picture('member-code-asked')
    await shopper.tap('confirm-sale')
    await clerk.seeId('counter-charged')
    await shopper.page.waitForFunction(() => !document.querySelector('#asked-sale'))
    await shopper.page.waitForFunction(
      () => document.querySelector('#code-balance')?.textContent?.includes('600.00') === true,
    )
    await clerk.leave()
    await shopper.leave()
  })
})

describe.each(named(oneLook))('what goes otherwise, $name', ({ look, name }) => {
  it('a code that is over or none is told in words, and a no ends it at the till', async () => {
    const openid = `no-${name}`
    await regular(openid)
    const shopper = await open(openid, look, CODE)
    await shopper.seeId('member-qr')
    const clerk = await open('clerk', look, COUNTER)
    await type(clerk, 'code', '12345')
    await clerk.tap('open-code')
    await clerk.see(look.language === 'zh' ? '不是本店的会员码' : 'not a member code')
    await clerk.picture('counter-not-a-code')
    await scan(clerk, shopper)
    await type(clerk, 'amount', '600')
    await clerk.see(clerk.text.counter.pay.asks)
    await clerk.tap('charge')
    await clerk.seeId('counter-waiting')
    await shopper.seeId('asked-sale')
    await shopper.tap('decline-sale')
    await clerk.seeId('counter-ended')
    await clerk.picture('counter-declined')
    await clerk.leave()
    await shopper.leave()
  })

  it('cash that was recorded goes back in cash', async () => {
    await regular(`cash-${name}`)
    const clerk = await open('clerk', look, SALES)
    await clerk.seeId('counter-sales')
    await clerk.page.locator('.counter-sale-row').filter({ visible: true }).first().tap()
    await clerk.seeId('recorded-sheet')
    await type(clerk, 'recorded-amount', '500')
    await clerk.picture('counter-recorded')
    await clerk.tap('refund-recorded')
    await clerk.page.waitForFunction(() => !document.querySelector('#recorded-sheet'))
    await clerk.see(clerk.text.counter.sales.refundedPart('¥500.00'))
    await clerk.leave()
  })

  it('without a network a code is shown for its minute, and not after it', async () => {
    const openid = `lost-${name}`
    await regular(openid)
    const shopper = await open(openid, look, CODE)
    await shopper.seeId('member-qr')
    await shopper.page.clock.install()
    await loseNetwork(shopper.page)
    await shopper.page.reload()
    await shopper.page.locator('.picture-state').filter({ visible: true }).first().waitFor()
    await shopper.picture('member-code-offline')
    shopper.takeProblems(LOST_CALL)
    await restore(shopper.page)
    await shopper.leave()
  })

  it('a guest is led to joining first', async () => {
    const guest = await open(`guest-${name}`, look, CODE)
    await guest.see(guest.text.failure.notMemberTitle)
    await guest.leave()
  })
})
