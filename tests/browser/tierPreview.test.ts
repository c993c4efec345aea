import type { Browser, Page } from 'playwright-core'
import type { OutputOf } from '@shared/contracts'
import { DEFAULT_PROGRAM } from '@shared/rules/tiers/program'
import { rulesOf, type TierRules } from '@shared/rules/tiers/tierRules'
import { launchBrowser } from '../support/browser'
import { makeLively, type LivelyShop } from '../support/livelyShop'
import { startStack, type RunningStack } from '../support/startStack'
import { AppPage } from './appPage'
import { looks, named, oneLook } from './looks'
import { LOST_CALL, loseNetwork, restore } from './network'

const TODAY = '2026-03-10'
const PREVIEW = 'features/merchant/tierPreview/index'
const LEVELS = 'features/merchant/tiers/index'
const RECALCULATION = 'features/merchant/recalculation/index'

// A person's way through the app, on a machine that does other things too.
jest.setTimeout(120_000)

let stack: RunningStack
let browser: Browser
let shop: LivelyShop

beforeEach(async () => {
  stack = await startStack({ clock: `${TODAY}T09:00:00+08:00` })
  shop = await makeLively(stack, TODAY)
})
afterEach(() => stack?.stop())
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser?.close())

const rules = rulesOf(DEFAULT_PROGRAM)
const RATE_OFF = {
  id: 'off',
  levelId: 'silver',
  for: 'everyone',
  name: { zh: '白银会员 9.5 折', en: 'Silver 5% off' },
  description: { zh: '', en: '' },
  icon: null,
  addedOn: TODAY,
  perk: {
    of: 'discount',
    rateBp: 9_500,
    requirement: { of: 'none' },
    stacking: { withAutomatic: true, withCodes: true },
  },
} as const
const GIFT = {
  ...RATE_OFF,
  id: 'gift',
  levelId: 'gold',
  name: { zh: '升级礼积分', en: 'Points on upgrade' },
  perk: { of: 'pointsOnUpgrade', points: 500 },
} as const

/** Gold cheaper, bronze dearer: some go up and some go down. */
const EDITED: TierRules = {
  ...rules,
  levels: rules.levels.map((level) => {
    const atLeast = { bronze: 300_00, silver: 500_00, gold: 600_00, diamond: 9_000_00, black: 20_000_00 }[
      level.id
    ]
    return atLeast === undefined ? level : { ...level, condition: { measure: 'spend', atLeast } }
  }),
}

/** The draft as the editor's pages leave it on the phone: there before the app starts. */
function withDraft(openid: string): (page: Page) => Promise<void> {
  const draft = JSON.stringify({ base: { tiers: 0, benefits: 0 }, tiers: EDITED, benefits: [RATE_OFF, GIFT] })
  return async (page) => {
    await page.addInitScript(({ key, data }) => localStorage.setItem(key, JSON.stringify({ data })), {
      key: `changke.tierDraft.1.${openid}`,
      data: draft,
    })
  }
}

async function asked<N extends 'tiers.preview' | 'tiers.recalculation'>(
  name: N,
  input: unknown,
): Promise<OutputOf<N>> {
  const answer = await stack.call(shop.owner, 'merchant', name, input)
  if (!answer.ok) throw new Error(answer.error.message)
  return answer.value as OutputOf<N>
}

const preview = () => asked('tiers.preview', { tiers: EDITED, benefits: { benefits: [RATE_OFF, GIFT] } })

