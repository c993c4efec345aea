import { byMonth, type LedgerEntry } from './byMonth'

const entry = (seq: number, day: string) => ({ seq, day }) as LedgerEntry

describe('byMonth', () => {
  it('keeps the order and breaks at each month', () => {
    const entries = [
      entry(4, '2026-11-02'),
      entry(3, '2026-11-01'),
      entry(2, '2026-10-31'),
      entry(1, '2025-10-01'),
    ]
    expect(byMonth(entries).map(({ month, entries: held }) => [month, held.length])).toEqual([
      ['2026-11', 2],
      ['2026-10', 1],
      ['2025-10', 1],
    ])
  })
})
