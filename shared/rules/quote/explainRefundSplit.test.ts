import { whatDoesNotAddUp } from '../explain/explanation'
import { quoteOf, TODAY, WORKED_EXAMPLE, YUAN } from './exampleOrder'
import { refundSplitLines } from './explainRefundSplit'
import { refundSplit, type RefundSplit } from './refundSplit'
import type { RefundRequest } from './refundRequest'

const order = quoteOf({
  ...WORKED_EXAMPLE,
  choices: { ...WORKED_EXAMPLE.choices, coupons: ['c20'] },
})

function split(request: RefundRequest, day = TODAY): RefundSplit {
  const answer = refundSplit(order, [], request, day)
  if (!answer.ok) throw new Error(answer.error.code)
  return answer.value
}

const said = (each: RefundSplit) =>
  refundSplitLines(each).map(({ role, label, amount }) => [role, label.en, amount])

test('a part tells what goes back where', () => {
  const half = split({ of: 'amount', amountFen: 165 * YUAN, freightFen: 0 })
  expect(said(half)).toEqual([
    ['part', 'For goods', 16_500],
    ['sum', 'Refunded', 16_500],
    ['part', 'Bonus balance', 971],
    ['part', 'Stored balance', 4_853],
    ['part', 'WeChat Pay', 10_676],
    ['sum', 'Back to where it came from', 16_500],
    ['fact', 'Points back', 1_500],
  ])
  expect(whatDoesNotAddUp(refundSplitLines(half))).toBeNull()
})

test('all of it tells of freight, and of the coupon that comes back or has lapsed', () => {
  const all = split({ of: 'rest' })
  expect(said(all).slice(1, 3)).toEqual([
    ['part', 'For freight', 1_000],
    ['sum', 'Refunded', 34_000],
  ])
  expect(said(all).at(-1)?.[1]).toBe('Coupon "c20" comes back, since all is refunded.')
  expect(said(split({ of: 'rest' }, '2027-01-01')).at(-1)?.[1]).toBe(
    'Coupon "c20" does not come back, it has lapsed.',
  )
  expect(whatDoesNotAddUp(refundSplitLines(all))).toBeNull()
})
