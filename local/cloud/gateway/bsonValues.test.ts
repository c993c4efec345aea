import { Decimal128, Long, ObjectId } from 'bson'
import { EJSON } from 'bson'
import { parseEjson, toStored } from './bsonValues'

const wire = (text: string): string => toStored(parseEjson(text))

test.each<[string, string, string]>([
  ['int', '{"a":{"$numberInt":"5"}}', '{"a":5}'],
  ['long within the exact integers', '{"a":{"$numberLong":"1099511627776"}}', '{"a":1099511627776}'],
  [
    'long beyond them',
    '{"a":{"$numberLong":"9223372036854775807"}}',
    '{"a":{"$numberLong":"9223372036854775807"}}',
  ],
  ['double', '{"a":{"$numberDouble":"1.5"}}', '{"a":1.5}'],
  [
    'what JSON has no number for',
    '{"a":{"$numberDouble":"NaN"},"b":{"$numberDouble":"-Infinity"},"c":{"$numberDouble":"-0.0"}}',
    '{"a":{"$numberDouble":"NaN"},"b":{"$numberDouble":"-Infinity"},"c":{"$numberDouble":"-0.0"}}',
  ],
  ['decimal', '{"a":{"$numberDecimal":"0.10"}}', '{"a":{"$numberDecimal":"0.10"}}'],
  ['date', '{"a":{"$date":{"$numberLong":"-5"}}}', '{"a":{"$date":{"$numberLong":"-5"}}}'],
  ['relaxed date', '{"a":{"$date":"1970-01-01T00:00:00.001Z"}}', '{"a":{"$date":{"$numberLong":"1"}}}'],
  ['ObjectId', '{"a":{"$oid":"0123456789abcdef01234567"}}', '{"a":{"$oid":"0123456789abcdef01234567"}}'],
  [
    'regular expression',
    '{"a":{"$regularExpression":{"pattern":"^x","options":"i"}}}',
    '{"a":{"$regularExpression":{"pattern":"^x","options":"i"}}}',
  ],
  [
    'binary',
    '{"a":{"$binary":{"base64":"AQI=","subType":"00"}}}',
    '{"a":{"$binary":{"base64":"AQI=","subType":"00"}}}',
  ],
  ['nested', '{"a":[{"b":{"$numberInt":"1"}},null,"$numberInt"]}', '{"a":[{"b":1},null,"$numberInt"]}'],
])('%s keeps its type', (_name, text, stored) => {
  expect(wire(text)).toBe(stored)
  // stored once more it is the same, and the library reads the same from it as from the canonical text
  expect(wire(stored)).toBe(stored)
  expect(EJSON.parse(stored)).toEqual(EJSON.parse(text))
})

test('in memory: numbers are numbers, the rest the classes of bson', () => {
  const doc = parseEjson(
    '{"a":{"$numberLong":"7"},"b":{"$numberLong":"9223372036854775807"},"c":{"$oid":"0123456789abcdef01234567"},"d":{"$numberDecimal":"1"}}',
  )
  expect(doc).toEqual({
    a: 7,
    b: Long.fromString('9223372036854775807'),
    c: new ObjectId('0123456789abcdef01234567'),
    d: Decimal128.fromString('1'),
  })
})

test('a server date is made where it is allowed', () => {
  const text = '{"at":{"$tcb_server_date":{"offset":{"$numberInt":"1000"}}}}'
  expect(parseEjson(text, (offsetMs) => new Date(5_000 + offsetMs))).toEqual({ at: new Date(6_000) })
  expect(() => parseEjson(text)).toThrow('serverDate')
})
