import * as fc from 'fast-check'
import { fromBase32, toBase32 } from './base32'

test('known values, the bits that are over in front', () => {
  expect(toBase32(Uint8Array.of(255, 255, 255, 255, 255))).toBe('ZZZZZZZZ')
  expect(toBase32(Uint8Array.of(0, 0, 0, 0, 32))).toBe('00000010')
  expect(toBase32(new Uint8Array(16).fill(255))).toBe(`7${'Z'.repeat(25)}`)
})

test('what is written is read again, in any case and with the letters that are taken for digits', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 1, maxLength: 20 }), (bytes) => {
      const text = toBase32(bytes)
      expect(fromBase32(text, bytes.length)).toEqual(bytes)
      const typed = text.toLowerCase().replace(/0/g, 'o').replace(/1/g, 'l')
      expect(fromBase32(typed, bytes.length)).toEqual(bytes)
    }),
  )
})

test.each([
  ['too short', 'ZZZZZZZ'],
  ['a letter that is none', 'ZZZZZZZU'],
  ['no digit', 'ZZZZ ZZZ'],
])('%s is refused', (_, text) => expect(fromBase32(text, 5)).toBeNull())

test('more bits than there are bytes for are refused', () => {
  expect(fromBase32(`8${'0'.repeat(25)}`, 16)).toBeNull()
})
