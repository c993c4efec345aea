import type { Browser } from 'playwright-core'
import type { OutputOf } from '@shared/contracts'
import { DEFAULT_PROGRAM } from '@shared/rules/tiers/program'
import { rulesOf, type TierRules } from '@shared/rules/tiers/tierRules'
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
  await stack.post('/local/staff', { openid: 'manager', role: 'manager' })
  browser = await launchBrowser()
})

afterAll(async () => {
  await browser?.close()
  await stack?.stop()
})

type Stored = Extract<OutputOf<'settings.read'>, { topic: 'tiers' }>

async function stored(): Promise<Stored> {
  const answer = await stack.call('owner', 'merchant', 'settings.read', { topic: 'tiers' })
  if (!answer.ok) throw new Error(answer.error.message)
  return answer.value as Stored
}

/** Saves the levels as a shop begins with them, but for a change, whatever the version is by now. */
async function saveAs(openid: string, change: Partial<TierRules> = {}): Promise<void> {
  const { version } = await stored()
  const value = { ...rulesOf(DEFAULT_PROGRAM), ...change }
  const input = { topic: 'tiers', expectedVersion: version, value } as const
  const answer = await stack.call(openid, 'merchant', 'settings.save', input)
  if (!answer.ok) throw new Error(answer.error.message)
}

async function type(app: AppPage, id: string, text: string): Promise<void> {
  await app.at(id).locator('input').fill(text)
}

const inputOf = (app: AppPage, id: string) => app.at(id).locator('input').inputValue()

