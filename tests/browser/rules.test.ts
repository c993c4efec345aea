import type { Browser } from 'playwright-core'
import type { OutputOf } from '@shared/contracts'
import { launchBrowser } from '../support/browser'
import { makeLively } from '../support/livelyShop'
import { startStack, type RunningStack } from '../support/startStack'
import { AppPage } from './appPage'
import { looks, named } from './looks'
import { LOST_CALL, loseNetwork, restore } from './network'

const TODAY = '2026-03-10'

// A person's way through the app, on a machine that does other things too.
jest.setTimeout(90_000)

let stack: RunningStack
let browser: Browser

beforeAll(async () => {
  stack = await startStack({ clock: `${TODAY}T09:00:00+08:00` })
  await makeLively(stack, TODAY)
  await stack.post('/local/staff', { openid: 'manager', role: 'manager' })
  browser = await launchBrowser()
})

afterAll(async () => {
  await browser?.close()
  await stack?.stop()
})

type Stored = OutputOf<'settings.read'>

async function stored<T extends Stored['topic']>(topic: T): Promise<Extract<Stored, { topic: T }>> {
  const answer = await stack.call('owner', 'merchant', 'settings.read', { topic })
  if (!answer.ok) throw new Error(answer.error.message)
  return answer.value as Extract<Stored, { topic: T }>
}

/** Saves as somebody, whatever the version is by now. */
async function saveAs<T extends Stored['topic']>(
  openid: string,
  topic: T,
  patch: Partial<Extract<Stored, { topic: T }>['value']>,
): Promise<void> {
  const { version, value } = await stored(topic)
  const input = { topic, expectedVersion: version, value: { ...value, ...patch } }
  const answer = await stack.call(openid, 'merchant', 'settings.save', input)
  if (!answer.ok) throw new Error(answer.error.message)
}

let now = Date.parse(`${TODAY}T09:30:00+08:00`)

/** A minute on, with its timers: no function keeps settings for as long. */
async function aMinuteLater(): Promise<void> {
  now += 60_000
  await stack.post('/local/clock', { now: new Date(now).toISOString() })
}

async function type(app: AppPage, id: string, text: string): Promise<void> {
  await app.at(id).locator('input').fill(text)
}

async function seePoints(app: AppPage, points: number): Promise<void> {
  await app.at('example-points').getByText(String(points), { exact: true }).waitFor()
}

const spring = {
  id: 'spring',
  name: { zh: '春季双倍', en: 'Spring double' },
  isOn: true,
  from: '2026-03-01',
  to: '2026-03-31',
  rateBp: 20_000,
  goods: { of: 'all' as const },
  audience: { of: 'everyone' as const },
}

