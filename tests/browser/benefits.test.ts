import type { Browser } from 'playwright-core'
import type { OutputOf } from '@shared/contracts'
import type { Benefit } from '@shared/rules/benefits/benefit'
import { launchBrowser } from '../support/browser'
import { makeLively } from '../support/livelyShop'
import { startStack, type RunningStack } from '../support/startStack'
import { AppPage } from './appPage'
import { looks, named } from './looks'

const TODAY = '2026-03-10'

// A person's way through the app, on a machine that does other things too.
jest.setTimeout(120_000)

let stack: RunningStack
let browser: Browser

beforeAll(async () => {
  stack = await startStack({ clock: `${TODAY}T09:00:00+08:00` })
  await makeLively(stack, TODAY)
  browser = await launchBrowser()
})

afterAll(async () => {
  await browser?.close()
  await stack?.stop()
})

type Stored = Extract<OutputOf<'settings.read'>, { topic: 'benefits' }>

async function stored(): Promise<Stored> {
  const answer = await stack.call('owner', 'merchant', 'settings.read', { topic: 'benefits' })
  if (!answer.ok) throw new Error(answer.error.message)
  return answer.value as Stored
}

/** Saves these and no others, whatever the version is by now. */
async function saveBenefits(...benefits: readonly Benefit[]): Promise<void> {
  const { version } = await stored()
  const input = { topic: 'benefits', expectedVersion: version, value: { benefits } } as const
  const answer = await stack.call('owner', 'merchant', 'settings.save', input)
  if (!answer.ok) throw new Error(answer.error.message)
}

const discounting = {
  requirement: { of: 'none' },
  stacking: { withAutomatic: true, withCodes: false },
} as const
const discount: Benefit = {
  id: 'off',
  levelId: 'silver',
  for: 'everyone',
  name: { zh: '会员价', en: 'Member price' },
  description: { zh: '', en: '' },
  icon: null,
  addedOn: TODAY,
  perk: { of: 'discount', rateBp: 9_500, ...discounting },
}
const voucher: Benefit = {
  ...discount,
  id: 'cash',
  levelId: 'gold',
  name: { zh: '季度现金券', en: 'Quarterly voucher' },
  perk: {
    of: 'voucher',
    amountFen: 2_000,
    validDays: 30,
    issue: { of: 'everyMonths', months: 3, dayOfMonth: 8 },
    ...discounting,
  },
}

async function type(app: AppPage, id: string, text: string): Promise<void> {
  await app.at(id).locator('input').fill(text)
}

