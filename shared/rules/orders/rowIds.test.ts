import fc from 'fast-check'
import type { OrderRow } from './orderRow'
import { withIds } from './rowIds'

fc.configureGlobal({ seed: 1 })

// Few values, so that identical rows are common.
const orderRow: fc.Arbitrary<OrderRow> = fc.record(
  {
    customer: fc.constantFrom('1', '01', '1_2021-01-01_1x1177'),
    order: fc.constantFrom('A1', 'A2'),
    openid: fc.constantFrom('o-1', 'o-2'),
    placedDay: fc.constantFrom('2021-01-01', '2021-01-02'),
    quantity: fc.constantFrom(1, 2, 11),
    amountFen: fc.constantFrom(0, 1177, 1),
  },
  { requiredKeys: ['customer', 'placedDay', 'quantity', 'amountFen'] },
)
const numberless = orderRow.map(({ order: _, ...row }) => row)
const ids = (rows: readonly OrderRow[]): string[] => withIds(rows).map((row) => row.externalId)

describe('the id of a past order', () => {
  it('is the order’s own number where it has one', () => {
    expect(ids([{ customer: '1', order: 'A1', placedDay: '2021-01-01', quantity: 1, amountFen: 1 }])).toEqual(
      ['A1'],
    )
  })

  it('never changes: an id given today must be given tomorrow, or everything would come in twice', () => {
    const row = { customer: '00001', placedDay: '2021-01-01', quantity: 1, amountFen: 1177 }
    expect(ids([row, row])).toEqual(['00001_2021-01-01_1x1177_1', '00001_2021-01-01_1x1177_2'])
  })

  it('differs for all rows of a file, identical ones too', () => {
    fc.assert(
      fc.property(fc.array(numberless), (rows) => {
        expect(new Set(ids(rows)).size).toBe(rows.length)
      }),
    )
  })

  it('is the same set however the file is sorted', () => {
    const sortedAnew = fc
      .array(numberless)
      .chain((rows) => fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length })))
    fc.assert(
      fc.property(sortedAnew, ([rows, shuffled]) => {
        expect(ids(shuffled).sort()).toEqual(ids(rows).sort())
      }),
    )
  })

  it('stays when rows are appended', () => {
    fc.assert(
      fc.property(fc.array(numberless), fc.array(numberless), (rows, more) => {
        expect(ids([...rows, ...more]).slice(0, rows.length)).toEqual(ids(rows))
      }),
    )
  })

  it('does not depend on the openid, which may be learnt later', () => {
    fc.assert(
      fc.property(fc.array(numberless), (rows) => {
        expect(ids(rows.map(({ openid: _, ...row }) => row))).toEqual(ids(rows))
      }),
    )
  })
})
