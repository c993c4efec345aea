import fc from 'fast-check'
import { friendlyNearest } from './friendly'
import type { TwoYears } from './inputs'
import { retentionOf } from './retention'

const member = (lastYearFen: number, thisYearFen: number): TwoYears => ({ lastYearFen, thisYearFen })
const times = (count: number, lastYearFen: number, thisYearFen: number) =>
  Array.from({ length: count }, () => member(lastYearFen, thisYearFen))

test('of 70, 75 and 80 yuan, 75 is kept by the share nearest to 60 %', () => {
  // 28 of 40 reach 70 yuan, 25 reach 75, 20 reach 80: 70 %, 62.5 %, 50 %.
  const holders = [
    ...times(20, 10_000, 8_000),
    ...times(5, 12_000, 7_999),
    ...times(3, 14_999, 7_499),
    ...times(12, 11_000, 0),
  ]
  const others = [...times(50, 9_999, 50_000), ...times(50, 15_000, 50_000)]
  expect(retentionOf([...others, ...holders], 10_000, 15_000)).toEqual({
    amountFen: 7_500,
    lastYearHolders: 40,
    wouldHaveKept: 25,
    keptShareBp: 6_250,
    reason: {
      zh: '按去年消费有 40 人达到该等级，其中 25 人（62.5%）今年消费达到 75.00 元；在门槛的 70% 至 80% 之间，这个整数金额最接近六成。',
      en: "40 would have held this level on last year's spend, and 25 of them (62.5%) spent ¥75.00 or more this year: of the round amounts from 70% to 80% of the threshold, the one nearest to 60%.",
    },
  })
})

test('of two amounts equally near to 60 % it is the lower', () => {
  // 28 of 40 reach 75 yuan and 20 reach 80; 70 % and 50 %; 32 reach 70: 80 %.
  const holders = [...times(20, 10_000, 8_000), ...times(8, 10_000, 7_500), ...times(4, 10_000, 7_000)]
  expect(retentionOf([...holders, ...times(8, 10_000, 0)], 10_000, null)).toMatchObject({ amountFen: 7_500 })
})

test('29 holders are too few to tell, 30 are not', () => {
  expect(retentionOf(times(29, 10_000, 7_000), 10_000, null)).toMatchObject({
    amountFen: 7_500,
    lastYearHolders: 29,
    wouldHaveKept: null,
    keptShareBp: null,
  })
  expect(retentionOf(times(30, 10_000, 7_000), 10_000, null)).toMatchObject({
    amountFen: 7_000,
    wouldHaveKept: 30,
    keptShareBp: 10_000,
  })
})

test('the amount is from 70 to 80 % of the threshold, and no other friendly one is nearer to 60 %', () => {
  const spend = fc.integer({ min: 0, max: 20_000 })
  const members = fc.array(fc.record({ lastYearFen: spend, thisYearFen: spend }), { maxLength: 200 })
  const threshold = fc.constantFrom(150, 1_000, 1_100, 3_000, 4_600, 5_500, 9_500, 10_000)
  fc.assert(
    fc.property(members, threshold, (twoYears, thresholdFen) => {
      const { amountFen, lastYearHolders, keptShareBp } = retentionOf(twoYears, thresholdFen, null)
      expect(amountFen * 10).toBeGreaterThanOrEqual(thresholdFen * 7)
      expect(amountFen * 10).toBeLessThanOrEqual(thresholdFen * 8)
      const holders = twoYears.filter(({ lastYearFen }) => lastYearFen >= thresholdFen)
      expect(lastYearHolders).toBe(holders.length)
      expect(keptShareBp === null).toBe(holders.length < 30)
      if (keptShareBp === null) return
      const keptAt = (fen: number) => holders.filter(({ thisYearFen }) => thisYearFen >= fen).length
      const miss = (fen: number) => Math.abs(keptAt(fen) * 10 - holders.length * 6)
      const others = Array.from({ length: thresholdFen }, (_, fen) => fen).filter(
        (fen) => fen * 10 >= thresholdFen * 7 && fen * 10 <= thresholdFen * 8 && friendlyNearest(fen) === fen,
      )
      for (const other of others) expect(miss(amountFen)).toBeLessThanOrEqual(miss(other))
    }),
  )
})
