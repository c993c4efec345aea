import { ObjectId } from 'bson'
import fc from 'fast-check'
import { afterPrefix, compareValues, encodeKey, invert } from './indexKey'

describe('the order of keys', () => {
  test('types stand in MongoDB order', () => {
    const values = [
      null,
      Number.NaN,
      -Infinity,
      -1.5,
      0,
      2,
      Infinity,
      '',
      'a',
      { a: 1 },
      [1],
      new ObjectId('0'.repeat(24)),
      false,
      true,
      new Date(0),
      /a/,
    ]
    const sorted = [...values].reverse().sort(compareValues)
    expect(sorted).toEqual(values)
  })

  test('numbers sort as numbers', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true }), fc.double({ noNaN: true }), (a, b) => {
        expect(Math.sign(compareValues(a, b))).toBe(a === b ? 0 : Math.sign(a < b ? -1 : 1))
      }),
    )
  })

  test('texts sort by their UTF-8 bytes, zero bytes and beginnings included', () => {
    const text = fc.string({ unit: fc.constantFrom('\0', '\x01', 'a', '常', '\u{1F600}'), maxLength: 6 })
    fc.assert(
      fc.property(text, text, (a, b) => {
        expect(Math.sign(compareValues(a, b))).toBe(Math.sign(Buffer.compare(Buffer.from(a), Buffer.from(b))))
      }),
    )
  })

  test('a key in front does not disturb the one behind it', () => {
    const pair = fc.tuple(fc.string(), fc.integer())
    fc.assert(
      fc.property(pair, pair, ([a, m], [b, n]) => {
        const keys = Buffer.compare(
          Buffer.concat([encodeKey(a), encodeKey(m)]),
          Buffer.concat([encodeKey(b), encodeKey(n)]),
        )
        expect(Math.sign(keys)).toBe(Math.sign(compareValues(a, b) || compareValues(m, n)))
      }),
    )
  })

  test('inverted keys sort the other way round', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.double()), fc.oneof(fc.string(), fc.double()), (a, b) => {
        const turned = Buffer.compare(invert(encodeKey(a)), invert(encodeKey(b)))
        expect(Math.sign(turned)).toBe(-Math.sign(compareValues(a, b)) + 0)
      }),
    )
  })

  test('afterPrefix is behind everything that starts with the prefix', () => {
    expect(afterPrefix(Buffer.from([1, 0xff]))).toEqual(Buffer.from([2]))
    expect(afterPrefix(Buffer.from([0xff, 0xff]))).toBeUndefined()
  })
})
