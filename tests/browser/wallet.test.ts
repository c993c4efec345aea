import { setTimeout as pause } from 'node:timers/promises'
import type { Browser } from 'playwright-core'
import { RULES } from '@shared/rules/coupons/exampleCoupon'
import { NO_GIFT } from '@shared/rules/wallet/plans'
import { DEFAULT_WALLET } from '@shared/rules/wallet/settings'
import { launchBrowser } from '../support/browser'
import { databaseOf } from '../support/databaseOf'
import { startStack, type RunningStack } from '../support/startStack'
import { AppPage } from './appPage'
import { looks, named } from './looks'

const TODAY = '2026-03-10'
const LOOK_EVERY_MS = 50

// A person's way through the app, on a machine that does other things too.
jest.setTimeout(120_000)

const plan = (id: string, payFen: number, bonusFen: number, zh: string, en: string) => ({
  id,
  name: { zh, en },
  isOn: true,
  from: null,
  to: null,
  payFen,
  gift: { ...NO_GIFT, bonusFen },
  isFirstOnly: false,
  mostPerMember: null,
})

const PLANS = [
  {
    ...plan('first', 10_000, 5_000, '新客充 100', 'First 100'),
    isFirstOnly: true,
    gift: { bonusFen: 5_000, points: 200, growth: 20, coupons: [{ templateId: 'c20', count: 2 }] },
  },
  plan('five', 50_000, 8_000, '充 500 送 80', 'Pay 500 get 80'),
  plan('thousand', 100_000, 20_000, '充 1000 送 200', 'Pay 1,000 get 200'),
]

let stack: RunningStack
let browser: Browser

beforeAll(async () => {
  stack = await startStack({ clock: `${TODAY}T09:00:00+08:00` })
  await stack.post('/local/staff', { openid: 'owner', role: 'owner' })
  const rules = { ...RULES, validity: { of: 'days', days: 30 } }
  await owner('couponTemplates.save', { id: 'c20', expectedVersion: 0, rules })
  await saveRules()
  browser = await launchBrowser()
})

afterAll(async () => {
  await browser?.close()
  await stack?.stop()
})

/** The plans as they were in the beginning, whatever somebody made of them. */
async function saveRules(): Promise<void> {
  const { version: _version, ...value } = DEFAULT_WALLET
  const bracket = { fromFen: 20_000, bonusRateBp: 1_000, gift: NO_GIFT }
  const anyAmount = { leastFen: 1_000, brackets: [bracket] }
  const { version: expectedVersion } = (await owner('settings.read', { topic: 'wallet' })) as {
    version: number
  }
  await owner('settings.save', {
    topic: 'wallet',
    expectedVersion,
    value: { ...value, plans: PLANS, anyAmount },
  })
}

async function owner(action: string, input: object): Promise<unknown> {
  const reply = await stack.call('owner', 'merchant', action, input)
  if (!reply.ok) throw new Error(reply.error.message)
  return reply.value
}

/** What the person does in WeChat's sheet, once it has come up. */
async function inSheet(openid: string, outcome: 'success' | 'decline'): Promise<void> {
  for (;;) {
    const { body } = await stack.get(`/local/wechat/payments?openid=${openid}`)
    const [payment] = (body as { payments: readonly { outTradeNo: string }[] }).payments
    if (payment) {
      await stack.post('/local/wechat/pay', { outTradeNo: payment.outTradeNo, outcome })
      return
    }
    await pause(LOOK_EVERY_MS)
  }
}

/** Taps what opens WeChat's sheet, and waits until it is up: who pays before that finds nothing to pay. */
async function openSheet(app: AppPage, button: string): Promise<void> {
  const opened = app.page.waitForResponse((response) =>
    response.url().endsWith('/local/wechat/requestPayment'),
  )
  await app.tap(button)
  await opened
}

const type = (app: AppPage, id: string, typed: string) => app.at(id).locator('input').fill(typed)

