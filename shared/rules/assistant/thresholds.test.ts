import { evidenceOf } from './evidence'
import type { Facts } from './inputs'
import { thresholdsOf } from './thresholds'
import { thresholdWords } from './thresholdWords'

/** 10, 20 … 2,000 yuan. */
const twoHundred = Array.from({ length: 200 }, (_, i) => (i + 1) * 1_000)

const facts = (averageOrderFen: number, repurchaseRateBp = 3_000): Facts => ({
  averageOrderFen: { value: averageOrderFen, from: 'store' },
  repurchaseRateBp: { value: repurchaseRateBp, from: 'store' },
  levels: { value: 3, from: 'merchant' },
  marginBp: null,
})

const decided = (spends: readonly number[], of: Facts, levels = 3) =>
  thresholdsOf(evidenceOf(spends), of, levels).map(({ wantedFen, amountFen, bound }) => [
    wantedFen,
    amountFen,
    bound,
  ])

test('200 buyers with an average order of 300 yuan: the ceiling, the spend, and the spacing decide', () => {
  // The 130th, 184th and 196th buyer; 3 × 300 yuan; 1.5 × 1,800 yuan = 2,700, rounded up.
  expect(decided(twoHundred, facts(30_000))).toEqual([
    [130_000, 90_000, 'ceiling'],
    [184_000, 180_000, 'data'],
    [196_000, 280_000, 'spacing'],
  ])
})

test('a first level under 1.5 average orders is raised to them', () => {
  // 1.5 × 900 yuan = 1,350, between 1,300 and 1,400.
  expect(decided(twoHundred, facts(90_000), 1)).toEqual([[130_000, 140_000, 'floor']])
})

test('under 20 % repurchase the first level asks for two average orders at most', () => {
  expect(decided(twoHundred, facts(50_000, 2_000), 1)).toEqual([[130_000, 130_000, 'data']])
  expect(decided(twoHundred, facts(50_000, 1_999), 1)).toEqual([[130_000, 100_000, 'ceiling']])
})

test('a friendly number never breaks a limit that the spend keeps', () => {
  // 1,305 yuan is nearest to 1,300, but 1.5 × 867 yuan is 1,300.50.
  const spends = twoHundred.map((fen) => (fen === 130_000 ? 130_500 : fen))
  expect(decided(spends, facts(86_700), 1)).toEqual([[130_500, 140_000, 'rounding']])
  // 696 yuan is nearest to 700, but 2 × 349 yuan is 698.
  const steep = twoHundred.map((_, i) => (i < 130 ? 69_600 : 200_000))
  expect(decided(steep, facts(34_900, 0), 1)).toEqual([[69_600, 65_000, 'rounding']])
})

test('under 100 buyers it is a ladder of average orders', () => {
  const ladder = [
    [7_178, 7_000, 'ladder'],
    [14_356, 14_000, 'ladder'],
    [28_712, 28_000, 'ladder'],
  ]
  expect(decided(twoHundred.slice(0, 99), facts(3_589))).toEqual(ladder)
  expect(decided([], facts(3_589))).toEqual(ladder)
  expect(decided(twoHundred.slice(0, 100), facts(3_589))).not.toEqual(ladder)
})

test('who paid nothing or got everything back is no buyer', () => {
  const { ascending, weak } = evidenceOf([...twoHundred.slice(0, 99), 0, -500])
  expect({ buyers: ascending.length, weak }).toEqual({ buyers: 99, weak: true })
})

test('the reason tells what bound the threshold', () => {
  const of = facts(30_000, 1_200)
  const [first, , third] = thresholdsOf(evidenceOf(twoHundred), of, 3)
  expect(first && thresholdWords(first, of, false)).toEqual({
    zh: '目标是让消费最高的 35% 买家达到，他们近 12 个月至少消费 1300.00 元；复购率 12% 低于 20%，第一级最多为客单价 300.00 元的 2 倍（600.00 元），以此为上限向下取整，门槛为 600.00 元。',
    en: 'Meant for the 35% of buyers who spent most: ¥1300.00 or more in the last 12 months. Only 12% of buyers come back, under 20%, so the first level asks for 2 average orders of ¥300.00 at most (¥600.00), rounded down: ¥600.00.',
  })
  expect(third && thresholdWords(third, of, false).en).toContain('1.5 times the level below')
})