describe.each(named(looks))('levels, $name', ({ look }) => {
  const open = (page: string, query = '') =>
    AppPage.open(browser, {
      stackUrl: stack.url,
      openid: 'owner',
      look,
      at: `features/merchant/${page}/index${query}`,
    })
  const isChinese = look.language === 'zh'

  it('are read in words, and a condition is edited as a tree', async () => {
    await saveAs('owner')
    const app = await open('overview')
    await app.at('to-tiers').scrollIntoViewIfNeeded()
    await app.tap('to-tiers')
    await app.arrive('tiers-page')
    await app.see(isChinese ? '成长值 ≥ 5,000 或 消费 ≥ 5,000 元' : 'growth ≥ 5,000 or spend ≥ ¥5,000')
    await app.picture('levels')

    await app.tap('level-gold')
    await app.arrive('tier-level-page')
    await app.picture('level')
    await app.tap('condition-by-all')
    await app.tap('condition-0-remove')
    await app.tap('condition-add-invitations')
    await app.see(app.text.levels.bar.unfinished)
    await type(app, 'condition-1', '2')
    await app.see(isChinese ? '消费 ≥ 5,000 元 且 邀请 ≥ 2 人' : 'spend ≥ ¥5,000 and invitations ≥ 2')
    await app.tap('condition-add-group')
    await app.see(app.text.levels.level.emptyGroup)
    await app.tap('condition-2-add-growth')
    await type(app, 'condition-2-0', '15000')
    await app.tap('condition-2-add-largestOrder')
    await type(app, 'condition-2-1', '999.5')
    await app.seeId('to-preview')
    await app.at('condition-words').scrollIntoViewIfNeeded()
    await app.picture('level-condition')
    await app.at('condition-2').scrollIntoViewIfNeeded()
    await app.picture('level-condition-group')

    await app.back('tiers-page')
    await app.see(
      isChinese
        ? '消费 ≥ 5,000 元 且 邀请 ≥ 2 人 且 （成长值 ≥ 15,000 或 单笔 ≥ 999.50 元）'
        : 'spend ≥ ¥5,000 and invitations ≥ 2 and (growth ≥ 15,000 or one order ≥ ¥999.50)',
    )
    await app.seeId('to-preview')
    await app.picture('levels-changed')

    await app.page.reload()
    await app.seeId('to-preview')
    expect(await app.at('level-gold').textContent()).toContain(app.text.levels.measures.invitations('2'))
    await app.tap('discard')
    await app.see(app.text.levels.bar.discardTitle)
    await app.picture('levels-discard')
    await app.tap('discard-sheet-confirm')
    await app.see(isChinese ? '成长值 ≥ 5,000 或 消费 ≥ 5,000 元' : 'growth ≥ 5,000 or spend ≥ ¥5,000')
    await app.leave()
  })

  it('change places, are added, sold and deleted', async () => {
    await saveAs('owner')
    const app = await open('tiers')
    await app.tap('reorder')
    await app.tap('move-up-gold')
    await app.picture('levels-reorder')
    expect(await app.at('move-down-regular').count()).toBe(0)
    await app.tap('reorder')
    const names = await app.page.locator('.level-row__name').filter({ visible: true }).allTextContents()
    expect(
      names.map((name) => DEFAULT_PROGRAM.levels.find((each) => each.name[look.language] === name)?.id),
    ).toEqual(['regular', 'bronze', 'silver', 'diamond', 'gold', 'black'])

    await app.at('add-level').scrollIntoViewIfNeeded()
    await app.tap('add-level')
    await app.arrive('tier-level-page')
    await app.see(app.text.levels.level.needName)
    await type(app, 'level-name', '臻享')
    await type(app, 'level-name-en', 'Signature')
    await app.tap('color-1f6f54')
    await app.tap('icon-crown')
    await app.see(isChinese ? '请设置达到该等级的条件' : 'Set what earns this level')
    await app.picture('level-new')
    await app.tap('kind-dual')
    await app.tap('condition-add-spend')
    await type(app, 'condition-0', '80000')
    await type(app, 'price', '1299')
    await app.seeId('to-preview')
    await app.at('price').scrollIntoViewIfNeeded()
    await app.picture('level-paid')
    await app.back('tiers-page')
    await app.see(isChinese ? '臻享' : 'Signature')

    await app.tap('level-black')
    await app.arrive('tier-level-page')
    await app.at('delete-level').scrollIntoViewIfNeeded()
    await app.tap('delete-level')
    await app.see(app.text.levels.level.deleteDraft)
    await app.picture('level-delete')
    await app.tap('delete-sheet-confirm')
    await app.arrive('tiers-page')
    expect(await app.at('level-black').count()).toBe(0)
    await app.tap('level-regular')
    await app.arrive('tier-level-page')
    await app.see(app.text.levels.level.lowestNote)
    await app.picture('level-lowest')
    await app.leave()
  })

  it('have settings that do not go together closed, with why', async () => {
    await saveAs('owner')
    const app = await open('tierSettings')
    const { closed } = app.text.levels.settings
    await app.see(closed.historyNeverEnds)
    await app.see(closed.historyFollowsTotal)
    await app.see(closed.lockInWithoutEnd)
    await app.picture('level-settings')
    await app.tap('validity-calendarYear')
    await app.tap('lock-in')
    await app.at('lock-in').scrollIntoViewIfNeeded()
    await app.picture('level-settings-closed')
    expect(await app.at('extension').count()).toBe(0)

    await app.tap('period-window')
    await app.tap('validity-calendarYear')
    await app.tap('spending-downgrade')
    await app.tap('lock-in')
    await app.seeId('extension')
    await app.see(app.text.levels.bar.impossible)
    await app.at('lock-in').scrollIntoViewIfNeeded()
    await app.picture('level-settings-lock-in')
    await app.tap('validity-custom')
    await type(app, 'validity-length', '18')
    await app.at('pricing-byLevel').scrollIntoViewIfNeeded()
    await app.tap('pricing-byLevel')
    await app.picture('level-settings-foot')
    await app.leave()

    const level = await open('tierLevel', '?id=gold')
    await level.seeId('level-name')
    expect(await level.at('keep-totalFen').count()).toBe(0)
    await level.leave()
  })

  it('ask for what keeps each of them once lock-in is on, and for a price by level', async () => {
    const sold = { priceFen: 29_900, priceFenByLevel: { silver: 19_900 }, validDays: 365 }
    const keep = { singleOrderFen: 50_000, totalFen: 90_000 }
    await saveAs('owner', {
      standard: { of: 'total', period: { of: 'sinceUpgrade' } },
      validity: { of: 'calendarYear' },
      lockIn: { singleOrder: true, total: true, extension: { of: 'months', months: 6 } },
      paidPricing: 'byLevel',
      levels: DEFAULT_PROGRAM.levels.map((level) => ({
        ...level,
        keep,
        ...(level.id === 'gold' ? { kind: 'dual' as const, paid: sold } : {}),
      })),
    })
    const app = await open('tierLevel', '?id=gold')
    expect(await inputOf(app, 'keep-singleOrderFen')).toBe('500')
    expect(await inputOf(app, 'price-silver')).toBe('199')
    await type(app, 'keep-totalFen', '')
    await app.see(app.text.levels.bar.unfinished)
    await type(app, 'keep-totalFen', '1200')
    await app.tap('price-bronze-own')
    await type(app, 'price-bronze', '259')
    await app.seeId('to-preview')
    await app.at('keep-totalFen').scrollIntoViewIfNeeded()
    await app.picture('level-keep')
    await app.at('price-silver').scrollIntoViewIfNeeded()
    await app.picture('level-prices')
    await app.leave()
  })

  it('are switched off and on at once, after saying what is lost; a draft stays', async () => {
    await saveAs('owner')
    const app = await open('tiers')
    await app.tap('reorder')
    await app.tap('move-up-bronze')
    await app.tap('reorder')
    await app.at('levels-on').scrollIntoViewIfNeeded()
    await app.tap('levels-on')
    await app.see(app.text.levels.switchOff.title)
    await app.picture('levels-switch-off')
    await app.tap('switch-sheet-confirm')
    await app.seeId('levels-off')
    expect((await stored()).offSince).toBe(TODAY)
    await app.seeId('to-preview')
    await app.picture('levels-off')
    await app.tap('levels-on')
    await app.see(app.text.levels.switchOn.title)
    await app.tap('switch-sheet-confirm')
    await app.at('levels-off').waitFor({ state: 'detached' })
    expect((await stored()).offSince).toBeNull()

    await saveAs('manager', { mostLevels: 9 })
    await app.page.reload()
    await app.see(app.text.levels.bar.outrun)
    await app.picture('levels-outrun')
    await app.tap('load-newest')
    await app.see(app.text.rules.save.roles.manager)
    await app.leave()
  })
})
