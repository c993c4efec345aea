import type { InputOf } from '@shared/contracts'
import { importedMemberId } from '../../cloudfunctions/database/memberId'
import { readBuyerYears } from '../../cloudfunctions/database/buyerYears'
import { put } from '../../cloudfunctions/database/documentAccess'
import { yearsUpTo } from '@shared/rules/assistant/buyerYears'
import { DEFAULT_PROGRAM } from '@shared/rules/tiers/program'
import { fakeDate } from '../support/fakeDate'
import { openShop, type Shop } from '../support/shop'

let shop: Shop
const TODAY = '2026-06-30'

/** An instance keeps what it read for minutes: each test is later than that. */
let start = Date.parse(`${TODAY}T00:00:00+08:00`)

beforeEach(async () => {
  jest.spyOn(console, 'info').mockImplementation(() => undefined)
  start += 1_000_000
  fakeDate(new Date(start).toISOString())
  shop = await openShop()
  await shop.staff('manager', 'manager')
})
afterEach(async () => {
  await shop.close()
  jest.useRealTimers()
})

const NOTHING_ENTERED: InputOf<'assistant.propose'> = {
  averageOrderFen: null,
  repurchaseRateBp: null,
  levels: null,
  marginBp: null,
  benefitCostFen: [],
  upliftsBp: { low: 500, middle: 1_000, high: 2_000 },
  benchmark: null,
}

async function facts() {
  const answer = await shop.merchant('manager', 'assistant.facts', {})
  if (!answer.ok) throw new Error(answer.error.message)
  return answer.value
}

const ask = (entered: Partial<InputOf<'assistant.propose'>> = {}) =>
  shop.merchant('manager', 'assistant.propose', { ...NOTHING_ENTERED, ...entered })

async function propose(entered: Partial<InputOf<'assistant.propose'>> = {}) {
  const answer = await ask(entered)
  if (!answer.ok) throw new Error(answer.error.message)
  return answer.value
}

type Row = readonly [customer: string, placedDay: string, amountFen: number]

let rowsMade = 0

async function importRows(rows: readonly Row[]): Promise<void> {
  const made = rows.map(([customer, placedDay, amountFen]) => {
    rowsMade += 1
    return { externalId: String(rowsMade), customer, placedDay, quantity: 1, amountFen }
  })
  for (let from = 0; from < made.length; from += 100) {
    const batch = { source: 'old', rows: made.slice(from, from + 100) }
    const answer = await shop.merchant('manager', 'orders.import', batch)
    if (!answer.ok) throw new Error(answer.error.message)
  }
}

async function sell(openid: string, number: string, amountFen: number): Promise<void> {
  const lines = [{ category: null, product: null, quantity: 1, amountFen }]
  const input = { member: shop.memberId(openid), number, lines, freightFen: 0, points: 0 }
  const sold = await shop.merchant('manager', 'orders.record', input)
  if (!sold.ok) throw new Error(sold.error.message)
}

async function refund(openid: string, number: string, amountFen: number): Promise<void> {
  const input = { member: shop.memberId(openid), orderId: `counter:${number}`, refundId: number, amountFen }
  const refunded = await shop.merchant('manager', 'orders.refund', { ...input, freightFen: 0 })
  if (!refunded.ok) throw new Error(refunded.error.message)
}

/** Many small buyers and few large ones, on two days each for every third. */
const steep = (buyers: number): Row[] =>
  Array.from({ length: buyers }, (_, i): Row[] => {
    const amount = Math.floor((2_000 * buyers) / (i + 1))
    const customer = `c${i}`
    return i % 3 === 0
      ? [
          [customer, '2026-01-10', amount],
          [customer, '2026-02-10', amount],
        ]
      : [[customer, '2026-01-10', amount]]
  }).flat()