describe.each(named(looks))('benefits, $name', ({ look }) => {
  const open = (page: string, query = '') =>
    AppPage.open(browser, {
      stackUrl: stack.url,
      openid: 'owner',
      look,
      at: `features/merchant/${page}/index${query}`,
    })
  const isChinese = look.language === 'zh'
  const shows = (app: AppPage, id: string, text: string) => app.at(id).getByText(text).first().waitFor()

  it('are added to a level: a voucher on the last day of every third month', async () => {
    await saveBenefits()
    const app = await open('benefits')
    await app.see(app.text.benefits.none)
    await app.picture('benefits-none')
    await app.tap('add-benefit-regular')
    await app.arrive('benefit-page')
    await app.see(app.text.benefits.closed.pointsOnLowest)
    await app.picture('benefit-kinds')
    await app.at('kind-pointsOnUpgrade').scrollIntoViewIfNeeded()
    await app.tap('kind-pointsOnUpgrade')
    await app.seeId('kinds')
    await app.back('benefits-page')

    await app.at('add-benefit-gold').scrollIntoViewIfNeeded()
    await app.tap('add-benefit-gold')
    await app.arrive('benefit-page')
    await app.tap('kind-voucher')
    await shows(app, 'benefit-seen', isChinese ? '20 元现金券' : '¥20 voucher')
    await app.picture('benefit-voucher')
    await type(app, 'perk-amountFen', '')
    await app.see(app.text.levels.bar.unfinished)
    await type(app, 'perk-amountFen', '30.5')
    await shows(app, 'benefit-seen', isChinese ? '30.50 元现金券' : '¥30.50 voucher')
    await app.tap('issue-everyMonths')
    await type(app, 'issue-months', '3')
    await type(app, 'issue-day', '31')
    await shows(
      app,
      'benefit-seen',
      isChinese
        ? '每 3 个月的 31 日发放（短月为最后一天）'
        : 'given every 3 months on the 31st (the last day of shorter months)',
    )
    await app.at('issue-day').scrollIntoViewIfNeeded()
    await app.picture('benefit-issue')
    await app.tap('issue-yearly')
    await type(app, 'issue-month', '2')
    await type(app, 'issue-day', '30')
    await app.see(app.text.rules.field.whole('1', '29'))
    await type(app, 'issue-day', '29')
    await app.see(app.text.benefits.leapDay)
    await app.tap('requirement-minimumQuantity')
    await type(app, 'minimum-quantity', '3')
    await app.tap('with-automatic')
    await shows(app, 'benefit-seen', isChinese ? '满 3 件可用' : 'for 3 items or more')
    await app.at('with-codes').scrollIntoViewIfNeeded()
    await app.picture('benefit-requirement')
    await app.see(app.text.benefits.closed.paidOnlyElsewhere)
    await app.tap('for-paidOnly')
    await type(app, 'benefit-name', '年度现金券')
    await type(app, 'benefit-name-en', 'Yearly voucher')
    await app.tap('sign-crown')
    await app.at('sign-crown').scrollIntoViewIfNeeded()
    await app.picture('benefit-look')

    await app.back('benefits-page')
    await app.see(isChinese ? '年度现金券' : 'Yearly voucher')
    await app.see(app.text.benefits.adds.new)
    await app.seeId('to-preview')
    await app.at('add-benefit-gold').scrollIntoViewIfNeeded()
    await app.picture('benefits-added')
    // A check that is under way would be cut off.
    await app.see(app.text.levels.bar.unsaved)
    await app.page.reload()
    await app.see(isChinese ? '年度现金券' : 'Yearly voucher')
    expect((await stored()).value.benefits).toEqual([])
    await app.see(app.text.levels.bar.unsaved)
    await app.tap('discard')
    await app.tap('discard-sheet-confirm')
    await app.seeId('add-benefit-gold')
    await app.leave()
  })

  it('are typed as people say a discount, and compared with those of the level below', async () => {
    await saveBenefits(discount)
    const app = await open('benefits', '?level=gold')
    await app.see(
      isChinese ? '白银会员有，这一级没有：会员价' : 'Silver has and this level has not: Member price',
    )
    await app.picture('benefits-lacking')
    await app.tap('bring-gold')
    await app.see(isChinese ? '会员价' : 'Member price')
    await app.tapText(isChinese ? '会员价' : 'Member price')
    await app.arrive('benefit-page')
    await type(app, 'perk-rate', isChinese ? '8.8' : '12')
    await shows(app, 'benefit-seen', isChinese ? '8.8 折' : '12% off')
    await app.picture('benefit-discount')
    await app.tap('other-kind')
    await app.tap('kind-pointsMultiplier')
    await type(app, 'perk-times', '1')
    await app.see(app.text.levels.bar.unfinished)
    await type(app, 'perk-times', '1.5')
    await shows(app, 'benefit-seen', isChinese ? '消费积分 1.5 倍' : '1.5× points')
    await app.back('benefits-page')
    await app.see(isChinese ? '消费积分 1.5 倍' : '1.5× points')
    await app.tap('all-levels')
    await app.seeId('add-benefit-regular')
    await app.see(app.text.levels.bar.unsaved)
    await app.tap('discard')
    await app.tap('discard-sheet-confirm')
    await app.leave()
  })

  it('are edited and saved by the preview, and deleted after it is said what stays', async () => {
    await saveBenefits(discount, voucher)
    const app = await open('benefits')
    await app.at('benefit-cash').scrollIntoViewIfNeeded()
    await app.tap('benefit-cash')
    await app.arrive('benefit-page')
    expect(await app.at('other-kind').count()).toBe(0)
    await type(app, 'perk-amountFen', '50')
    await app.tap('to-preview')
    await app.arrive('tier-preview-page')
    await app.tap('save-draft')
    await app.arrive('recalculation-page')
    expect((await stored()).value.benefits.map(({ perk }) => perk)).toEqual([
      discount.perk,
      { ...voucher.perk, amountFen: 5_000 },
    ])
    await app.back('benefit-page')
    await app.at('delete-benefit').scrollIntoViewIfNeeded()
    await app.tap('delete-benefit')
    await app.see(app.text.benefits.deleteEffects.given)
    await app.picture('benefit-delete')
    await app.tap('delete-sheet-confirm')
    await app.arrive('benefits-page')
    await app.seeId('benefit-off')
    expect(await app.at('benefit-cash').count()).toBe(0)
    await app.see(app.text.levels.bar.unsaved)
    await app.tap('discard')
    await app.tap('discard-sheet-confirm')
    await app.seeId('benefit-cash')
    await app.leave()
  })
})