describe.each(named(looks))('a merchant, $name', ({ look }) => {
  const open = (page: string, openid = 'owner') =>
    AppPage.open(browser, { stackUrl: stack.url, openid, look, at: `features/merchant/${page}/index` })

  it('edits the earning rules and sees at once what they come to', async () => {
    await saveAs('owner', 'campaigns', { campaigns: [] })
    await saveAs('owner', 'earning', { pointsPerYuan: 1, multipliers: [], stacking: 'best', capBp: null })
    await aMinuteLater()
    const app = await open('overview')
    await app.at('to-earningRules').scrollIntoViewIfNeeded()
    await app.picture('overview-rules')
    await app.tap('to-earningRules')
    await app.arrive('earning-rules-page')
    await seePoints(app, 100)
    await app.picture('earning-rules')

    await type(app, 'points-per-yuan', '2')
    await seePoints(app, 200)
    await app.tap('add-multiplier')
    await app.see(app.text.rules.field.needName)
    await app.see(app.text.rules.save.unfinished)
    await app.picture('earning-rules-unfinished')
    await type(app, 'rule-name', '周年')
    await type(app, 'rule-rate', '1.5')
    await seePoints(app, 300)
    await app.tap('rule-audience-tiers')
    await app.see(app.text.rules.field.needTier)
    await app.tap('rule-tier-gold')
    await seePoints(app, 200)
    await app.at('rule-goods-all').scrollIntoViewIfNeeded()
    await app.picture('earning-rules-multiplier')

    await app.at('example-toggle').scrollIntoViewIfNeeded()
    await app.tap('example-toggle')
    await app.see(app.text.rules.example.outcome.otherMembers)
    await app.tap('sample-tier-gold')
    await seePoints(app, 300)
    await app.see(app.text.rules.example.outcome.used)
    await app.picture('earning-rules-example')
    await app.tap('example-toggle')

    const { version } = await stored('earning')
    await app.tap('save')
    await app.see(app.text.rules.save.saved(version + 1))
    await app.seeId('save-bar')
    await app.see(app.text.rules.save.me)
    expect((await stored('earning')).value).toMatchObject({
      pointsPerYuan: 2,
      multipliers: [{ name: { zh: '周年', en: '周年' }, rateBp: 15_000, audience: { tiers: ['gold'] } }],
    })
    await app.toastGone()
    await app.at('stacking-product').scrollIntoViewIfNeeded()
    await app.tap('stacking-product')
    await app.picture('earning-rules-stacking')
    await app.leave()
  })

  it('is told when somebody else saved meanwhile, and keeps nothing by mistake', async () => {
    await saveAs('owner', 'earning', { growthPerYuan: 1, releaseDays: 0 })
    const app = await open('earningRules')
    await app.seeId('example')
    await type(app, 'release-days', '7')
    await saveAs('manager', 'earning', { growthPerYuan: 3 })
    await app.tap('save')
    await app.seeId('load-newest')
    await app.picture('earning-rules-newer')
    await app.tap('load-newest')
    await app.see(app.text.rules.save.roles.manager)
    expect(await app.at('release-days').locator('input').inputValue()).toBe('0')
    expect(await app.at('growth-per-yuan').locator('input').inputValue()).toBe('3')
    expect((await stored('earning')).value).toMatchObject({ growthPerYuan: 3, releaseDays: 0 })
    await app.leave()
  })

  it('keeps what was typed when there is no network, and saves when it is back', async () => {
    const app = await open('earningRules')
    await app.seeId('example')
    const before = await stored('earning')
    await app.see(app.text.rules.example.base(100 * before.value.pointsPerYuan))
    await loseNetwork(app.page)
    await type(app, 'release-days', '9')
    await app.see(app.text.rules.example.offline)
    await app.tap('save')
    await app.see(app.text.failure.offline)
    await app.picture('earning-rules-offline')
    await restore(app.page)
    app.takeProblems(LOST_CALL)
    await app.tap('save')
    await app.see(app.text.rules.save.saved(before.version + 1))
    expect((await stored('earning')).value.releaseDays).toBe(9)
    await app.leave()
  })

  it('makes a campaign, sees which others it meets, and deletes it', async () => {
    await saveAs('owner', 'campaigns', { campaigns: [] })
    const empty = await open('campaigns')
    await empty.seeId('campaigns-empty')
    await empty.picture('campaigns-empty')
    await empty.leave()
    await saveAs('owner', 'campaigns', {
      campaigns: [
        { ...spring, id: 'over', from: '2026-01-01', to: '2026-02-01', name: { zh: '新年', en: 'New Year' } },
        spring,
      ],
    })
    const { pointsPerYuan } = (await stored('earning')).value
    const app = await open('campaigns')
    await app.tap('add-campaign')
    await app.arrive('campaign-page')
    await type(app, 'rule-name', '茶叶三倍')
    await type(app, 'rule-name-en', 'Triple tea')
    await type(app, 'rule-rate', '3')
    await app.tap('rule-goods-categories')
    await type(app, 'rule-goods-names', '茶叶，茶具')
    const name = look.language === 'zh' ? '春季双倍' : 'Spring double'
    await app.see(app.text.rules.campaigns.overlap(name))
    await seePoints(app, 300 * pointsPerYuan)
    await app.at('example').scrollIntoViewIfNeeded()
    await app.picture('campaign-new')
    await app.tap('save')
    await app.arrive('campaigns-page')
    await app.see(look.language === 'zh' ? '茶叶三倍' : 'Triple tea')
    await app.see(app.text.rules.campaigns.states.running)
    await app.toastGone()
    await app.picture('campaigns')
    const { value } = await stored('campaigns')
    expect(value.campaigns.map(({ rateBp }) => rateBp)).toEqual([20_000, 20_000, 30_000])

    const made = value.campaigns[2]?.id ?? ''
    await app.tap(`campaign-${made}`)
    await app.arrive('campaign-page')
    await app.at('delete-campaign').scrollIntoViewIfNeeded()
    await app.picture('campaign-foot')
    await app.tap('delete-campaign')
    await app.see(app.text.rules.campaigns.deleteTitle)
    await app.picture('campaign-delete')
    await app.tap('delete-sheet-confirm')
    await app.arrive('campaigns-page')
    expect((await stored('campaigns')).value.campaigns).toHaveLength(2)
    await app.leave()
  })

  it('sets how long points are good and what they are worth', async () => {
    await saveAs('owner', 'points', {
      validity: { kind: 'endOfNextYear' },
      toCash: {
        pointsPerYuan: 100,
        step: 100,
        minimum: 100,
        cap: { kind: 'shareOfPayable', shareBp: 5_000 },
        allowsZero: false,
      },
    })
    const app = await open('pointsRules')
    await app.tap('validity-months')
    await type(app, 'valid-months', '18')
    await app.picture('points-rules')
    await app.at('points-step').scrollIntoViewIfNeeded()
    await type(app, 'points-per-yuan-off', '300')
    await app.see(app.text.rules.points.stepFault)
    await app.picture('points-rules-fault')
    await type(app, 'points-per-yuan-off', '50')
    await app.see(app.text.rules.points.worth('100', '¥2.00'))
    await app.at('allows-zero').scrollIntoViewIfNeeded()
    await app.picture('points-rules-cash')
    const { version } = await stored('points')
    await app.tap('save')
    await app.see(app.text.rules.save.saved(version + 1))
    expect((await stored('points')).value).toMatchObject({
      validity: { kind: 'months', validMonths: 18, toMonthEnd: true },
      toCash: { pointsPerYuan: 50, step: 100 },
    })
    await app.leave()
  })

  it('changes how growth counts, and sees members being counted again', async () => {
    await saveAs('owner', 'growth', { mode: { kind: 'allTime' } })
    const app = await open('growthRules')
    await app.tap('mode-rolling')
    await type(app, 'window-days', '90')
    await app.seeId('growth-will')
    await app.picture('growth-rules')
    const { version } = await stored('growth')
    await app.tap('save')
    await app.see(app.text.rules.save.saved(version + 1))
    await app.seeId('growth-recounting')
    expect((await stored('growth')).recounting.members).toBeGreaterThan(0)
    await app.toastGone()
    await app.picture('growth-rules-recounting')
    await aMinuteLater()
    await app.see(app.text.rules.growth.recounted)
    await app.picture('growth-rules-counted')
    await app.leave()
  })
})

describe('a clerk', () => {
  it('finds no way to the rules, and none by the address', async () => {
    await stack.post('/local/staff', { openid: 'clerk', role: 'clerk' })
    const look = { language: 'zh', colorScheme: 'light' } as const
    const at = (page: string) => ({
      stackUrl: stack.url,
      openid: 'clerk',
      look,
      at: `features/merchant/${page}/index`,
    })
    const home = await AppPage.open(browser, at('overview'))
    await home.seeId('month-chart')
    expect(await home.at('to-earningRules').count()).toBe(0)
    await home.leave()
    const uninvited = await AppPage.open(browser, at('earningRules'))
    await uninvited.see(uninvited.text.failure.forbiddenTitle)
    await uninvited.picture('earning-rules-forbidden')
    await uninvited.leave()
  })
})
