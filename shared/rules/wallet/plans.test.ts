import { giftOf, NO_GIFT, type AnyAmount } from './plans'

const anyAmount: AnyAmount = {
  leastFen: 1_000,
  brackets: [
    { fromFen: 50_000, bonusRateBp: 500, gift: NO_GIFT },
    { fromFen: 100_000, bonusRateBp: 1_000, gift: { ...NO_GIFT, bonusFen: 2_000, points: 300 } },
  ],
}

test.each([
  ['nothing under the first bracket', 49_999, NO_GIFT],
  ['the bracket from its first fen on', 50_000, { ...NO_GIFT, bonusFen: 2_500 }],
  ['a rate rounded half up to the fen', 50_010, { ...NO_GIFT, bonusFen: 2_501 }],
  ['the highest that is reached, with its own gift', 120_000, { ...NO_GIFT, bonusFen: 14_000, points: 300 }],
])('any amount brings %s', (_what, payFen, gift) => {
  expect(giftOf(anyAmount, payFen)).toEqual(gift)
})