test('the figures are those of the last 12 months, after refunds, and each year keeps to its days', async () => {
  await importRows([
    ['a', '2024-06-30', 9_000],
    ['a', '2024-07-01', 1_000],
    ['a', '2025-06-30', 2_000],
    ['a', '2025-07-01', 4_000],
    ['a', '2025-07-01', 5_000],
    ['b', '2025-08-01', 3_000],
    ['b', TODAY, 3_001],
  ])
  await shop.join('back')
  await shop.join('half')
  await sell('back', '1', 7_000)
  await refund('back', '1', 7_000)
  await sell('half', '2', 8_000)
  await refund('half', '2', 2_000)
  expect(await facts()).toMatchObject({
    thisYear: { from: '2025-07-01', to: TODAY },
    lastYear: { from: '2024-07-01', to: '2025-06-30' },
    asOf: Date.now(),
    sampleBp: 10_000,
    buyers: 3,
    orders: 5,
    averageOrderFen: 4_200,
    repurchaseRateBp: 3_333,
    suggestedLevels: 5,
    isWeak: true,
    unavailable: null,
  })
  const { buyers } = await readBuyerYears(shop.cloud, yearsUpTo(TODAY))
  expect(buyers.map(({ lastYearFen, thisYearFen }) => [lastYearFen, thisYearFen]).sort()).toEqual([
    [0, 6_000],
    [0, 6_001],
    [3_000, 9_000],
  ])
})

test('members are found whole in however many slices and answers, and a part of a large store by chance', async () => {
  await importRows(steep(240))
  const whole = await readBuyerYears(shop.cloud, yearsUpTo(TODAY))
  expect(whole.buyers).toHaveLength(240)
  // As many members more as make ten slices.
  for (let from = 0; from < 5_600; from += 700) {
    const ids = Array.from({ length: 700 }, (_, i) => `other-${from + i}`)
    await shop.cloud.db.collection('members').add(ids.map((_id) => ({ _id })))
  }
  const sliced = await readBuyerYears(shop.cloud, yearsUpTo(TODAY))
  expect(sliced.shareBp).toBe(10_000)
  expect(inOrder(sliced.buyers)).toEqual(inOrder(whole.buyers))
  const sample = await readBuyerYears(shop.cloud, yearsUpTo(TODAY), 5)
  expect(sample.shareBp).toBe(5_000)
  expect(sample.buyers.length).toBeGreaterThan(80)
  expect(sample.buyers.length).toBeLessThan(160)
  for (const each of sample.buyers) expect(whole.buyers).toContainEqual(each)
})

const inOrder = (buyers: readonly object[]) => buyers.map((each) => JSON.stringify(each)).sort()

test('more members than one answer holds are read answer by answer', async () => {
  const documents = Array.from({ length: 2_100 }, (_, i) => ({
    _id: `o${i}`,
    member: importedMemberId('old', String(i), 's'),
    placedAt: Date.parse('2026-01-10T04:00:00Z'),
    placedDay: '2026-01-10',
    state: 'completed',
    netFen: i + 1,
  }))
  for (let from = 0; from < documents.length; from += 700)
    await shop.cloud.db.collection('orders').add(documents.slice(from, from + 700))
  const { buyers } = await readBuyerYears(shop.cloud, yearsUpTo(TODAY))
  const spent = buyers.map(({ thisYearFen }) => thisYearFen).sort((a, b) => a - b)
  expect(spent).toEqual(documents.map(({ netFen }) => netFen))
})

test('a proposal takes the store’s figures, and the merchant’s where they put some in their place', async () => {
  await importRows(steep(240))
  const own = await facts()
  expect(own).toMatchObject({ buyers: 240, isWeak: false, repurchaseRateBp: 3_333 })
  const found = await propose()
  expect(found.proposal.facts).toEqual({
    averageOrderFen: { value: own.averageOrderFen, from: 'store' },
    repurchaseRateBp: { value: 3_333, from: 'store' },
    levels: { value: own.suggestedLevels, from: 'store' },
    marginBp: null,
  })
  expect(found.proposal.levels).toHaveLength(own.suggestedLevels)
  expect(found.proposal.gain.kind).toBe('marginUnknown')
  expect(found.newLevels[0]).toEqual({
    id: 'bronze',
    name: { zh: '铜牌会员', en: 'Bronze' },
    material: 'bronze',
  })

  const source = 'Retail association, 2025 report'
  const entered = await propose({
    averageOrderFen: 20_000,
    repurchaseRateBp: 1_000,
    levels: 2,
    marginBp: 3_000,
    benefitCostFen: [100],
    benchmark: { source, averageOrderFen: 25_000, repurchaseRateBp: null, marginBp: null },
  })
  const { proposal } = entered
  expect(proposal.facts).toMatchObject({
    averageOrderFen: { value: 20_000, from: 'merchant' },
    levels: { value: 2, from: 'merchant' },
    marginBp: { value: 3_000, from: 'merchant' },
  })
  expect(proposal.levels.map(({ gain }) => gain.kind === 'told' && gain.cases[0]?.costFen !== null)).toEqual([
    true,
    false,
  ])
  expect(proposal.gain).toMatchObject({ kind: 'told', breakEven: { kind: 'costUnknown' } })
  expect(proposal.benchmark).toMatchObject({ source, comparisons: [{ own: 20_000, industry: 25_000 }] })
})

