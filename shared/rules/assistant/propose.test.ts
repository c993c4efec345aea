import fc from 'fast-check'
import { friendlyNearest } from './friendly'
import { DEFAULT_UPLIFTS_BP, factOf, INPUT_RANGES, type AssistantInputs } from './inputs'
import { propose, type Proposal } from './propose'

// Of any length: left to itself fast-check seldom makes the hundred buyers that evidence begins with. Unshrunk: it would
// take minutes to tell hundreds of buyers from fewer.
const spends = (spread: fc.Arbitrary<number>, minLength = 0) =>
  fc.noShrink(fc.array(spread, { minLength, maxLength: 400, size: 'max' }))
/** Many small buyers and few large ones, some whose money went back. */
const steep = fc
  .tuple(fc.integer({ min: 1, max: 1_000 }), fc.nat(4))
  .map(([base, power]) => base * 7 ** power - 5)
const even = fc.integer({ min: 1, max: 500_000 })
const anySpends = (minLength = 0) => fc.oneof(spends(steep, minLength), spends(even, minLength))

const figures = fc.record({
  averageOrderFen: fc.integer({ min: 100, max: 60_000 }),
  repurchaseRateBp: fc.nat(10_000),
  levels: fc.integer({ min: 1, max: INPUT_RANGES.levels.max }),
  marginBp: fc.nat(10_000),
})
type Figures = typeof figures extends fc.Arbitrary<infer T> ? T : never

const COSTS = Array.from({ length: INPUT_RANGES.levels.max }, (_, i) => i * 300)

function inputsOf(
  netSpendFen: readonly number[],
  { averageOrderFen, repurchaseRateBp, levels, marginBp }: Figures,
) {
  const inputs: AssistantInputs = {
    netSpendFen,
    twoYears: netSpendFen.map((thisYearFen, i) => ({
      lastYearFen: netSpendFen.at(-i) ?? 0,
      thisYearFen,
    })),
    facts: {
      averageOrderFen: factOf(averageOrderFen, null),
      repurchaseRateBp: factOf(repurchaseRateBp, null),
      levels: factOf(levels, null),
      marginBp: factOf(0, marginBp),
    },
    benefitCostFen: COSTS,
    upliftsBp: DEFAULT_UPLIFTS_BP,
    benchmark: null,
  }
  return inputs
}

const amountsOf = ({ levels }: Proposal) => levels.map(({ threshold }) => threshold.amountFen)

test('the first level asks for 1.5 to 3 average orders, 2 at most when few come back; each other for 1.5 times the one below', () => {
  fc.assert(
    fc.property(anySpends(), figures, (netSpendFen, of) => {
      const amounts = amountsOf(propose(inputsOf(netSpendFen, of)))
      expect(amounts).toHaveLength(of.levels)
      for (const [i, amount] of amounts.entries()) {
        expect(friendlyNearest(amount)).toBe(amount)
        if (i > 0) expect(amount * 2).toBeGreaterThanOrEqual((amounts[i - 1] ?? Infinity) * 3)
      }
      const first = amounts[0] ?? 0
      expect(first * 2).toBeGreaterThanOrEqual(of.averageOrderFen * 3)
      expect(first).toBeLessThanOrEqual(of.averageOrderFen * (of.repurchaseRateBp < 2_000 ? 2 : 3))
    }),
  )
})

