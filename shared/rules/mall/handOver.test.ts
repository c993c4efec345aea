import * as fc from 'fast-check'
import { HAND_OVER_BYTES, handOverCode, handOverCodeIn } from './handOver'

const bytes = fc.uint8Array({ minLength: HAND_OVER_BYTES, maxLength: HAND_OVER_BYTES })

test('four and four digits that nobody takes for one another', () => {
  expect(handOverCode(Uint8Array.of(255, 255, 255, 255, 255))).toBe('ZZZZ-ZZZZ')
  expect(handOverCode(new Uint8Array(5))).toBe('0000-0000')
  expect(() => handOverCode(new Uint8Array(4))).toThrow('of 4 bytes')
})

test('it is read however it is scanned or typed', () => {
  fc.assert(
    fc.property(bytes, (random) => {
      const code = handOverCode(random)
      const written = [
        code,
        ` ${code.toLowerCase()} `,
        code.replace('-', ''),
        code.replace('-', ' – '),
        [...code].join(' '),
        code.replace(/0/g, 'O').replace(/1/g, 'i'),
      ]
      expect(written.map(handOverCodeIn)).toEqual(written.map(() => code))
    }),
  )
})

test('anything else is none, and never a crash', () => {
  expect(['', '0000-000', '0000-0000-0', '0000-000U', 'https://a'].map(handOverCodeIn)).toEqual([
    null,
    null,
    null,
    null,
    null,
  ])
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
      const code = handOverCodeIn(text)
      if (code !== null) expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/)
    }),
  )
})
