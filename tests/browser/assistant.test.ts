import type { Browser } from 'playwright-core'
import type { InputOf, OutputOf } from '@shared/contracts'
import { formatMoney } from '@/i18n/format'
import { launchBrowser } from '../support/browser'
import { startStack, type RunningStack } from '../support/startStack'
import { AppPage } from './appPage'
import { looks, named } from './looks'
import { LOST_CALL, loseNetwork, restore } from './network'

const TODAY = '2026-03-10'
const BUYERS = 600
const PAGE = 'features/merchant/assistant/index'

// A person's way through the app, on a machine that does other things too.
jest.setTimeout(120_000)

let stack: RunningStack
let empty: RunningStack
let browser: Browser

beforeAll(async () => {
  stack = await startStack({ clock: `${TODAY}T09:00:00+08:00` })
  empty = await startStack({ clock: `${TODAY}T09:00:00+08:00` })
  for (const each of [stack, empty]) await each.post('/local/staff', { openid: 'owner', role: 'owner' })
  await importBuyers()
  browser = await launchBrowser()
})

afterAll(async () => {
  await browser?.close()
  await stack?.stop()
  await empty?.stop()
})

/** Few who spend much and many who spend little, a third of them on two days; the year before they spent as much. */
async function importBuyers(): Promise<void> {
  const rows: InputOf<'orders.import'>['rows'] = Array.from({ length: BUYERS }, (_, i) => {
    const amountFen = Math.floor((1_500 * BUYERS) / (i + 1)) + 2_000
    const days = ['2024-11-11', '2025-11-11', ...(i % 3 === 0 ? ['2026-02-01'] : [])]
    return days.map((placedDay, n) => ({
      externalId: `${i}-${n}`,
      customer: String(i),
      placedDay,
      quantity: 1,
      amountFen,
    }))
  }).flat()
  for (let from = 0; from < rows.length; from += 100) {
    const input = { source: 'old', rows: rows.slice(from, from + 100) }
    const answer = await stack.call('owner', 'merchant', 'orders.import', input)
    if (!answer.ok) throw new Error(answer.error.message)
  }
}

const NOTHING_ENTERED: InputOf<'assistant.propose'> = {
  averageOrderFen: null,
  repurchaseRateBp: null,
  levels: null,
  marginBp: null,
  benefitCostFen: [],
  upliftsBp: { low: 500, middle: 1_000, high: 2_000 },
  benchmark: null,
}

async function propose(entered: Partial<InputOf<'assistant.propose'>>) {
  const answer = await stack.call('owner', 'merchant', 'assistant.propose', {
    ...NOTHING_ENTERED,
    ...entered,
  })
  if (!answer.ok) throw new Error(answer.error.message)
  return (answer.value as OutputOf<'assistant.propose'>).proposal
}

async function type(app: AppPage, id: string, text: string): Promise<void> {
  await app.at(id).locator('input').fill(text)
}

/** Where it can be seen, for a picture. */
async function show(app: AppPage, id: string, picture: string): Promise<void> {
  await app.at(id).scrollIntoViewIfNeeded()
  await app.at(id).evaluate((element) => element.scrollIntoView({ block: 'start' }))
  await app.picture(picture)
}

