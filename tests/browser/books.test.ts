import type { Browser } from 'playwright-core'
import { launchBrowser } from '../support/browser'
import { databaseOf } from '../support/databaseOf'
import { makeLively, type LivelyShop } from '../support/livelyShop'
import { startStack, type RunningStack } from '../support/startStack'
import { AppPage } from './appPage'
import { looks, named, oneLook } from './looks'

const TODAY = '2026-03-10'
const JOURNAL = 'features/merchant/journal/index'
const BOOKS = 'features/merchant/memberBooks/index'

// A person's way through the app, on a machine that does other things too.
jest.setTimeout(90_000)

let stack: RunningStack
let browser: Browser
let shop: LivelyShop
let member: string

beforeAll(async () => {
  stack = await startStack({ clock: `${TODAY}T09:00:00+08:00` })
  shop = await makeLively(stack, TODAY)
  member = await makeDebtor()
  await stack.post('/local/staff', { openid: 'clerk', role: 'clerk' })
  browser = await launchBrowser()
})

afterAll(async () => {
  await browser?.close()
  await stack?.stop()
})

async function merchant(action: string, input: unknown): Promise<unknown> {
  const reply = await stack.call(shop.owner, 'merchant', action, input)
  if (!reply.ok) throw new Error(`${action}: ${reply.error.message}`)
  return reply.value
}

/** Somebody who bought on a day of campaigns, used the points, and had it refunded: their points are owed. */
async function makeDebtor(): Promise<string> {
  const openid = 'debtor'
  const everything = {
    isOn: true,
    from: TODAY,
    to: TODAY,
    goods: { of: 'all' },
    audience: { of: 'everyone' },
  }
  await merchant('settings.save', {
    topic: 'campaigns',
    expectedVersion: 0,
    value: {
      campaigns: [
        { ...everything, id: 'double', name: { zh: '三月双倍', en: 'March double' }, rateBp: 20_000 },
        {
          ...everything,
          id: 'tea',
          name: { zh: '春茶三倍', en: 'Spring tea triple' },
          rateBp: 30_000,
          goods: { of: 'categories', categories: ['tea'] },
        },
      ],
    },
  })
  // Instances go on with the settings that they read for some seconds.
  await stack.post('/local/clock', { now: `${TODAY}T09:30:00+08:00` })
  await stack.call(openid, 'shopper', 'member.join', { consentVersion: '1' })
  await stack.call(openid, 'shopper', 'checkin.checkIn')
  const known = databaseOf(stack).memberId(openid)
  const line = { product: null, quantity: 1 }
  const sell = (number: string, lines: object[], points = 0) =>
    merchant('orders.record', { member: known, number, lines, points, freightFen: 800 })
  await sell('A-1', [
    { ...line, category: 'tea', amountFen: 33_333 },
    { ...line, category: 'cups', amountFen: 16_666 },
  ])
  await sell('A-2', [{ ...line, category: 'cups', amountFen: 3_000 }], 1_300)
  await merchant('orders.refund', {
    member: known,
    orderId: 'counter:A-1',
    refundId: 'r1',
    amountFen: 30_000,
  })
  await stack.post('/local/timers/everyMinute', {})
  return known
}

describe.each(named(looks))('the owner, $name', ({ look }) => {
  it('reads the day, opens what made an entry, and goes to the member’s books', async () => {
    const app = await AppPage.open(browser, {
      stackUrl: stack.url,
      openid: shop.owner,
      look,
      at: 'features/merchant/overview/index',
    })
    const text = app.text.books
    await app.seeId('to-journal')
    await app.picture('overview-books')
    await app.tap('overview-points')
    await app.seeExplanation()
    await app.see(text.outstandingSpent)
    await app.picture('explain-outstanding')
    await app.tap('explain-close')

    await app.tap('to-journal')
    await app.arrive('journal-page')
    await app.seeId('journal')
    await app.picture('journal')
    const refund = look.language === 'zh' ? '退款 300.00 元' : 'Refund of ¥300.00'
    await app.tapText(refund)
    await app.seeExplanation()
    await app.see(app.text.explain.rules.earning)
    await app.picture('explain-refund')
    await app.tap('explain-close')

    await app.tap('kind-refunds')
    await app.see(refund)
    await app.page.waitForFunction(() => document.querySelectorAll('.book-row').length === 1)
    await app.tap('kind-expired')
    await app.seeId('journal-empty')
    await app.picture('journal-empty')
    await app.tap('all-kinds-button')
    await app.seeId('journal')
    await app.tap('day-before')
    await app.see(look.language === 'zh' ? '2026年3月9日' : '9 Mar 2026')
    await app.tap('day-after')
    await app.see(text.today)

    await app.tapText(text.member(member))
    await app.arrive('member-books-page')
    await app.see(member)
    await app.picture('member-books')
    await app.tap('member-debt')
    await app.seeExplanation()
    await app.picture('explain-debt')
    await app.tap('explain-close')
    await app.tap('member-points')
    await app.seeExplanation()
    await app.picture('explain-points')
    await app.tap('explain-close')
    await app.at('member-ledger').scrollIntoViewIfNeeded()
    await app.tapText(look.language === 'zh' ? '消费 499.99 元' : 'Purchase of ¥499.99')
    await app.seeExplanation()
    await app.see(app.text.explain.rules.campaigns)
    await app.picture('explain-sale')
    await app.page
      .locator('.bottom-sheet__body')
      .filter({ visible: true })
      .evaluate((body) => body.scrollTo(0, body.scrollHeight))
    await app.picture('explain-sale-rules')
    await app.tap('explain-order')
    await app.see(look.language === 'zh' ? '退款后还剩' : 'Left after refunds')
    await app.picture('explain-order')
    await app.tap('explain-close')
    await app.scrollTo(text.memberEnd)
    await app.picture('member-books-end')
    await app.tap('kind-expired')
    await app.seeId('member-ledger-empty')
    await app.leave()
  })
})

describe.each(named(oneLook))('at the counter, $name', ({ look }) => {
  const open = (at: string) => AppPage.open(browser, { stackUrl: stack.url, openid: 'clerk', look, at })

  it('a clerk reads a member’s books, and not the journal', async () => {
    const app = await open(`${BOOKS}?member=${member}`)
    await app.seeId('member-ledger')
    await app.tap('member-tier')
    await app.seeExplanation()
    await app.see(app.text.explain.rules.tiers)
    await app.picture('member-tier')
    await app.leave()
    const journal = await open(JOURNAL)
    await journal.see(journal.text.failure.forbiddenTitle)
    await journal.picture('journal-forbidden')
    await journal.leave()
    const overview = await open('features/merchant/overview/index')
    await overview.seeId('overview-members')
    expect(await overview.at('to-journal').count()).toBe(0)
    await overview.leave()
  })

  it('is told when there is no such member', async () => {
    const app = await open(`${BOOKS}?member=nobody`)
    await app.see(look.language === 'zh' ? '找不到这位会员' : 'This member cannot be found')
    await app.picture('member-books-unknown')
    await app.leave()
  })
})
