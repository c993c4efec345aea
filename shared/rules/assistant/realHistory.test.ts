import { parseYuan } from '@shared/kernel/fen'
import { parse } from 'csv-parse/sync'
import { readFileSync } from 'node:fs'
import { DEFAULT_UPLIFTS_BP, factOf, type AssistantInputs } from './inputs'
import { propose } from './propose'

/** The CDNOW purchase history; it is no part of the project. */
const FILE = process.env.CHANGKE_HISTORY
const LAST_YEAR = ['2020-07-01', '2021-06-30'] as const
const THIS_YEAR = ['2021-07-01', '2022-06-30'] as const

interface Row {
  customer: string
  date: string
  amount: string
}

const itWithHistory = FILE ? it : it.skip

// Every friendly amount from 1 to 10,000 yuan, written out.
const FRIENDLY = [100, 1_000, 10_000, 100_000].flatMap((scale) =>
  Array.from({ length: 90 }, (_, i) => i + 10)
    .filter((digits) => digits < 20 || (digits < 50 ? digits % 2 === 0 : digits % 5 === 0))
    .map((digits) => (digits * scale) / 10),
)

itWithHistory('a real shop’s thresholds are those of a few lines beside the rules', () => {
  const rows = parse<Row>(readFileSync(FILE!), { columns: true })
  const { levels, facts } = propose(inputsOf(rows))
  const order = facts.averageOrderFen.value
  const spent = [...spendOf(rows, THIS_YEAR).values()].filter((fen) => fen > 0).sort((a, b) => b - a)
  const recomputed: { fen: number; members: number }[] = []
  for (let i = 0; i < 5; i += 1) {
    const share = 0.35 * (0.02 / 0.35) ** (i / 4)
    const asked = spent[Math.floor((spent.length * Math.round(share * 10_000)) / 10_000)] ?? 0
    const below = recomputed.at(-1)?.fen
    const [least, most] = below === undefined ? [order * 1.5, order * 3] : [below * 1.5, Infinity]
    const inside = FRIENDLY.filter((fen) => fen >= least && fen <= most)
    const [fen = 0] = inside.sort((a, b) => Math.abs(a - asked) - Math.abs(b - asked) || a - b)
    recomputed.push({ fen, members: spent.filter((amount) => amount >= fen).length })
  }
  expect(levels.map((l) => ({ fen: l.threshold.amountFen, members: l.reached.members }))).toEqual(recomputed)
})

// Counted from the file by another program. The year before is half a year: the file begins in January 2021.
itWithHistory('five levels for a real shop, and every count', () => {
  const proposal = propose(inputsOf(parse<Row>(readFileSync(FILE!), { columns: true })))
  expect(proposal.facts).toMatchObject({
    averageOrderFen: { value: 3_801 },
    repurchaseRateBp: { value: 6_139 },
  })
  expect(proposal.evidence).toMatchObject({
    buyers: 8_330,
    medianFen: 6_321,
    meanFen: 12_253,
    cappedAtFen: 134_411,
    cappedBuyers: 41,
  })
  expect(
    proposal.levels.map(({ threshold: { bound, amountFen }, reached, held, gain }) => [
      bound,
      amountFen,
      reached.members,
      held.members,
      gain.kind === 'told' && gain.near,
    ]),
  ).toEqual([
    ['data', 10_000, 2_884, 1_446, 1_322],
    ['data', 19_000, 1_438, 751, 432],
    ['data', 32_000, 687, 333, 136],
    ['data', 48_000, 354, 213, 48],
    ['spacing', 75_000, 141, 141, 17],
  ])
  expect(
    proposal.levels.map(({ retention, sensitivity: { higher, lower } }) => [
      retention.amountFen,
      retention.lastYearHolders,
      retention.wouldHaveKept,
      higher.members,
      lower.members,
    ]),
  ).toEqual([
    [7_000, 2_182, 851, 273, 302],
    [14_000, 828, 339, 170, 214],
    [24_000, 272, 114, 96, 114],
    [34_000, 123, 69, 60, 62],
    [55_000, 57, 31, 23, 42],
  ])
  expect(proposal.advice).toMatchObject({ kind: 'asWanted', levels: 5 })
})

function inputsOf(rows: readonly Row[]): AssistantInputs {
  const [last, now] = [spendOf(rows, LAST_YEAR), spendOf(rows, THIS_YEAR)]
  const orders = rows.filter(({ date }) => date >= THIS_YEAR[0] && date <= THIS_YEAR[1])
  const days = new Map<string, Set<string>>()
  for (const { customer, date } of orders) days.set(customer, (days.get(customer) ?? new Set()).add(date))
  const returned = [...days.values()].filter((of) => of.size > 1).length
  const total = [...now.values()].reduce((sum, amount) => sum + amount, 0)
  return {
    netSpendFen: [...now.values()],
    twoYears: [...last].map(([customer, lastYearFen]) => ({
      lastYearFen,
      thisYearFen: now.get(customer) ?? 0,
    })),
    facts: {
      averageOrderFen: factOf(Math.round(total / orders.length), null),
      repurchaseRateBp: factOf(Math.floor((returned * 10_000) / days.size), null),
      levels: factOf(5, null),
      marginBp: factOf(0, 3_000),
    },
    benefitCostFen: null,
    upliftsBp: DEFAULT_UPLIFTS_BP,
    benchmark: null,
  }
}

function spendOf(rows: readonly Row[], [first, last]: readonly [string, string]): Map<string, number> {
  const spent = new Map<string, number>()
  for (const { customer, date, amount } of rows) {
    if (date < first || date > last) continue
    const fen = parseYuan(amount)
    if (!fen.ok) throw new Error(`no amount: ${amount}`)
    spent.set(customer, (spent.get(customer) ?? 0) + fen.value)
  }
  return spent
}
