import fc from 'fast-check'
import { importRow } from '@shared/contracts/orders'
import { readRow } from '@shared/rules/orders/importRow'
import { CUSTOMER_MAX } from '@shared/rules/orders/rowFault'
import { withIds } from '@shared/rules/orders/rowIds'

fc.configureGlobal({ seed: 1 })

const COLUMNS = ['customer', 'date', 'quantity', 'amount', 'order', 'openid'] as const
const anyText = (maxLength: number) => fc.string({ unit: 'binary', maxLength })
const number = (max: number) => fc.integer({ min: -1, max }).map(String)
const likely = (likely: fc.Arbitrary<string>) =>
  fc.oneof({ weight: 9, arbitrary: likely }, { weight: 1, arbitrary: anyText(20) })

const record = fc.tuple(
  anyText(100),
  likely(fc.date({ noInvalidDate: true }).map((date) => date.toISOString().split('T')[0] ?? '')),
  likely(number(1_000_001)),
  likely(
    fc.oneof(
      number(100_000_001),
      fc.tuple(number(100_000_000), number(99)).map((parts) => parts.join('.')),
    ),
  ),
  anyText(100),
  anyText(100),
)

it('a row that the rules accept is one that orders.import accepts', () => {
  let accepted = 0
  fc.assert(
    fc.property(record, (fields) => {
      const row = readRow(COLUMNS, fields, '9999-12-31')
      if (!row.ok) return
      accepted++
      for (const { order: _, ...identified } of withIds([row.value])) {
        expect(importRow.safeParse(identified)).toMatchObject({ success: true })
      }
    }),
    { numRuns: 5_000 },
  )
  expect(accepted).toBeGreaterThan(300)
})

it('the longest row has an id that fits', () => {
  const longest = ['x'.repeat(CUSTOMER_MAX), '2021-01-01', '1000000', '100000000.00']
  const row = readRow(COLUMNS, longest, '9999-12-31')
  if (!row.ok) throw new Error(row.error.code)
  const [last] = withIds(Array.from({ length: 10_000 }, () => row.value)).slice(-1)
  expect(importRow.safeParse(last)).toMatchObject({ success: true })
})