test('inputs are tried on the buyers that were shown; looking again, or minutes later, they are found anew', async () => {
  await importRows([['a', '2026-01-10', 5_000]])
  const shown = await facts()
  await importRows([['b', '2026-01-10', 5_000]])
  const tried = await propose()
  expect([tried.proposal.evidence.buyers, tried.asOf]).toEqual([1, shown.asOf])
  expect((await facts()).buyers).toBe(2)
  expect((await propose()).proposal.evidence.buyers).toBe(2)
  await importRows([['c', '2026-01-10', 5_000]])
  jest.setSystemTime(Date.now() + 300_000)
  expect((await propose()).proposal.evidence.buyers).toBe(3)
})

test('a store without orders is told a ladder once the average order is entered', async () => {
  expect(await facts()).toMatchObject({
    buyers: 0,
    averageOrderFen: null,
    repurchaseRateBp: null,
    isWeak: true,
  })
  expect(await ask()).toMatchObject({ ok: false, error: { code: 'AVERAGE_ORDER_MISSING' } })
  const { proposal } = await propose({ averageOrderFen: 10_000, levels: 3 })
  expect(proposal.levels.map(({ threshold }) => [threshold.amountFen, threshold.bound])).toEqual([
    [20_000, 'ladder'],
    [40_000, 'ladder'],
    [80_000, 'ladder'],
  ])
})

test('orders too small to make levels of ask for an average order too', async () => {
  await importRows([['a', '2026-01-10', 50]])
  expect(await ask()).toMatchObject({ ok: false, error: { code: 'AVERAGE_ORDER_MISSING' } })
})

test.each([
  ['an average order under a yuan', { averageOrderFen: 99 }],
  ['no level', { levels: 0 }],
  ['eleven levels', { levels: 11 }],
  ['a rate above all', { marginBp: 10_001 }],
  ['part of a fen', { averageOrderFen: 1_000.5 }],
  ['a negative cost', { benefitCostFen: [-1] }],
  ['uplifts that fall', { upliftsBp: { low: 500, middle: 400, high: 2_000 } }],
  [
    'a benchmark without a source',
    { benchmark: { source: ' ', averageOrderFen: 1_000, repurchaseRateBp: null, marginBp: null } },
  ],
  [
    'a benchmark without a figure',
    { benchmark: { source: 'A report', averageOrderFen: null, repurchaseRateBp: null, marginBp: null } },
  ],
])('%s is refused whole', async (_, entered) => {
  expect(await ask(entered)).toMatchObject({ ok: false, error: { code: 'INVALID_INPUT' } })
})

test('levels that are sold: no proposal, and why', async () => {
  const { version: _, ...rest } = DEFAULT_PROGRAM
  const levels = rest.levels.map((level) =>
    level.id === 'gold' ? { ...level, kind: 'dual' as const } : level,
  )
  await put(shop.cloud, 'settings', { _id: 'tiers', value: { ...rest, version: 1, levels } } as {
    _id: string
  })
  jest.setSystemTime(Date.now() + 6_000)
  expect((await facts()).unavailable?.zh).toContain('双重')
  expect(await ask({ averageOrderFen: 10_000 })).toMatchObject({
    ok: false,
    error: { code: 'ASSISTANT_UNAVAILABLE' },
  })
})

test('it is the manager’s: a clerk is refused', async () => {
  await shop.staff('clerk', 'clerk')
  for (const answer of [
    await shop.merchant('clerk', 'assistant.facts', {}),
    await shop.merchant('clerk', 'assistant.propose', NOTHING_ENTERED),
  ])
    expect(answer).toMatchObject({ ok: false, error: { code: 'FORBIDDEN' } })
})
