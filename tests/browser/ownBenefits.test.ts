import type { Benefit, Issue, Perk } from '@shared/rules/benefits/benefit'
import { DEFAULT_PROGRAM, switchedOff } from '@shared/rules/tiers/program'
import type { Browser, Page } from 'playwright-core'
import { formatDay } from '@/i18n/format'
import { put } from '../../cloudfunctions/database/documentAccess'
import { launchBrowser } from '../support/browser'
import { databaseOf } from '../support/databaseOf'
import { startStack, type RunningStack } from '../support/startStack'
import { AppPage } from './appPage'
import { showsLastSeen } from './lastSeen'
import { looks, named, oneLook } from './looks'
import { holdCalls } from './network'

const FIRST = '2026-11-08'
const TODAY = '2026-12-10'
const BENEFITS = 'features/benefits/index'

// A person's way through the app, on a machine that does other things too.
jest.setTimeout(120_000)

let stack: RunningStack
let browser: Browser

const none = { requirement: { of: 'none' }, stacking: { withAutomatic: true, withCodes: true } } as const
const from200 = {
  requirement: { of: 'minimumAmount', amountFen: 20_000 },
  stacking: { withAutomatic: true, withCodes: false },
} as const

function benefit(id: string, zh: string, en: string, perk: Perk, levelId = 'silver'): Benefit {
  const description =
    id === 'support' ? { zh: '专人答复，工作日 9 点到 21 点', en: 'One person for you' } : NO_WORDS
  return {
    id,
    levelId,
    for: 'everyone',
    name: { zh, en },
    description,
    icon: null,
    addedOn: FIRST,
    perk,
  }
}
const NO_WORDS = { zh: '', en: '' }
const onDay = (dayOfMonth: number): Issue => ({ of: 'everyMonths', months: 1, dayOfMonth })
const voucher = (amountFen: number, validDays: number, issue: Issue): Perk => ({
  of: 'voucher',
  amountFen,
  validDays,
  issue,
  ...from200,
})

const GIVEN: readonly Benefit[] = [
  benefit('discount', '银卡折扣', 'Silver price', { of: 'discount', rateBp: 9_500, ...none }),
  benefit('monthly', '每月礼券', 'Monthly voucher', voucher(2_000, 14, onDay(31))),
  benefit('welcome', '升级礼券', 'Welcome voucher', voucher(5_000, 33, { of: 'atOnce' })),
  benefit('shipping', '免邮次数', 'Free shipping', { of: 'freeShippingQuota', perMonth: 3, ...none }),
  benefit('birthday', '生日礼遇', 'Birthday treat', { of: 'birthdayDiscount', rateBp: 8_800, ...from200 }),
  benefit('support', '优先客服', 'Priority support', { of: 'prioritySupport' }),
]

beforeAll(async () => {
  stack = await startStack({ clock: `${FIRST}T09:00:00+08:00` })
  await stack.post('/local/staff', { openid: 'owner', role: 'owner' })
  await setting('benefits', { version: 1, benefits: GIVEN })
  await stack.post('/local/clock', { now: new Date(`${FIRST}T09:10:00+08:00`).toISOString() })
  await joined('holder')
  await buys('holder', 120_000)
  await joined('newcomer')
  await stack.post('/local/clock', { now: new Date(`${TODAY}T09:00:00+08:00`).toISOString() })
  await stack.post('/local/timers/hourly', {})
  await stack.post('/local/timers/everyMinute', {})
  await useOne()
  browser = await launchBrowser()
})

afterAll(async () => {
  await browser?.close()
  await stack?.stop()
})

const setting = (_id: string, value: object): Promise<void> =>
  put(databaseOf(stack).cloud, 'settings', { _id, value } as { _id: string })

async function joined(openid: string): Promise<void> {
  await stack.call(openid, 'shopper', 'member.join', { consentVersion: '1' })
}

async function buys(openid: string, amountFen: number): Promise<void> {
  const member = databaseOf(stack).memberId(openid)
  const lines = [{ category: null, product: null, quantity: 1, amountFen }]
  const sale = { member, number: openid, lines, points: 0 }
  const reply = await stack.call('owner', 'merchant', 'orders.record', sale)
  if (!reply.ok) throw new Error(reply.error.message)
}