describe.each(named(looks))('a merchant, $name', ({ look }) => {
  const open = (at: string) =>
    AppPage.open(browser, {
      stackUrl: stack.url,
      openid: shop.owner,
      look,
      at,
      before: withDraft(shop.owner),
    })

  it('sees who would move, opens their names, saves, and watches everybody being judged again', async () => {
    const told = await preview()
    const sum = (kind: string) =>
      told.cells.filter((cell) => cell.kind === kind).reduce((total, { members }) => total + members, 0)
    const app = await open(LEVELS)
    const { text } = app
    await app.arrive('tiers-page')
    await app.tap('to-preview')
    await app.arrive('tier-preview-page')
    await app
      .at('preview-up')
      .getByText(String(sum('up')), { exact: true })
      .waitFor()
    await app
      .at('preview-down')
      .getByText(String(sum('down')), { exact: true })
      .waitFor()
    await app.picture('tier-preview')
    await app.at('preview-benefits').scrollIntoViewIfNeeded()
    await app.picture('tier-preview-benefits')
    await app.at('save-draft').scrollIntoViewIfNeeded()
    await app.picture('tier-preview-cost')

    const moved = told.cells.find(({ kind }) => kind === 'up')!
    await app.at(`cell-${moved.from}-${moved.to}`).scrollIntoViewIfNeeded()
    await app.tap(`cell-${moved.from}-${moved.to}`)
    await app.arrive('tier-movers-page')
    await app.page.locator('.mover').filter({ visible: true }).first().waitFor()
    expect(await app.page.locator('.mover').filter({ visible: true }).count()).toBe(
      Math.min(20, moved.members),
    )
    await app.picture('tier-movers')
    await app.page.locator('.mover').filter({ visible: true }).first().tap()
    await app.arrive('member-books-page')
    await app.back('tier-movers-page')
    await app.back('tier-preview-page')

    await app.tap('save-draft')
    await app.arrive('recalculation-page')
    await app.seeId('recalculation-running')
    await app.toastGone()
    await app.picture('recalculation-running')
    await app.back('tiers-page')
    // The next minute: until then the timer's instance may go by the settings that it read before.
    await stack.post('/local/clock', { now: `${TODAY}T09:10:00+08:00` })
    await stack.post('/local/timers/everyMinute', {})
    await app.page.goto(`${stack.url}/app/?openid=${shop.owner}#/${RECALCULATION}`)
    await app.seeId('recalculation-done')
    for (const { kind, members } of told.cells.filter(({ kind }) => kind !== 'stay'))
      await app.page
        .locator(`.moved-row__count--${kind}`, { hasText: String(members) })
        .first()
        .waitFor()
    await app.picture('recalculation-done')
    await app.page.goto(`${stack.url}/app/?openid=${shop.owner}#/${PREVIEW}`)
    await app.seeId('preview-empty')
    await app.picture('tier-preview-empty')
    expect(text.tierPreview.nothing).toBeTruthy()
    await app.leave()
  })
})

describe.each(named(oneLook))('the preview, $name', ({ look }) => {
  const open = (openid = shop.owner) =>
    AppPage.open(browser, { stackUrl: stack.url, openid, look, at: LEVELS, before: withDraft(openid) })

  it('says in words that somebody saved meanwhile, and the draft can only be discarded', async () => {
    const app = await open()
    const { text } = app
    await app.arrive('tiers-page')
    await app.tap('to-preview')
    await app.seeId('save-draft')
    await stack.post('/local/staff', { openid: 'manager', role: 'manager' })
    const input = { topic: 'tiers', expectedVersion: 0, value: { ...rules, activeFrom: '2026-01-01' } }
    await stack.call('manager', 'merchant', 'settings.save', input)
    await app.at('save-draft').scrollIntoViewIfNeeded()
    await app.tap('save-draft')
    await app.seeId('preview-outrun')
    await app.see(text.tierPreview.outrunHint)
    await app.picture('tier-preview-outrun')
    await app.tap('discard-draft')
    await app.seeId('preview-empty')
    await app.leave()
  })

  it('keeps the draft when saving does not get through, and saves it by a second try', async () => {
    const app = await open()
    await app.arrive('tiers-page')
    await app.tap('to-preview')
    await app.seeId('save-draft')
    await loseNetwork(app.page)
    await app.at('save-draft').scrollIntoViewIfNeeded()
    await app.tap('save-draft')
    await app.see(app.text.failure.offline)
    app.takeProblems(LOST_CALL)
    await restore(app.page)
    await app.tap('save-draft')
    await app.arrive('recalculation-page')
    await app.leave()
  })

  it('is closed to a clerk', async () => {
    await stack.post('/local/staff', { openid: 'clerk', role: 'clerk' })
    const app = await AppPage.open(browser, { stackUrl: stack.url, openid: 'clerk', look, at: PREVIEW })
    await app.see(app.text.failure.forbiddenTitle)
    await app.leave()
  })
})