describe.each(named(looks))('a merchant, $name', ({ look }) => {
  const open = (at: string, of: RunningStack = stack) =>
    AppPage.open(browser, { stackUrl: of.url, openid: 'owner', look, at })

  it('finds the figures, tries others, and has the levels put into the editor', async () => {
    const app = await open('features/merchant/tiers/index')
    await app.tap('to-assistant')
    await app.arrive('assistant-page')
    await app.seeId('apply')
    await app.picture('assistant')
    await show(app, 'proposed-levels', 'assistant-levels')

    await app.at('gain-inputs-toggle').scrollIntoViewIfNeeded()
    await app.tap('gain-inputs-toggle')
    await type(app, 'level-count', '4')
    await type(app, 'margin', '40')
    for (const [level, cost] of ['2', '5', '10', '30'].entries()) await type(app, `cost-${level + 1}`, cost)
    const four = await propose({ levels: 4, marginBp: 4_000, benefitCostFen: [200, 500, 1_000, 3_000] })
    await app.seeId('break-even')
    const breakEven = four.gain.kind === 'told' ? four.gain.breakEven.reason : null
    await app.see(breakEven?.[look.language] ?? 'a break-even')
    await show(app, 'gain-inputs', 'assistant-gain-inputs')
    await show(app, 'gain', 'assistant-gain')

    await app.at('why-2').scrollIntoViewIfNeeded()
    await app.tap('why-2')
    await app.see(four.levels[1]?.threshold.reason[look.language] ?? 'a reason')
    await show(app, 'proposed-2', 'assistant-why')

    await app.at('apply-yearly').scrollIntoViewIfNeeded()
    await app.tap('apply-yearly')
    await show(app, 'apply', 'assistant-apply')
    await app.tap('apply-button')
    await app.see(app.text.assistant.apply.confirmTitle)
    await app.picture('assistant-apply-sheet')
    await app.tap('apply-sheet-confirm')
    await app.arrive('tiers-page')
    await app.toastGone()
    const yuan = formatMoney(four.levels[3]?.threshold.amountFen ?? 0)
      .slice(1)
      .replace('.00', '')
    await app.at('level-diamond').getByText(yuan).waitFor()
    expect(await app.at('level-black').count()).toBe(0)
    await app.seeId('to-preview')
    await app.picture('assistant-applied')

    await app.tap('level-bronze')
    await app.arrive('tier-level-page')
    await app.at('keep-totalFen').scrollIntoViewIfNeeded()
    const keep = Number(await app.at('keep-totalFen').locator('input').inputValue())
    expect(keep * 100).toBe(four.levels[0]?.retention.amountFen)
    await app.leave()
  })

  it('is told what the fields lack, goes back to the shop’s figures, and compares with a source', async () => {
    const app = await open(PAGE)
    await app.seeId('apply')
    await type(app, 'average-order', '0.5')
    await app.see(app.text.assistant.behind)
    await type(app, 'average-order', '88')
    await app.see(
      app.text.assistant.found.entered(formatMoney((await propose({})).facts.averageOrderFen.value)),
    )
    await app.seeId('apply')
    await app.picture('assistant-entered')
    await app.tap('average-order-store')
    await app.see(app.text.assistant.found.fromStore)

    await app.tap('benchmark-toggle')
    await type(app, 'benchmark-order', '120')
    await app.see(app.text.assistant.benchmark.needSource)
    await type(app, 'benchmark-source', '2025 report')
    await app.seeId('benchmark-view')
    await show(app, 'benchmark', 'assistant-benchmark')
    await type(app, 'level-count', '10')
    await app.seeId('use-fewer')
    await show(app, 'level-advice', 'assistant-fewer')
    await app.tap('use-fewer')
    const { advice } = await propose({ levels: 10 })
    await app.page.locator(`#proposed-${advice.levels}`).waitFor()
    await app.page.locator(`#proposed-${advice.levels + 1}`).waitFor({ state: 'detached' })
    await app.leave()
  })

  it('keeps the last suggestion without a network, and renews it when there is one', async () => {
    const app = await open(PAGE)
    await app.seeId('apply')
    await loseNetwork(app.page)
    await type(app, 'level-count', '2')
    await app.see(app.text.assistant.offline)
    await app.at('proposal-state').scrollIntoViewIfNeeded()
    await app.picture('assistant-offline')
    await restore(app.page)
    await app.page.locator('#proposed-3').waitFor({ state: 'detached' })
    await app.seeId('apply')
    app.takeProblems(LOST_CALL)
    await app.leave()
  })

  it('asks a shop without orders for an average order, and marks a ladder as weak evidence', async () => {
    const app = await open(PAGE, empty)
    await app.see(app.text.assistant.found.needAverage)
    await app.picture('assistant-empty')
    await type(app, 'average-order', '100')
    await app.seeId('weak-evidence')
    await show(app, 'weak-evidence', 'assistant-weak')
    await app.leave()
  })
})

describe('levels that are sold', () => {
  it('have no suggestions, and why', async () => {
    const read = await empty.call('owner', 'merchant', 'settings.read', { topic: 'tiers' })
    if (!read.ok) throw new Error(read.error.message)
    const { value } = read.value as Extract<OutputOf<'settings.read'>, { topic: 'tiers' }>
    const paid = { priceFen: 9_900, priceFenByLevel: {}, validDays: 365 }
    const levels = value.levels.map((level) =>
      level.id === 'gold' ? { ...level, kind: 'dual' as const, paid } : level,
    )
    const input = { topic: 'tiers', expectedVersion: 0, value: { ...value, levels } }
    const saved = await empty.call('owner', 'merchant', 'settings.save', input)
    if (!saved.ok) throw new Error(saved.error.message)
    await empty.post('/local/clock', { now: new Date(Date.parse(`${TODAY}T10:00:00+08:00`)).toISOString() })
    const look = { language: 'zh', colorScheme: 'light' } as const
    const app = await AppPage.open(browser, { stackUrl: empty.url, openid: 'owner', look, at: PAGE })
    await app.seeId('assistant-unavailable')
    await app.picture('assistant-unavailable')
    await app.leave()
  })

  it('are no matter of a clerk', async () => {
    await empty.post('/local/staff', { openid: 'clerk', role: 'clerk' })
    const look = { language: 'zh', colorScheme: 'light' } as const
    const app = await AppPage.open(browser, { stackUrl: empty.url, openid: 'clerk', look, at: PAGE })
    await app.see(app.text.failure.forbiddenTitle)
    await app.leave()
  })
})
