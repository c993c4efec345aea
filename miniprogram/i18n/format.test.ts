import {
  formatAtMost,
  formatChange,
  formatCount,
  formatDay,
  formatDayShort,
  formatInstant,
  formatMoney,
  formatMonth,
  formatRate,
  moneyParts,
} from './format'

describe('numbers', () => {
  it.each([
    [0, '0'],
    [999, '999'],
    [1000, '1,000'],
    [1234567, '1,234,567'],
    [-1200, '−1,200'],
  ])('groups %d as %s', (n, text) => expect(formatCount(n)).toBe(text))

  it.each([
    [1, '1'],
    [98, '98'],
    [99, '99+'],
  ])('writes %d of at most 99 as %s', (n, text) => expect(formatAtMost(n, 99)).toBe(text))

  it.each([
    [5, '+5'],
    [0, '0'],
    [-120, '−120'],
  ])('signs the change %d as %s', (n, text) => expect(formatChange(n)).toBe(text))

  it.each([
    [0, '0.0%'],
    [3456, '34.6%'],
    [4, '0.0%'],
    [5, '0.1%'],
    [9999, '100.0%'],
    [10000, '100.0%'],
  ])('writes %d basis points as %s', (bp, text) => expect(formatRate(bp)).toBe(text))
})

describe('money', () => {
  it.each([
    [0, '¥0.00'],
    [7, '¥0.07'],
    [128000, '¥1,280.00'],
    [250031563, '¥2,500,315.63'],
    [-123456, '−¥1,234.56'],
    [-5, '−¥0.05'],
  ])('writes %d fen as %s', (fen, text) => expect(formatMoney(fen)).toBe(text))

  it('keeps the fen apart, to be set smaller', () => {
    expect(moneyParts(-128005)).toEqual({ sign: '−', yuan: '¥1,280', fraction: '.05' })
  })
})

describe('dates', () => {
  it('writes a day as each language does', () => {
    expect(formatDay('2026-03-01', 'zh')).toBe('2026年3月1日')
    expect(formatDay('2026-03-01', 'en')).toBe('1 Mar 2026')
    expect(formatDayShort('2026-12-31', 'zh')).toBe('12月31日')
    expect(formatDayShort('2026-12-31', 'en')).toBe('31 Dec')
  })

  it('writes a month as each language does', () => {
    expect(formatMonth('2026-10', 'zh')).toBe('2026年10月')
    expect(formatMonth('2026-10', 'en')).toBe('Oct 2026')
  })

  it('writes an instant by the clock of the phone', () => {
    const at = new Date(2026, 10, 22, 8, 5).getTime()
    expect(formatInstant(at, 'zh')).toBe('11月22日 08:05')
    expect(formatInstant(at, 'en')).toBe('22 Nov, 08:05')
  })
})