test('all counts are what counting the buyers one by one says', () => {
  fc.assert(
    fc.property(anySpends(), figures, (netSpendFen, of) => {
      const inputs = inputsOf(netSpendFen, of)
      const proposal = propose(inputs)
      const amounts = amountsOf(proposal)
      const buyers = netSpendFen.filter((fen) => fen > 0)
      const levelAt = (fen: number, tenths: number) =>
        amounts.filter((amount) => fen * 10 >= amount * tenths).length
      const count = (test: (fen: number) => boolean) => buyers.filter(test).length
      expect(proposal.evidence).toMatchObject({ buyers: buyers.length, weak: buyers.length < 100 })
      for (const { level, reached, held, retention, sensitivity, gain } of proposal.levels) {
        expect(reached.members).toBe(count((fen) => levelAt(fen, 10) >= level))
        expect(held.members).toBe(count((fen) => levelAt(fen, 10) === level))
        expect(reached.shareBp).toBe(
          buyers.length === 0 ? 0 : Math.floor((reached.members * 10_000) / buyers.length),
        )
        expect(sensitivity.higher.members).toBe(
          count((fen) => levelAt(fen, 10) === level && levelAt(fen, 11) === level - 1),
        )
        expect(sensitivity.lower.members).toBe(
          count((fen) => levelAt(fen, 10) === level - 1 && levelAt(fen, 9) === level),
        )
        const next = amounts[level - 1] ?? 0
        const near = count((fen) => levelAt(fen, 10) === level - 1 && next - fen <= of.averageOrderFen)
        expect(gain).toMatchObject({ near })
        const holders = inputs.twoYears.filter(({ lastYearFen }) => levelAt(lastYearFen, 10) === level)
        expect(retention.lastYearHolders).toBe(holders.length)
      }
      const movedUp = count((fen) => levelAt(fen, 9) > levelAt(fen, 10))
      const joined = proposal.levels.reduce((sum, { sensitivity }) => sum + sensitivity.lower.members, 0)
      expect(joined).toBe(movedUp)
    }),
  )
})

test('what bound a threshold is told truly', () => {
  fc.assert(
    fc.property(anySpends(100), figures, (netSpendFen, of) => {
      const buyers = netSpendFen.filter((fen) => fen > 0).sort((a, b) => a - b)
      fc.pre(buyers.length >= 100)
      for (const { threshold } of propose(inputsOf(netSpendFen, of)).levels) {
        const { amountFen, targetShareBp, wantedFen, atLeastFen, atMostFen, bound } = threshold
        const rank = Math.ceil((buyers.length * (10_000 - targetShareBp)) / 10_000)
        expect(wantedFen).toBe(buyers[rank - 1])
        const nearest = friendlyNearest(wantedFen)
        const most = atMostFen ?? Infinity
        if (bound === 'floor' || bound === 'spacing') expect(wantedFen).toBeLessThan(atLeastFen)
        else if (bound === 'ceiling') expect(wantedFen).toBeGreaterThan(most)
        else {
          expect(wantedFen >= atLeastFen && wantedFen <= most).toBe(true)
          expect(bound).toBe(nearest >= atLeastFen && nearest <= most ? 'data' : 'rounding')
          if (bound === 'data') expect(amountFen).toBe(nearest)
        }
      }
    }),
  )
})

test('the order in which buyers come changes nothing, nor does a second time', () => {
  const shuffled = anySpends().chain((list) =>
    fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
  )
  fc.assert(
    fc.property(shuffled, figures, ([netSpendFen, again], of) => {
      const { twoYears } = inputsOf(netSpendFen, of)
      const first = propose({ ...inputsOf(netSpendFen, of), twoYears })
      expect(propose({ ...inputsOf(netSpendFen, of), twoYears })).toEqual(first)
      expect(propose({ ...inputsOf(again, of), twoYears: [...twoYears].reverse() })).toEqual(first)
    }),
  )
})

test('buyers who spend more than all others never lower a threshold', () => {
  const richer = fc.array(fc.integer({ min: 1, max: 1_000_000 }), { minLength: 1, maxLength: 60 })
  fc.assert(
    fc.property(anySpends(100), richer, figures, (netSpendFen, extra, of) => {
      fc.pre(netSpendFen.filter((fen) => fen > 0).length >= 100)
      const most = Math.max(...netSpendFen)
      const before = amountsOf(propose(inputsOf(netSpendFen, of)))
      const after = amountsOf(propose(inputsOf([...netSpendFen, ...extra.map((fen) => most + fen)], of)))
      for (const [i, amount] of after.entries()) expect(amount).toBeGreaterThanOrEqual(before[i] ?? Infinity)
    }),
  )
})

test('advised is the greatest number of levels whose top 1 % and 30 of the buyers hold', () => {
  fc.assert(
    fc.property(anySpends(100), figures, (netSpendFen, of) => {
      const buyers = netSpendFen.filter((fen) => fen > 0).length
      fc.pre(buyers >= 100)
      const fits = (levels: number) => {
        const top = propose(inputsOf(netSpendFen, { ...of, levels })).levels.at(-1)?.held.members ?? 0
        return top >= 30 && top * 100 >= buyers
      }
      const { advice } = propose(inputsOf(netSpendFen, of))
      const fitting = Array.from({ length: of.levels }, (_, i) => i + 1).filter(fits)
      expect(advice.levels).toBe(fitting.at(-1) ?? 1)
      const kind =
        fitting.length === 0 ? 'evenOneIsSmall' : fitting.includes(of.levels) ? 'asWanted' : 'fewer'
      expect(advice.kind).toBe(kind)
    }),
    { numRuns: 50 },
  )
})

