import { addPaid, payParts, totalPaid } from './paid'

test('each channel is shared by the amounts, and each amount is paid exactly', () => {
  const parts = payParts([100, 50, 0, 1], { bonusFen: 31, principalFen: 60 })
  expect(parts.map(totalPaid)).toEqual([100, 50, 0, 1])
  expect(addPaid(parts)).toEqual({ bonus: 31, principal: 60, wechat: 60 })
  expect(parts[0]).toEqual({ bonus: 21, principal: 40, wechat: 39 })
})

test('where there is nothing to pay nothing is paid', () => {
  expect(payParts([0, 0], { bonusFen: 0, principalFen: 0 }).map(totalPaid)).toEqual([0, 0])
})
