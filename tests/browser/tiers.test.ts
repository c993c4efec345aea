import type { OutputOf } from '@shared/contracts'
import type { Words } from '@shared/kernel/words'
import type { Benefit, Perk } from '@shared/rules/benefits/benefit'
import { DEFAULT_PROGRAM, switchedOff, type Level, type TierProgram } from '@shared/rules/tiers/program'
import type { Browser } from 'playwright-core'
import { formatDay, formatMoney } from '@/i18n/format'
import { put } from '../../cloudfunctions/database/documentAccess'
import { launchBrowser } from '../support/browser'
import { databaseOf } from '../support/databaseOf'
import { startStack, type RunningStack } from '../support/startStack'
import { AppPage } from './appPage'
import { showsLastSeen } from './lastSeen'
import { looks, named, oneLook } from './looks'
import { holdCalls } from './network'

const TODAY = '2026-03-10'
const TIERS = 'features/tiers/index'

// A person's way through the app, on a machine that does other things too.
jest.setTimeout(120_000)

let stack: RunningStack
let browser: Browser

const YUAN = 100
/** Half-way down the cards of the levels. */
const CARD_Y = 160

function levelOf(level: Level): Level {
  const keep = { singleOrderFen: 300 * YUAN, totalFen: 800 * YUAN }
  switch (level.id) {
    case 'gold':
      return {
        ...level,
        keep,
        condition: {
          any: [
            {
              all: [
                { measure: 'spend', atLeast: 5_000 * YUAN },
                { measure: 'invitations', atLeast: 2 },
              ],
            },
            { measure: 'growth', atLeast: 15_000 },
          ],
        },
      }
    case 'diamond':
      return {
        ...level,
        keep,
        kind: 'dual',
        color: '#0f766e',
        icon: 'gem',
        paid: { priceFen: 29_900, priceFenByLevel: {}, validDays: 365 },
      }
    default:
      return { ...level, keep }
  }
}

const YEARLY: TierProgram = {
  ...DEFAULT_PROGRAM,
  version: 1,
  levels: DEFAULT_PROGRAM.levels.map(levelOf),
  standard: { of: 'total', period: { of: 'sinceUpgrade' } },
  validity: { of: 'calendarYear' },
  lockIn: { singleOrder: true, total: true, extension: { of: 'months', months: 12 } },
}

const free = { requirement: { of: 'none' }, stacking: { withAutomatic: true, withCodes: false } } as const

const benefit = (
  levelId: string,
  perk: Perk,
  name: Words,
  description: Words = { zh: '', en: '' },
): Benefit => ({
  id: `${levelId}-${perk.of}`,
  levelId,
  for: 'everyone',
  name,
  description,
  icon: null,
  addedOn: TODAY,
  perk,
})

const DISCOUNT: Words = { zh: '会员折扣', en: 'Member discount' }
const BENEFITS: Benefit[] = [
  benefit('silver', { of: 'discount', rateBp: 9_500, ...free }, DISCOUNT),
  benefit('silver', { of: 'prioritySupport' }, { zh: '优先客服', en: 'Priority support' }),
  benefit('gold', { of: 'discount', rateBp: 9_000, ...free }, DISCOUNT),
  benefit('gold', { of: 'prioritySupport' }, { zh: '优先客服', en: 'Priority support' }),
  benefit(
    'gold',
    { of: 'custom' },
    { zh: '到店茶歇', en: 'Tea in the shop' },
    { zh: '每次到店可享一份茶点。', en: 'Tea and something sweet on every visit.' },
  ),
]

async function rules(topic: 'tiers' | 'benefits', value: object, time: string): Promise<void> {
  await put(databaseOf(stack).cloud, 'settings', { _id: topic, value } as { _id: string })
  await stack.post('/local/clock', { now: new Date(`${TODAY}T${time}:00+08:00`).toISOString() })
}

async function member(openid: string): Promise<string> {
  await stack.call(openid, 'shopper', 'member.join', { consentVersion: '1' })
  return openid
}

async function sell(openid: string, number: string, amountFen: number): Promise<void> {
  const lines = [{ category: null, product: null, quantity: 1, amountFen }]
  const sale = { member: databaseOf(stack).memberId(openid), number: `${openid}-${number}`, lines, points: 0 }
  const reply = await stack.call('owner', 'merchant', 'orders.record', sale)
  if (!reply.ok) throw new Error(reply.error.message)
}

/** Silver since today, with 200 yuan spent of the 800 that keep it. */
async function climber(openid: string): Promise<string> {
  await member(openid)
  await sell(openid, '1', 1_000 * YUAN)
  await sell(openid, '2', 200 * YUAN)
  return openid
}

beforeAll(async () => {
  stack = await startStack({ clock: `${TODAY}T09:00:00+08:00` })
  await stack.post('/local/staff', { openid: 'owner', role: 'owner' })
  await rules('tiers', YEARLY, '09:05')
  await rules('benefits', { version: 1, benefits: BENEFITS }, '09:10')
  browser = await launchBrowser()
})

afterAll(async () => {
  await browser?.close()
  await stack?.stop()
})

const open = (openid: string, look: (typeof looks)[number], at?: string) =>
  AppPage.open(browser, { stackUrl: stack.url, openid, look, at })

/** A finger drawn across the cards, to the next one. */
async function swipe(app: AppPage): Promise<void> {
  const finger = await app.page.context().newCDPSession(app.page)
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', x?: number) =>
    finger.send('Input.dispatchTouchEvent', { type, touchPoints: x === undefined ? [] : [{ x, y: CARD_Y }] })
  await touch('touchStart', 320)
  for (const x of [280, 220, 160, 100, 60]) {
    await touch('touchMove', x)
    await app.page.evaluate(() => new Promise(requestAnimationFrame))
  }
  await touch('touchEnd')
  await finger.detach()
}

