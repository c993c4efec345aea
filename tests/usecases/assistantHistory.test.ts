import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { startOfDay } from '@shared/kernel/businessDay'
import { parseYuan } from '@shared/kernel/fen'
import { groupBy } from '@shared/kernel/groupBy'
import { importedMemberId } from '../../cloudfunctions/database/memberId'
import { fakeDate } from '../support/fakeDate'
import { openShop, SHOP_ENV, type Shop } from '../support/shop'

/** The CDNOW purchase history; it is no part of the project. */
const FILE = process.env.CHANGKE_HISTORY
const LAST_DAY = '2022-06-30'
const NOON_MS = 12 * 3_600_000
const DOCUMENTS_A_CALL = 1_000

const itWithHistory = FILE ? it : it.skip

interface Row {
  readonly customer: string
  readonly date: string
  readonly fen: number
}

itWithHistory(
  'the thresholds of a real shop are those of a few lines beside the rules, within a bounded number of calls',
  async () => {
    jest.spyOn(console, 'info').mockImplementation(() => undefined)
    const rows = readRows()
    fakeDate(`${LAST_DAY}T04:00:00Z`)
    const shop = await openShop()
    await shop.staff('manager', 'manager')
    await shop.makeIndexes()
    await putOrders(shop, rows)

    shop.gateway.resetStats()
    const before = performance.now()
    const facts = await shop.merchant('manager', 'assistant.facts', {})
    const factsMs = performance.now() - before
    const stats = shop.gateway.stats()
    const proposed = await shop.merchant('manager', 'assistant.propose', {
      averageOrderFen: null,
      repurchaseRateBp: null,
      levels: 5,
      marginBp: 3_000,
      benefitCostFen: [],
      upliftsBp: { low: 500, middle: 1_000, high: 2_000 },
      benchmark: null,
    })
    process.stderr.write(
      `facts in ${Math.round(factsMs)} ms, then a proposal in ${Math.round(performance.now() - before - factsMs)} ms, ${JSON.stringify(stats)}\n`,
    )
    if (!facts.ok || !proposed.ok) throw new Error('no answer')

    const { orderFen, rateBp, levels } = recompute(rows)
    expect(facts.value).toMatchObject({
      buyers: 8_330,
      orders: 28_131,
      averageOrderFen: orderFen,
      repurchaseRateBp: rateBp,
      sampleBp: 10_000,
    })
    expect(
      proposed.value.proposal.levels.map(({ threshold, reached }) => [threshold.amountFen, reached.members]),
    ).toEqual(levels)
    // Two sums for each 600 members and the count of members; each order is read once for either year.
    expect(stats.byCollection.orders).toBe(2 * Math.ceil(23_544 / 600))
    expect(stats.documentsRead.orders).toBeLessThanOrEqual(2 * rows.length)
    await shop.close()
    jest.useRealTimers()
  },
  180_000,
)

/** The 12 months before the end, winsorised, by nearest rank, within the limits, to a friendly number: in floating point. */
function recompute(rows: readonly Row[]) {
  const year = rows.filter(({ date }) => date >= '2021-07-01' && date <= LAST_DAY)
  const byCustomer = groupBy(year, ({ customer }) => customer)
  const spendOf = (of: readonly Row[]) => of.reduce((sum, { fen }) => sum + fen, 0)
  const spent = [...byCustomer.values()].map(spendOf).filter((fen) => fen > 0)
  const days = [...byCustomer.values()].filter((of) => spendOf(of) > 0)
  const rate = days.filter((of) => new Set(of.map(({ date }) => date)).size > 1).length / spent.length
  const orderFen = Math.round(spendOf(year) / year.length)
  const ascending = [...spent].sort((a, b) => a - b)
  const rank = (share: number) => ascending[Math.ceil(share * ascending.length - 1e-9) - 1]!
  const cap = rank(0.995)
  const friendly = Array.from({ length: 8 }, (_, power) => 10 ** power).flatMap((scale) =>
    Array.from({ length: 90 }, (_, i) => i + 10)
      .filter((digits) => digits <= 20 || (digits <= 50 ? digits % 2 === 0 : digits % 5 === 0))
      .map((digits) => digits * scale),
  )
  const levels: [fen: number, members: number][] = []
  for (let k = 1; k <= 5; k += 1) {
    const share = Math.round(0.35 * (0.02 / 0.35) ** ((k - 1) / 4) * 10_000) / 10_000
    const wanted = Math.min(cap, rank(1 - share))
    const below = levels.at(-1)?.[0]
    const least = below === undefined ? 1.5 * orderFen : 1.5 * below
    const most = below === undefined ? (rate < 0.2 ? 2 : 3) * orderFen : Infinity
    const [nearest = 0] = friendly
      .filter((fen) => fen >= least && fen <= most)
      .sort((a, b) => Math.abs(a - wanted) - Math.abs(b - wanted) || a - b)
    levels.push([nearest, spent.filter((fen) => fen >= nearest).length])
  }
  return { orderFen, rateBp: Math.floor(rate * 10_000), levels }
}

function readRows(): Row[] {
  const lines = parse<Record<'customer' | 'date' | 'amount', string>>(readFileSync(FILE!), { columns: true })
  return lines.map(({ customer, date, amount }) => {
    const fen = parseYuan(amount)
    if (!fen.ok) throw new Error(`no amount: ${amount}`)
    return { customer, date, fen: fen.value }
  })
}

/** The orders as an import leaves them, past the SDK, since they are many; of the members only that they are there. */
async function putOrders(shop: Shop, rows: readonly Row[]): Promise<void> {
  const members = new Map(rows.map(({ customer }) => [customer, importedMemberId('old', customer, 's')]))
  const orders = rows.map(({ customer, date, fen }, i) => ({
    _id: `import:old:${i}`,
    kind: 'imported',
    state: 'completed',
    member: members.get(customer),
    placedAt: startOfDay(date) + NOON_MS,
    placedDay: date,
    amountFen: fen,
    netFen: fen,
  }))
  await putAll(shop, 'orders', orders)
  await putAll(
    shop,
    'members',
    [...members.values()].map((_id) => ({ _id })),
  )
}

async function putAll({ gateway }: Shop, collectionName: string, documents: readonly object[]) {
  for (let from = 0; from < documents.length; from += DOCUMENTS_A_CALL) {
    const data = documents.slice(from, from + DOCUMENTS_A_CALL).map((each) => JSON.stringify(each))
    const reply = await gateway.answer(
      { action: 'database.insertDocument', envName: SHOP_ENV, collectionName, data },
      { invocation: undefined, source: '' },
    )
    if (!reply || 'code' in reply) throw new Error(`nothing was put in: ${JSON.stringify(reply)}`)
  }
}
