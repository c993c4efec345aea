import { settingsValues } from '@shared/contracts/settingsValues'
import { minimumFits, stepFits } from './stepFits'

test.each([
  [{ pointsPerYuan: 100, step: 100, minimum: 100 }, true, true],
  [{ pointsPerYuan: 300, step: 100, minimum: 100 }, false, true],
  [{ pointsPerYuan: 300, step: 3, minimum: 30 }, true, true],
  [{ pointsPerYuan: 100, step: 100, minimum: 150 }, true, false],
])('%j: whole fen %s, whole steps %s', (toCash, fen, steps) => {
  expect([stepFits(toCash), minimumFits(toCash)]).toEqual([fen, steps])
  const value = {
    validity: { kind: 'never' },
    graceDays: 0,
    toCash: { ...toCash, cap: { kind: 'amount', fen: 100 }, allowsZero: false },
  }
  // The page says beforehand what the contract would refuse.
  expect(settingsValues.points.safeParse(value).success).toBe(fen && steps)
})