describe.each(named(looks))('stored value, $name', ({ look, name }) => {
  const open = (openid: string, at: string) =>
    AppPage.open(browser, { stackUrl: stack.url, openid, look, at })

  it('is topped up by a plan, explained, and had back by right', async () => {
    const openid = `mei-${name}`
    await stack.call(openid, 'shopper', 'member.join', { consentVersion: '1' })
    const app = await open(openid, 'features/home/index')
    await app.arrive('home-page')
    await app.tap('balance-figure')
    await app.arrive('wallet-page')
    await app.seeId('wallet-ledger-empty')
    await app.picture('wallet-empty')

    await app.tap('to-top-up')
    await app.arrive('top-up-page')
    await app.tap('pay-top-up')
    await app.see(app.text.wallet.topUp.needChoice)
    await app.tap('plan-first')
    await app.picture('top-up')
    await app.tap('pay-top-up')
    await app.see(app.text.wallet.topUp.needAgree)
    await app.at('agree').scrollIntoViewIfNeeded()
    await app.tap('agree')
    await app.at('pay-top-up').scrollIntoViewIfNeeded()
    await app.picture('top-up-agreed')
    await openSheet(app, 'pay-top-up')
    await app.seeId('paying')
    await app.picture('top-up-paying')
    await inSheet(openid, 'success')
    await app.arrive('wallet-page')
    await app.toastGone()
    await app.see('+¥150.00')
    await app.picture('wallet')

    await app.tapText('+¥150.00')
    await app.seeExplanation()
    await app.picture('wallet-entry')
    await app.tap('explain-close')
    await app.tap('wallet-balance')
    await app.seeExplanation()
    await app.picture('wallet-explained')
    await app.tap('explain-close')

    await app.tap('to-refund')
    await app.arrive('wallet-refund-page')
    await type(app, 'refund-amount', '40')
    await app.see('¥20.00')
    await app.picture('wallet-refund')
    await app.tap('ask-refund')
    await app.seeId('refund-sheet')
    await app.picture('wallet-refund-sheet')
    await app.tap('refund-sheet-confirm')
    await app.arrive('wallet-page')
    await app.toastGone()
    await app.see('−¥60.00')
    await app.picture('wallet-refunded')
    const wallet = await stack.call(openid, 'shopper', 'wallet.read')
    expect(wallet).toMatchObject({ value: { principalFen: 6_000, bonusFen: 3_000 } })
    await app.leave()
  })

  it('waits for who did not pay, and is paid or given up later', async () => {
    const openid = `wen-${name}`
    await stack.call(openid, 'shopper', 'member.join', { consentVersion: '1' })
    const app = await open(openid, 'features/wallet/topUp/index')
    await app.arrive('top-up-page')
    await app.at('top-up-amount').scrollIntoViewIfNeeded()
    await type(app, 'top-up-amount', '5')
    await app.see(app.text.wallet.topUp.amountFault('¥10.00', '¥5,000.00'))
    await app.picture('top-up-amount-wrong')
    await type(app, 'top-up-amount', '200')
    await app.tap('agree')
    await openSheet(app, 'pay-top-up')
    await inSheet(openid, 'decline')
    await app.arrive('wallet-page')
    await app.toastGone()
    await app.seeId('waiting-top-ups')
    await app.picture('wallet-waiting')
    await openSheet(app, 'pay-waiting')
    await inSheet(openid, 'success')
    await app.see('+¥220.00')
    expect(await app.at('waiting-top-ups').count()).toBe(0)
    await app.leave()
  })

  it('is sold by plans that the merchant edits', async () => {
    await saveRules()
    const app = await open('owner', 'features/merchant/wallet/index')
    await app.arrive('wallet-rules-page')
    await app.picture('wallet-rules')
    await app.tap('plan-thousand')
    await app.arrive('top-up-plan-page')
    await app.picture('top-up-plan')
    await type(app, 'plan-bonus', '220')
    await app.tap('plan-coupon-c20')
    await app.tap('plan-limited')
    await app.at('plan-limit').scrollIntoViewIfNeeded()
    await app.picture('top-up-plan-edited')
    await app.tap('save')
    await app.arrive('wallet-rules-page')
    await app.toastGone()
    await app.at('prepaid').scrollIntoViewIfNeeded()
    await app.picture('wallet-rules-law')
    await app.tap('year-end-points')
    await app.at('notice-days').scrollIntoViewIfNeeded()
    await app.picture('wallet-rules-year-end')
    await app.tap('revert')
    await app.leave()
  })

  it('is paid in and paid out at the counter', async () => {
    const openid = `an-${name}`
    await stack.call(openid, 'shopper', 'member.join', { consentVersion: '1' })
    const member = databaseOf(stack).memberId(openid)
    const app = await open('owner', `features/merchant/memberBooks/index?member=${member}`)
    await app.arrive('member-books-page')
    await app.tap('to-member-wallet')
    await app.arrive('member-wallet-page')
    await app.picture('member-wallet')
    await app.tap('record-five')
    await app.at('record-button').scrollIntoViewIfNeeded()
    await app.picture('member-wallet-record')
    await app.tap('record-button')
    await app.seeId('record-sheet')
    await app.tap('record-sheet-confirm')
    await app.see(app.text.wallet.member.recorded('¥580.00'))
    await app.toastGone()
    await app.seeId('refund-preview')
    await app.at('refund-wallet').scrollIntoViewIfNeeded()
    await type(app, 'refund-principal', '100')
    await app.see('¥16.00')
    await app.at('refund-button').scrollIntoViewIfNeeded()
    await app.picture('member-wallet-refund')
    await app.tap('refund-button')
    await app.seeId('refund-sheet')
    await type(app, 'refund-sheet-reason', '会员搬家')
    await app.picture('member-wallet-refund-sheet')
    await app.tap('refund-sheet-confirm')
    await app.see(app.text.wallet.member.refunded)
    const books = await stack.call('owner', 'merchant', 'books.member', { member })
    expect(books).toMatchObject({ value: { balances: { principal: 40_000, bonus: 6_400 } } })
    await app.leave()
  })
})
