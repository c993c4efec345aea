import { expiringSoon } from './expiringSoon'

const TODAY = '2026-03-01'
const lot = (validUntil: string | null, points: number) => ({ validUntil, points })

test('what lapses within 30 days, and when the first of it does', () => {
  const lots = [lot('2026-03-01', 1), lot('2026-03-31', 10), lot('2026-04-01', 100), lot(null, 1_000)]
  expect(expiringSoon(lots, TODAY)).toEqual({ points: 11, firstDay: '2026-03-01' })
})

test('what has lapsed already, and waits for its entry, is not told of', () => {
  expect(expiringSoon([lot('2026-02-28', 5), lot('2026-03-20', 7)], TODAY)).toEqual({
    points: 7,
    firstDay: '2026-03-20',
  })
})

test('nothing lapses soon', () => {
  expect(expiringSoon([], TODAY)).toBeNull()
  expect(expiringSoon([lot('2026-04-01', 5), lot(null, 5)], TODAY)).toBeNull()
})
