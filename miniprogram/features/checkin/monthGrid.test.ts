import { monthGrid } from './monthGrid'

const blanksOf = (month: string) => monthGrid(month).filter((day) => day === null).length

describe('monthGrid', () => {
  it.each([
    ['2026-11', 6, 30],
    ['2026-06', 0, 30],
    ['2026-02', 6, 28],
    ['2028-02', 1, 29],
    ['2023-05', 0, 31],
  ])('%s starts after %d blanks and has %d days', (month, blanks, days) => {
    expect(blanksOf(month)).toBe(blanks)
    expect(monthGrid(month)).toHaveLength(blanks + days)
  })

  it('holds the days in order', () => {
    const days = monthGrid('2026-11').filter((day) => day !== null)
    expect([days[0], days[29]]).toEqual(['2026-11-01', '2026-11-30'])
  })
})
