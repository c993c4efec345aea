import { addDays } from '@shared/kernel/day'
import { applyGrowthDays, LONG_AGO } from './days'
import { gained, takenBack } from './lapse'

const OLD = '2026-01-05'
const NEW = addDays(OLD, 800)

test('growth that was put together with older growth is taken back there, though the newer day that did it is gone', () => {
  const both = applyGrowthDays(applyGrowthDays([], gained(OLD, 10)), gained(NEW, 5))
  expect(both.map(({ day }) => day)).toEqual([LONG_AGO, NEW])
  const withoutNew = applyGrowthDays(both, takenBack(both, NEW, 5))
  expect(withoutNew).toEqual([{ day: LONG_AGO, gained: 10, counted: 10 }])
  const change = takenBack(withoutNew, OLD, 4)
  expect(change).toEqual([{ day: OLD, gained: -4, counted: -4 }])
  expect(applyGrowthDays(withoutNew, change)).toEqual([{ day: LONG_AGO, gained: 6, counted: 6 }])
})

test('growth of a day that is told apart is taken from that day', () => {
  const both = applyGrowthDays(applyGrowthDays([], gained(OLD, 10)), gained(addDays(OLD, 1), 5))
  expect(applyGrowthDays(both, takenBack(both, OLD, 4))[0]).toEqual({ day: OLD, gained: 6, counted: 6 })
})

test('more than was gained can never be taken', () => {
  expect(() => applyGrowthDays([], [{ day: OLD, gained: -1, counted: 0 }])).toThrow('would count')
})
