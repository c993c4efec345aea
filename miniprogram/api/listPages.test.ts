import { byMonth, joinPages, type LedgerEntry, type LedgerPage } from './joinPages'

const entry = (seq: number, day = '2026-11-01') => ({ seq, day }) as LedgerEntry
const page = (seqs: number[], nextCursor: number | null): LedgerPage => ({
  entries: seqs.map((seq) => entry(seq)),
  nextCursor,
})
const seqs = (joined: LedgerPage) => joined.entries.map(({ seq }) => seq)

describe('joinPages', () => {
  const older = { ...page([2, 1], null), below: 4 }

  it('puts older pages below the first and goes on where they end', () => {
    const joined = joinPages(page([4, 3], 3), older)
    expect(seqs(joined)).toEqual([4, 3, 2, 1])
    expect(joined.nextCursor).toBeNull()
  })

  it('starts over when the first page has news: what slipped out of it would be in neither', () => {
    const joined = joinPages(page([5, 4], 4), older)
    expect(seqs(joined)).toEqual([5, 4])
    expect(joined.nextCursor).toBe(4)
  })
})

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
