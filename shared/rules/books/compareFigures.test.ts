import { compareFigures, type ComparedFigures } from './compareFigures'
import type { FigureCheck } from './difference'

const CHECKS: readonly FigureCheck[] = ['orders', 'salesFen', 'checkins']
const figures = (patch: Partial<ComparedFigures> = {}) =>
  ({
    orders: 1,
    salesFen: 100,
    checkins: 0,
    tierFlows: [{ from: null, to: 'regular', members: 2 }],
    ...patch,
  }) as ComparedFigures
const compare = (stored: Partial<ComparedFigures>) =>
  compareFigures('2026-03-01', CHECKS, figures(), figures(stored))

describe('compareFigures', () => {
  it('finds nothing in figures that agree', () => {
    expect(compare({})).toEqual([])
  })

  it('names each figure that differs', () => {
    expect(compare({ orders: 2, salesFen: 99 })).toEqual([
      { of: 'day', day: '2026-03-01', check: 'orders', expected: 1, found: 2 },
      { of: 'day', day: '2026-03-01', check: 'salesFen', expected: 100, found: 99 },
    ])
  })

  it('takes moves between levels in any order and in parts, and names those that differ', () => {
    const one = { from: null, to: 'regular', members: 1 }
    const up = { from: 'regular', to: 'silver', members: 1 }
    expect(compare({ tierFlows: [one, one] })).toEqual([])
    expect(compare({ tierFlows: [up, one] })).toEqual([
      {
        of: 'day',
        day: '2026-03-01',
        check: 'tierMoves',
        from: null,
        to: 'regular',
        expected: 2,
        found: 1,
      },
      {
        of: 'day',
        day: '2026-03-01',
        check: 'tierMoves',
        from: 'regular',
        to: 'silver',
        expected: 0,
        found: 1,
      },
    ])
  })
})
