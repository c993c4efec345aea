import { clockText } from './timeLeft'

test.each([
  [-1, '00:00'],
  [0, '00:00'],
  [999, '00:00'],
  [1_000, '00:01'],
  [754_321, '12:34'],
  [3_600_000, '01:00:00'],
  [90_061_000, '25:01:01'],
])('%d ms are %s', (ms, text) => {
  expect(clockText(ms)).toBe(text)
})
