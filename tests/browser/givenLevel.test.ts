import type { Browser } from 'playwright-core'
import { launchBrowser } from '../support/browser'
import { databaseOf } from '../support/databaseOf'
import { startStack, type RunningStack } from '../support/startStack'
import { AppPage } from './appPage'
import { looks, named, oneLook } from './looks'

const BOOKS = 'features/merchant/memberBooks/index'

// A person's way through the app, on a machine that does other things too.
jest.setTimeout(90_000)

let stack: RunningStack
let browser: Browser

beforeAll(async () => {
  stack = await startStack({ clock: '2026-03-10T09:00:00+08:00' })
  await stack.post('/local/staff', { openid: 'manager', role: 'manager' })
  await stack.post('/local/staff', { openid: 'clerk', role: 'clerk' })
  browser = await launchBrowser()
})

afterAll(async () => {
  await browser?.close()
  await stack?.stop()
})

/** Joins, and answers the number that their books are opened with. */
async function join(openid: string): Promise<string> {
  await stack.call(openid, 'shopper', 'member.join', { consentVersion: '1' })
  return databaseOf(stack).memberId(openid)
}

const open = (openid: string, look: (typeof looks)[number], at: string) =>
  AppPage.open(browser, { stackUrl: stack.url, openid, look, at })

describe.each(named(looks))('a manager, $name', ({ look, name }) => {
  it('gives a member a level with a reason, finds it in the books, and takes it back', async () => {
    const openid = `member-${name}`
    const member = await join(openid)
    const app = await open('manager', look, `${BOOKS}?member=${member}`)
    const text = app.text.books.givenLevel
    const isZh = look.language === 'zh'
    const type = (id: string, words: string) => app.at(id).locator('input').fill(words)
    await app.see(text.none)
    await app.picture('given-level-none')

    await app.tap('give-level')
    await app.seeId('give-level-sheet')
    await app.tap('level-gold')
    await app.tap('give-level-sheet-confirm')
    await app.see(text.reasonMissing)
    await app.picture('give-level-sheet')
    await type('give-level-sheet-reason', isZh ? '老顾客关怀' : 'A regular of many years')
    await app.tap('give-level-sheet-confirm')
    const until = isZh ? '2026年12月31日' : '31 Dec 2026'
    await app.see(text.through(isZh ? '黄金会员' : 'Gold', until))
    await app.toastGone()
    await app.picture('given-level')

    await app.tap('kind-tier')
    await app.page.waitForFunction(() => document.querySelectorAll('.book-row').length === 2)
    await app.at('member-ledger').scrollIntoViewIfNeeded()
    await app.picture('given-level-history')
    await app.tapText(isZh ? '商家给予黄金会员' : 'Gold given by the store')
    await app.seeExplanation()
    await app.see(app.text.explain.rules.tiers)
    await app.picture('explain-given-level')
    await app.tap('explain-close')

    await app.tap('take-level-back')
    await app.seeId('take-level-back-sheet')
    await app.picture('take-level-back-sheet')
    await type('take-level-back-sheet-reason', isZh ? '录入有误' : 'Entered by mistake')
    await app.tap('take-level-back-sheet-confirm')
    await app.see(text.none)
    await app.page.waitForFunction(() => document.querySelectorAll('.book-row').length === 3)
    await app.leave()

    await stack.post('/local/timers/everyMinute', {})
    const shopper = await open(openid, look, 'features/messages/index')
    await shopper.see(isZh ? '恭喜升级为黄金会员' : 'You have reached Gold')
    await shopper.see(isZh ? '您的等级变为普通会员' : 'Your level is now Regular')
    await shopper.picture('messages-level')
    await shopper.tapText(app.text.messages.open.tiers)
    await shopper.arrive('tiers-page')
    await shopper.leave()
  })
})

describe.each(named(oneLook))('the level that was given, $name', ({ look, name }) => {
  it('can be changed to hold until it is taken back; a day that is over cannot be chosen', async () => {
    const member = await join(`changed-${name}`)
    const gift = { member, levelId: 'silver', until: '2026-03-10', reason: '试用' }
    await stack.call('manager', 'merchant', 'tiers.give', gift)
    const app = await open('manager', look, `${BOOKS}?member=${member}`)
    const text = app.text.books.givenLevel
    await app.tap('give-level')
    await app.see(text.changeTitle)
    await app.tap('level-until')
    await app.page.locator('.weui-picker').filter({ visible: true }).waitFor()
    await app.picture('give-level-day')
    await app.page.locator('.weui-picker__action').filter({ visible: true }).first().tap()
    await app.tap('span-forever')
    await app.page.locator('#give-level-sheet-reason input').filter({ visible: true }).fill('长期支持')
    await app.tap('give-level-sheet-confirm')
    await app.see(text.forever(look.language === 'zh' ? '白银会员' : 'Silver'))
    await app.leave()
  })

  it('is seen by a clerk, who cannot change it', async () => {
    const member = await join(`seen-${name}`)
    const app = await open('clerk', look, `${BOOKS}?member=${member}`)
    await app.seeId('member-ledger')
    expect(await app.at('given-level').count()).toBe(0)
    await app.leave()
    await stack.call('manager', 'merchant', 'tiers.give', {
      member,
      levelId: 'gold',
      until: null,
      reason: '老顾客',
    })
    const again = await open('clerk', look, `${BOOKS}?member=${member}`)
    await again.seeId('given-level')
    expect(await again.at('give-level').count()).toBe(0)
    await again.leave()
  })
})
