import { missingFor } from './missing'

const goods = [
  { amountFen: 12_000, quantity: 2 },
  { amountFen: 7_999, quantity: 1 },
]

test('nothing, an amount or a number of goods is asked for; exactly enough is enough', () => {
  expect(missingFor({ of: 'none' }, [])).toBeNull()
  expect(missingFor({ of: 'minimumAmount', amountFen: 19_999 }, goods)).toBeNull()
  expect(missingFor({ of: 'minimumAmount', amountFen: 20_000 }, goods)).toEqual({
    of: 'amount',
    missingFen: 1,
  })
  expect(missingFor({ of: 'minimumQuantity', quantity: 3 }, goods)).toBeNull()
  expect(missingFor({ of: 'minimumQuantity', quantity: 5 }, goods)).toEqual({ of: 'quantity', missing: 2 })
})