describe.each(named(looks))('a member on their way up, $name', ({ look, name }) => {
  it('sees how far the next level is and what keeps theirs, and all levels by swiping', async () => {
    const app = await open(await climber(`climber-${name}`), look)
    const { text } = app
    const { page } = text.tier
    const gold = look.language === 'zh' ? '黄金会员' : 'Gold'
    await app.seeId('tier-card')
    const card = app.at('tier-card')
    const missing = [text.tier.missing.spend(formatMoney(4_800 * YUAN)), text.tier.missing.invitations(2)]
    const lead = text.tier.away(gold, missing.join(text.tier.list.and))
    const nearest = text.tier.away(gold, text.tier.missing.growth(13_800))
    expect(await card.innerText()).toContain(nearest)
    expect(await card.innerText()).toContain(text.tier.until(formatDay('2027-03-10', look.language)))
    expect(await card.innerText()).toContain(text.tier.keep.singleOrder(formatMoney(300 * YUAN)))
    await app.picture('home-tier')

    await app.tap('tier-card')
    await app.arrive('tiers-page')
    await app.at('own-level').getByText(page.own).waitFor()
    expect(await app.at('own-validity').innerText()).toContain(
      page.keepHave.total(formatMoney(200 * YUAN), formatMoney(800 * YUAN)),
    )
    await app.picture('tiers-own')
    await app.tap('tier-why')
    await app.seeExplanation()
    await app.picture('explain-tier-keeping')
    await app.tap('explain-close')
    await app.page.waitForFunction(isUncovered)

    await swipe(app)
    await app.at('how-to').getByText(nearest).waitFor()
    expect(await app.at('how-to').innerText()).toContain(lead)
    expect(await app.at('own-validity').count()).toBe(0)
    await app.picture('tiers-next')
    const benefits = app.at('level-benefits')
    await benefits.scrollIntoViewIfNeeded()
    expect(await benefits.innerText()).toContain(page.added.more)
    expect(await benefits.innerText()).toContain(page.added.new)
    await app.picture('tiers-benefits')
    await app.at('level-gold').evaluate((card) => card.scrollIntoView({ block: 'center' }))

    await swipe(app)
    await app
      .at('how-to')
      .getByText(page.paidFor(formatMoney(29_900), 365))
      .waitFor()
    await app.picture('tiers-own-colour')
    // The card that looks in from the left.
    await app.page.touchscreen.tap(6, CARD_Y)
    await app.at('how-to').getByText(nearest).waitFor()
    await app.leave()
  })
})

describe.each(named(oneLook))('the levels, $name', ({ look, name }) => {
  it('stay readable in the largest letters', async () => {
    const app = await open(await climber(`reader-${name}`), look, TIERS)
    await app.seeId('own-level')
    await app.page.evaluate(enlargeLetters)
    await app.picture('tiers-large')
    for (const id of ['level-silver', 'tier-why', 'how-to'])
      expect([id, await app.at(id).evaluate(isCut)]).toEqual([id, false])
    await app.leave()
  })

  it('stand in quiet shapes while they load, and tell when there is no network', async () => {
    const openid = await climber(`offline-${name}`)
    let release: (() => void) | undefined
    const app = await AppPage.open(browser, {
      stackUrl: stack.url,
      openid,
      look,
      at: TIERS,
      before: async (page) => void (release = await holdCalls(page)),
    })
    await app.page.locator('.skeleton').filter({ visible: true }).waitFor()
    await app.picture('tiers-loading')
    release?.()
    await showsLastSeen(app, 'own-level', 'tiers-last-seen')
    await app.leave()
  })

  it('are for members', async () => {
    const app = await open(`guest-${name}`, look, TIERS)
    await app.see(app.text.failure.notMemberTitle)
    await app.leave()
  })
})

describe.each(named(oneLook))('while the levels are off, $name', ({ look, name }) => {
  beforeAll(() => rules('tiers', switchedOff({ ...YEARLY, version: 2 }, TODAY), '10:00'))

  it('no page of the shopper shows one', async () => {
    const openid = await climber(`without-${name}`)
    const app = await open(openid, look)
    const { text } = app
    await app.seeId('points-figure')
    expect(await app.at('tier-card').count()).toBe(0)
    await app.picture('home-tiers-off')
    await app.tap('growth-figure')
    await app.arrive('growth-page')
    await app.seeId('growth-balance')
    expect(await app.at('growth-tier').count()).toBe(0)
    await app.page.goto(`${stack.url}/app/?openid=${openid}#/${TIERS}`)
    await app.seeId('tiers-off')
    await app.picture('tiers-off')
    await app.page.goto(`${stack.url}/app/?openid=${openid}#/features/mine/index`)
    await app.seeId('mine-page')
    await app.see(text.mine.member)
    await app.leave()
    const home = await stack.call(openid, 'shopper', 'home.read')
    expect((home as { value: OutputOf<'home.read'> }).value).toMatchObject({ tier: { isOn: false } })
  })
})

/** Runs in the page: all letters as large as WeChat makes them. */
function enlargeLetters(): void {
  const sizes = Array.from(document.querySelectorAll<HTMLElement>('body *'), (element) => ({
    element,
    size: parseFloat(getComputedStyle(element).fontSize),
  }))
  for (const { element, size } of sizes) element.style.fontSize = `${size * 1.4}px`
}

/** Runs in the page: whether nothing lies over the cards any more. */
function isUncovered(): boolean {
  return document.elementFromPoint(195, 160)?.closest('.level-card') !== null
}

/** Runs in the page: whether something in an element is higher than the element. */
function isCut({ scrollHeight, clientHeight }: Element): boolean {
  return scrollHeight > clientHeight + 1
}
