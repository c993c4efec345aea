import { en } from './en'
import { zh } from './zh'

/** Every text by its path, lists by their places. */
function textsOf(value: unknown, path = ''): Map<string, unknown> {
  if (typeof value !== 'object' || value === null) return new Map([[path, value]])
  return new Map(Object.entries(value).flatMap(([key, inner]) => [...textsOf(inner, `${path}.${key}`)]))
}

const SAMPLES = ['样', '品']
const CHINESE = /[\u3400-\u9fff\uff00-\uffef]/

/** A text with something put into it, so that texts that are functions are read too. */
function said(text: unknown): string {
  if (typeof text !== 'function') return String(text)
  return String((text as (...parts: unknown[]) => unknown)(...SAMPLES.slice(0, text.length)))
}

describe('the texts', () => {
  const chinese = textsOf(zh)
  const english = textsOf(en)

  it('are all there in both languages', () => {
    expect([...english.keys()].sort()).toEqual([...chinese.keys()].sort())
    expect(chinese.size).toBeGreaterThan(100)
  })

  it.each([...english])('en%s says something, without Chinese', (_path, text) => {
    const own = said(text).replace(/[样品]/g, '')
    expect(said(text)).not.toBe('')
    expect(own).not.toMatch(CHINESE)
  })

  it.each([...chinese])('zh%s says something, with full-width commas and colons', (_path, text) => {
    expect(said(text)).not.toBe('')
    expect(said(text)).not.toMatch(/[\u3400-\u9fff][,:;?!]/)
  })

  it('counts one thing and many', () => {
    expect(en.units.pointsOf(1)).toBe('1 point')
    expect(en.units.pointsOf(1200)).toBe('1,200 points')
    expect(en.checkin.streak(1)).toBe('1 day in a row')
    expect(zh.units.pointsOf(1200)).toBe('1,200 积分')
  })
})
