import { readOptions } from './options'
import { othersThan, wrongOf } from './race'
import { tableOf } from './runRaces'
import { slicesOfRaces } from './slice'

const NAMES = ['balance', 'coupon']

test('fifty trials of all unless told otherwise', () => {
  expect(readOptions([], NAMES)).toEqual({ trials: 50, only: undefined })
  expect(readOptions(['--trials', '7', '--only', 'coupon'], NAMES)).toEqual({ trials: 7, only: 'coupon' })
  expect(() => readOptions(['--trials', 'many'], NAMES)).toThrow('whole numbers')
  expect(() => readOptions(['--only', 'nothing'], NAMES)).toThrow('one of balance, coupon')
})

test('no trial is left out, none is run twice', () => {
  const slices = slicesOfRaces(NAMES, 60)
  expect(slices.filter(({ name }) => name === 'coupon')).toEqual([
    { name: 'coupon', from: 1, trials: 25 },
    { name: 'coupon', from: 26, trials: 25 },
    { name: 'coupon', from: 51, trials: 10 },
  ])
  expect(slices).toHaveLength(6)
})

test('a fact that is not as it should be is wrong, and so is a call that failed', () => {
  expect(wrongOf({ orders: [1, 1], stock: [{ free: 9 }, { free: 9 }] })).toEqual([])
  expect(wrongOf({ orders: [2, 1] })).toEqual(['orders is 2 and not 1'])
  const refused = (code: 'BUSY' | 'INTERNAL') => ({ ok: false as const, error: { code, message: 'words' } })
  expect(othersThan([refused('BUSY'), { ok: true, value: 1 }], ['BUSY'])).toEqual([])
  expect(othersThan([refused('INTERNAL')], ['BUSY'])).toEqual(['INTERNAL: words'])
})

test('the table counts the trials and the wrong ones of each race', () => {
  const slice = { name: 'coupon', from: 1, trials: 25 }
  const wrong = [{ trial: 3, what: ['orders is 2 and not 1'] }]
  const table = tableOf([
    { slice, seconds: 1.25, wrong: [] },
    { slice: { ...slice, from: 26 }, seconds: 1, wrong },
  ])
  expect(table.split('\n').at(-1)).toMatch(/^coupon +one coupon used by 20 orders +50 +1 +2\.3$/)
})
