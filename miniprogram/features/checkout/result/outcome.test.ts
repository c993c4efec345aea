import { outcomeOf } from './outcome'

test.each([
  ['awaitingPayment', true, 'confirming'],
  ['awaitingPayment', false, 'waiting'],
  ['paid', true, 'paid'],
  ['shipped', false, 'paid'],
  ['refunded', true, 'paid'],
  ['cancelled', true, 'cancelled'],
] as const)('%s is, confirming %j, %s', (state, isConfirming, outcome) => {
  expect(outcomeOf(state, isConfirming)).toBe(outcome)
})
