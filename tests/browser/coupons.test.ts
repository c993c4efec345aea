import type { Browser } from 'playwright-core'
import { RULES } from '@shared/rules/coupons/exampleCoupon'
import type { CouponRules } from '@shared/rules/coupons/template'
import { launchBrowser } from '../support/browser'
import { databaseOf } from '../support/databaseOf'
import { startStack, type RunningStack } from '../support/startStack'
import { AppPage } from './appPage'
import { looks, named, oneLook } from './looks'

const BOOKS = 'features/merchant/memberBooks/index'

// A person's way through the app, on a machine that does other things too.
jest.setTimeout(120_000)

let stack: RunningStack
let browser: Browser

beforeAll(async () => {
  stack = await startStack({ clock: '2026-03-10T09:00:00+08:00' })
  await stack.post('/local/staff', { openid: 'manager', role: 'manager' })
  browser = await launchBrowser()
})

afterAll(async () => {
  await browser?.close()
  await stack?.stop()
})

async function join(openid: string): Promise<string> {
  await stack.call(openid, 'shopper', 'member.join', { consentVersion: '1' })
  return databaseOf(stack).memberId(openid)
}

const save = (id: string, more: Partial<CouponRules>) =>
  stack.call('manager', 'merchant', 'couponTemplates.save', {
    id,
    expectedVersion: 0,
    rules: { ...RULES, ...more },
  })

const open = (openid: string, look: (typeof looks)[number], at: string) =>
  AppPage.open(browser, { stackUrl: stack.url, openid, look, at })

describe.each(named(looks))('coupons, $name', ({ look, name }) => {
  const isZh = look.language === 'zh'

  it('are made by the shop, which keeps from what does not go together', async () => {
    const app = await open('manager', look, 'features/merchant/coupons/index')
    const text = app.text.coupons.shop
    await app.seeId(look.language === 'zh' ? 'templates-empty' : 'add-template')
    await app.picture('templates-before')
    await app.tap('add-template')
    await app.arrive('coupon-page')
    await app
      .at('coupon-name')
      .locator('input')
      .fill(isZh ? '周末满减' : '周末立减')
    await app.tap('requirement-minimumAmount')
    await app.at('amount').locator('input').fill('300')
    await app.see(text.minimumFault('300'))
    await app.picture('template-fault')
    await app.at('amount').locator('input').fill('20')
    await app.tap('kind-exchange')
    await app.see(text.exchangeGoods)
    await app.picture('template-exchange')
    await app.tap('kind-cashOff')
    await app.tap('goods-all')
    await app.tap('claimable')
    await app.picture('template-editor')
    await app.tap('save-template')
    await app.arrive('merchant-coupons-page')
    await app.see(isZh ? '周末满减' : '周末立减')
    await app.toastGone()
    await app.picture('templates')
    await app.leave()
  })

  it('are claimed by a member, who reads every rule before, and finds them on their shelves', async () => {
    await save(`claim-${name}`, { validity: { of: 'days', days: 5 }, total: 20 })
    await save(`rate-${name}`, {
      name: { zh: '茶饮八折', en: 'Tea 20% off' },
      takesOff: { kind: 'percentOff', rateBp: 8_000, capFen: 5_000 },
      goods: { of: 'categories', categories: [isZh ? '茶饮' : 'Tea'] },
    })
    const openid = `shopper-${name}`
    const member = await join(openid)
    const app = await open(openid, look, 'features/coupons/index')
    const text = app.text.coupons
    await app.see(text.empty.usable)
    await app.picture('coupons-empty')
    await app.tap('empty-to-claim')
    await app.arrive('claim-coupons-page')
    await app.seeId(`claim-claim-${name}`)
    await app.picture('claim-coupons')
    await app.tap(`claim-claim-${name}`)
    await app.see(text.closed.COUPON_LIMIT)
    await app.tap(`claim-rate-${name}`)
    await app.page.waitForFunction((id) => !document.getElementById(id), `claim-rate-${name}`)
    await app.toastGone()
    await app.picture('claimed-coupons')
    await app.back('coupons-page')
    await app.see(text.daysLeft(4))
    await app.tap(`rules-coupon-claim-${name}-${member}-1`)
    await app.see(isZh ? '全部商品可用' : 'For all goods')
    await app.picture('coupons-usable')
    await app.tap('shelf-used')
    await app.see(text.empty.used)
    await app.leave()
  })

  it('are given by the shop with a reason, which the member reads, and made void', async () => {
    const openid = `given-${name}`
    const member = await join(openid)
    const app = await open('manager', look, `${BOOKS}?member=${member}`)
    const text = app.text.coupons.shop.member
    await app.see(text.none)
    await app.tap('give-coupon')
    await app.seeId('give-coupon-sheet')
    await app.tap(`give-rate-${name}`)
    await app
      .at('give-coupon-sheet-reason')
      .locator('input')
      .fill(isZh ? '致歉' : 'An apology')
    await app.picture('give-coupon-sheet')
    await app.tap('give-coupon-sheet-confirm')
    await app.seeId('void-coupon')
    await app.toastGone()
    await app.at('member-coupons').scrollIntoViewIfNeeded()
    await app.picture('member-coupons')
    await stack.post('/local/timers/everyMinute', {})
    const shopper = await open(openid, look, 'features/messages/index')
    await shopper.see(isZh ? '收到一张券：茶饮八折' : 'You were given a coupon: Tea 20% off')
    await shopper.picture('coupon-message')
    await shopper.leave()
    await app.tap('void-coupon')
    await app
      .at('void-coupon-sheet-reason')
      .locator('input')
      .fill(isZh ? '发错了' : 'By mistake')
    await app.picture('void-coupon-sheet')
    await app.tap('void-coupon-sheet-confirm')
    await app.see(text.standing.voided)
    await app.leave()
    const again = await open(openid, look, 'features/coupons/index')
    await again.tap('shelf-expired')
    await again.see(again.text.coupons.voided(isZh ? '发错了' : 'By mistake'))
    await again.picture('coupons-expired')
    await again.leave()
  })
})

describe.each(named(oneLook))('coupons for many, $name', ({ look, name }) => {
  it('are given to a file of members, with how far it has come and who got none', async () => {
    await save(`many-${name}`, { claimable: false })
    const members = await Promise.all(['one', 'two', 'three'].map((each) => join(`${each}-${name}`)))
    const app = await open('manager', look, 'features/merchant/giveCoupons/index')
    const { file } = app.text.coupons.shop
    await app.tap('start-giving')
    await app.see(file.needTemplate)
    await app.tap(`give-many-${name}`)
    await app.at('give-reason').locator('input').fill('店庆')
    await app
      .at('members')
      .locator('textarea')
      .fill(`会员编号,姓名\n${members.join(',x\n')}\n${members[0]}\nm0000000000000000000000`)
    await app.see(file.counted(4))
    await app.see(file.repeated(1))
    await app.picture('give-coupons')
    await app.tap('start-giving')
    await app.see(file.given(3))
    await app.see(file.rejected(1))
    await app.see(app.text.coupons.closed.MEMBER_NOT_FOUND)
    await app.page.getByText(file.rejected(1)).scrollIntoViewIfNeeded()
    await app.picture('given-coupons')
    await app.leave()
  })
})
