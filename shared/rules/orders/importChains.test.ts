import fc from 'fast-check'
import { importChains } from './importChains'
import type { OrderRow } from './orderRow'

fc.configureGlobal({ seed: 1 })

const MAX = 5

const rows = fc
  .array(
    fc.record(
      {
        customer: fc.constantFrom('1', '2', '3', '4'),
        openid: fc.constantFrom('o-1', 'o-2'),
        placedDay: fc.constantFrom('2021-01-01', '2021-01-02', '2021-01-03'),
      },
      { requiredKeys: ['customer', 'placedDay'] },
    ),
    { maxLength: 60 },
  )
  .map((list) => list.map((row, line) => ({ ...row, quantity: 1, amountFen: 1, line })))

const memberOf = (row: OrderRow): string => row.openid ?? row.customer

describe('batches of past orders', () => {
  it('take every order exactly once and never more than fit', () => {
    fc.assert(
      fc.property(rows, (all) => {
        const batches = importChains(all, MAX).flat()
        expect(batches.flat().sort((a, b) => a.line - b.line)).toEqual(all)
        for (const batch of batches) {
          expect(batch.length).toBeGreaterThan(0)
          expect(batch.length).toBeLessThanOrEqual(MAX)
        }
      }),
    )
  })

  it('keep a member in one chain, so that chains may go at once', () => {
    fc.assert(
      fc.property(rows, (all) => {
        const chainOf = new Map<string, number>()
        importChains(all, MAX).forEach((chain, i) => {
          for (const row of chain.flat()) {
            expect(chainOf.get(memberOf(row)) ?? i).toBe(i)
            chainOf.set(memberOf(row), i)
          }
        })
      }),
    )
  })

  it('keep a member whose orders fit in one batch', () => {
    fc.assert(
      fc.property(rows, (all) => {
        const sizes = new Map<string, number>()
        for (const row of all) sizes.set(memberOf(row), (sizes.get(memberOf(row)) ?? 0) + 1)
        const batches = importChains(all, MAX).flat()
        for (const [member, size] of sizes) {
          const holding = batches.filter((batch) => batch.some((row) => memberOf(row) === member))
          expect(holding.length).toBe(Math.ceil(size / MAX))
        }
      }),
    )
  })

  it('are oldest first for each member, and in the file’s order within a day', () => {
    fc.assert(
      fc.property(rows, (all) => {
        const last = new Map<string, { placedDay: string; line: number }>()
        for (const row of importChains(all, MAX).flat(2)) {
          const before = last.get(memberOf(row))
          if (before) {
            expect(before.placedDay <= row.placedDay).toBe(true)
            if (before.placedDay === row.placedDay) expect(before.line).toBeLessThan(row.line)
          }
          last.set(memberOf(row), row)
        }
      }),
    )
  })
})