/** One free delivery of this month has been used, as checking out will do it. */
async function useOne(): Promise<void> {
  const { cloud, memberId } = databaseOf(stack)
  const { updated } = (await cloud.db
    .collection('coupons')
    .where({ _id: `grant:shipping:${memberId('holder')}:2026-12` })
    .update({ usedBy: [{ orderId: 'o1', day: '2026-12-05' }] })) as { updated: number }
  expect(updated).toBe(1)
}

const open = (
  openid: string,
  look: (typeof looks)[number],
  at: string,
  before?: (page: Page) => Promise<void>,
) => AppPage.open(browser, { stackUrl: stack.url, openid, look, at, before })

const textOf = (app: AppPage, id: string) => app.at(id).innerText()

describe.each(named(looks))('a holder of a level, $name', ({ look }) => {
  it('comes from their own page, and sees what can be used, what comes and what is over', async () => {
    const app = await open('holder', look, 'features/mine/index')
    const { ownBenefits } = app.text
    const day = (date: string) => formatDay(date, look.language)
    await app.tap('benefits-row')
    await app.arrive('benefits-page')
    await app.picture('own-benefits')
    const usable = await textOf(app, 'benefits-usable')
    expect(usable).toContain('¥50')
    expect(usable).toContain(ownBenefits.endsToday)
    expect(usable).toContain('¥20')
    expect(usable).toContain(ownBenefits.validUntil(day('2026-12-13')))
    expect(usable).toContain(ownBenefits.daysLeft(3))
    expect(usable).toContain('× 2')
    const coming = await textOf(app, 'benefits-coming')
    expect(coming).toContain(day('2026-12-31'))
    expect(coming).toContain(day('2027-01-01'))
    await app.at('benefits-own').scrollIntoViewIfNeeded()
    await app.picture('own-benefits-level')
    const own = await textOf(app, 'benefits-own')
    expect(own).toContain(ownBenefits.lastGiven(day('2026-11-30')))
    expect(own).toContain(ownBenefits.tellBirthday)
    await app.at('benefits-past').scrollIntoViewIfNeeded()
    const past = await textOf(app, 'benefits-past')
    expect(past).toContain(ownBenefits.used(day('2026-12-05')))
    expect(past).toContain(ownBenefits.expired(day('2026-11-30')))
    await app.page.mouse.wheel(0, 3_000)
    await app.picture('own-benefits-past')
    await app.at('benefits-level').scrollIntoViewIfNeeded()
    await app.tap('benefits-level')
    await app.arrive('tiers-page')
    await app.leave()
  })
})

describe.each(named(oneLook))('the page of benefits, $name', ({ look }) => {
  it('says so where a level has none, and leads to how to move up', async () => {
    const app = await open('newcomer', look, BENEFITS)
    await app.see(app.text.ownBenefits.empty)
    await app.picture('own-benefits-empty')
    await app.tap('to-home-button')
    await app.arrive('home-page')
    await app.leave()
  })

  it('stands in quiet shapes while it loads', async () => {
    let release: (() => void) | undefined
    const app = await open('holder', look, BENEFITS, async (page) => void (release = await holdCalls(page)))
    await app.page.locator('.skeleton').filter({ visible: true }).waitFor()
    await app.picture('own-benefits-loading')
    release?.()
    await app.seeId('benefits-usable')
    await app.leave()
  })

  it('shows what was last seen without a network, and loads when it is back', async () => {
    const app = await open('holder', look, BENEFITS)
    await showsLastSeen(app, 'benefits-usable', 'own-benefits-offline')
    await app.leave()
  })

  it('tells who has not joined where to', async () => {
    const app = await open('stranger', look, BENEFITS)
    await app.see(app.text.failure.notMemberTitle)
    await app.leave()
  })

  it('says that the levels are off, and still shows what can be used', async () => {
    await setting('tiers', { ...switchedOff(DEFAULT_PROGRAM, TODAY), version: 1 })
    await stack.post('/local/clock', { now: new Date(`${TODAY}T09:10:00+08:00`).toISOString() })
    const app = await open('holder', look, BENEFITS)
    await app.see(app.text.ownBenefits.off)
    await app.seeId('benefits-usable')
    expect(await app.at('benefits-own').count()).toBe(0)
    await app.picture('own-benefits-off')
    await app.leave()
  })
})
