import { adviseLevels } from './advice'
import { evidenceOf } from './evidence'
import type { Facts } from './inputs'

const AVERAGE_ORDER_FEN = 10_000

const facts = (levels: number): Facts => ({
  averageOrderFen: { value: AVERAGE_ORDER_FEN, from: 'store' },
  repurchaseRateBp: { value: 3_000, from: 'store' },
  levels: { value: levels, from: 'merchant' },
  marginBp: null,
})

/** So many buyers of 100 yuan each, and the few of 600 yuan who reach the top. */
const shop = (buyers: number, few: number) =>
  evidenceOf([...Array<number>(buyers - few).fill(10_000), ...Array<number>(few).fill(60_000)])

test.each([
  [1_500, 29, 'evenOneIsSmall'],
  [1_500, 30, 'asWanted'],
  [3_000, 30, 'asWanted'],
  [3_100, 30, 'evenOneIsSmall'],
  [3_100, 31, 'asWanted'],
])('of %d buyers the top is held by %d: %s', (buyers, few, kind) => {
  expect(adviseLevels(shop(buyers, few), facts(1))).toMatchObject({ kind, levels: 1 })
})

test('so many levels are advised as there are with a top that is held', () => {
  // 150 yuan is the least for one level, 225 for the second, 337.50 for the third, and then 510, 765 and 1,200.
  const { reason, ...advice } = adviseLevels(shop(2_000, 30), facts(6))
  expect(advice).toEqual({ kind: 'fewer', levels: 4 })
  expect(reason).toEqual({
    zh: '设 6 级时最高一级只有 0 人，不足 1% 或 30 人；建议设 4 级，最高一级有 30 人。',
    en: 'With 6 levels only 0 would hold the top, under 1% of buyers or under 30 of them; 4 levels are advised, whose top 30 would hold.',
  })
})

test('99 buyers are too few to advise on', () => {
  expect(adviseLevels(shop(99, 40), facts(5))).toMatchObject({ kind: 'tooFewBuyers', levels: 5 })
})