test('every reason is there in both languages and every number in it is one', () => {
  fc.assert(
    fc.property(anySpends(), figures, (netSpendFen, of) => {
      const told = JSON.stringify(propose(inputsOf(netSpendFen, of)))
      expect(told).not.toMatch(/undefined|NaN|Infinity|"zh":""|"en":""|\d\.\d{3}/)
    }),
  )
})

test('no number in a proposal is a fraction', () => {
  fc.assert(
    fc.property(anySpends(), figures, (netSpendFen, of) => {
      JSON.stringify(propose(inputsOf(netSpendFen, of)), (_, value: unknown) => {
        if (typeof value === 'number') expect(Number.isSafeInteger(value)).toBe(true)
        return value
      })
    }),
  )
})

const PLAIN = { averageOrderFen: 10_000, repurchaseRateBp: 3_000, levels: 3, marginBp: 4_000 }

test('the evidence is summed up without what a huge buyer adds', () => {
  const yuan = [...Array.from({ length: 199 }, (_, i) => (i + 1) * 100), 100_000_000]
  expect(propose(inputsOf(yuan, PLAIN)).evidence).toMatchObject({
    buyers: 200,
    weak: false,
    medianFen: 10_000,
    // 1 + 2 + … + 199 yuan, and 199 once more, over 200: 100.495, half up.
    meanFen: 10_050,
    cappedAtFen: 19_900,
    cappedBuyers: 1,
  })
})

test('without a single buyer it is a ladder that says so', () => {
  const proposal = propose(inputsOf([], PLAIN))
  expect(amountsOf(proposal)).toEqual([20_000, 40_000, 80_000])
  expect(proposal.evidence).toMatchObject({ buyers: 0, weak: true, medianFen: null })
  expect(proposal.advice).toMatchObject({ kind: 'tooFewBuyers', levels: 3 })
  expect(proposal.gain).toMatchObject({ breakEven: { kind: 'nobodyNear', upliftBp: null } })
})

test('a benchmark is compared and changes no threshold; left empty, nothing is compared', () => {
  const inputs = inputsOf([], PLAIN)
  const benchmark = { source: 'A survey', averageOrderFen: 12_000, repurchaseRateBp: 2_500, marginBp: null }
  const compared = propose({ ...inputs, benchmark })
  expect(compared.benchmark.source).toBe('A survey')
  expect(
    compared.benchmark.comparisons.map(({ measure, own, industry, reason }) => [
      measure,
      own,
      industry,
      reason.en,
    ]),
  ).toEqual([
    ['averageOrderFen', 10_000, 12_000, "The average order of ¥100.00 is below the industry's ¥120.00."],
    ['repurchaseRateBp', 3_000, 2_500, "The repurchase rate of 30% is above the industry's 25%."],
  ])
  expect(compared.levels).toEqual(propose(inputs).levels)
  expect(propose(inputs).benchmark).toMatchObject({ source: null, comparisons: [] })
})

test('figures out of range are refused by name', () => {
  const inputs = inputsOf([], PLAIN)
  const withFact = (fact: Partial<Figures>) => inputsOf([], { ...PLAIN, ...fact })
  expect(() => propose(withFact({ averageOrderFen: 99 }))).toThrow('averageOrderFen: 99')
  expect(() => propose(withFact({ levels: 11 }))).toThrow('levels: 11')
  expect(() => propose(withFact({ repurchaseRateBp: 10_001 }))).toThrow('repurchaseRateBp: 10001')
  expect(() => propose({ ...inputs, netSpendFen: [0.5] })).toThrow('netSpendFen: 0.5')
  expect(() => propose({ ...inputs, benefitCostFen: [1, 2] })).toThrow('2 costs for 3 levels')
  const nameless = { source: ' ', averageOrderFen: null, repurchaseRateBp: null, marginBp: null }
  expect(() => propose({ ...inputs, benchmark: nameless })).toThrow('its source is not named')
})
