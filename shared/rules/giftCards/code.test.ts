import * as fc from 'fast-check'
import { CODE_BYTES, codeIn, codeOf, printedCode } from './code'

const bytes = fc.uint8Array({ minLength: CODE_BYTES, maxLength: CODE_BYTES })
const ONES = new Uint8Array(16).fill(255)

test('16 bytes are 22 characters, as every base64url has them', () => {
  fc.assert(
    fc.property(bytes, (random) => {
      expect(codeOf(random)).toBe(Buffer.from(random).toString('base64url'))
    }),
  )
  expect(codeOf(ONES)).toBe('_____________________w')
})

test('a printed code is groups of letters and digits that nobody takes for one another', () => {
  expect(printedCode(ONES)).toBe('7ZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZ')
  fc.assert(
    fc.property(bytes, (random) => {
      expect(printedCode(random)).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){6}[0-9A-HJKMNP-TV-Z]{2}$/)
    }),
  )
})

test('other lengths are no codes', () => {
  expect(() => codeOf(new Uint8Array(15))).toThrow('a code of 15 bytes')
  expect(() => printedCode(new Uint8Array(17))).toThrow('a code of 17 bytes')
})

const encoded = encodeURIComponent
const ways: readonly (readonly [string, (code: string, printed: string) => string])[] = [
  ['bare', (code) => code],
  ['a scene', (code) => encoded(code)],
  ['with spaces around and within', (code) => `  ${code.slice(0, 8)} ${code.slice(8)}\n`],
  ['the path of a mini-program code', (code) => `pages/card/index?scene=${code}`],
  ['the same, encoded', (code) => `pages/card/index?scene=${encoded(encoded(code))}`],
  ['a link', (code) => `https://shop.example/card?code=${code}`],
  ['a link with more in it', (code) => `https://shop.example/card?from=a&code=${code}&to=b#top`],
  ['a link that ends in it', (code) => `https://shop.example/card/${code}`],
  ['a page behind a hash', (code) => `http://localhost:1/#/pages/card?scene=${code}`],
  ['q, encoded', (code) => encoded(`https://shop.example/card?code=${code}`)],
  [
    'a page that was opened by q',
    (code) => `pages/card/index?q=${encoded(`https://shop.example/c?code=${code}`)}`,
  ],
  ['printed', (_, printed) => printed],
  ['printed, without dashes', (_, printed) => printed.replace(/-/g, '')],
  ['printed, with spaces and in small letters', (_, printed) => printed.replace(/-/g, ' ').toLowerCase()],
  ['printed, with long dashes', (_, printed) => printed.replace(/-/g, '–')],
  ['typed in full width', (_, printed) => fullWidth(printed)],
  ['typed with O and I', (_, printed) => printed.replace(/0/g, 'O').replace(/1/g, 'I')],
]

test.each(ways)('a code is found %s', (_, written) => {
  fc.assert(
    fc.property(bytes, (random) => {
      const code = codeOf(random)
      expect(codeIn(written(code, printedCode(random)))).toBe(code)
    }),
  )
})

function fullWidth(text: string): string {
  return [...text]
    .map((char) => (/[0-9A-Z]/.test(char) ? String.fromCharCode(char.charCodeAt(0) + 0xfee0) : char))
    .join('')
}

test.each([
  ['nothing', ''],
  ['a word', 'hello'],
  ['one character short', 'A'.repeat(21)],
  ['one character more', 'A'.repeat(23)],
  ['a second way to write the same bits', `${'A'.repeat(21)}B`],
  ['a printed code with a letter missing', '7ZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ-Z'],
  ['a link without a code', 'https://shop.example/card?code='],
  ['a percent sign that means nothing', '%'],
  ['too long', `${codeOf(ONES)}${' '.repeat(2_000)}`],
])('%s is no code', (_, text) => expect(codeIn(text)).toBeNull())

test('whatever is scanned, it is a code or none, and never a crash', () => {
  const text = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 1_500 }),
    fc.string({
      unit: fc.constantFrom('%', '2', 'F', '?', '&', '=', '/', '#', 'A', '-', ' '),
      maxLength: 900,
    }),
    fc.webUrl({ withQueryParameters: true, withFragments: true }),
  )
  fc.assert(
    fc.property(text, (scanned) => {
      const code = codeIn(scanned)
      if (code !== null) expect(Buffer.from(code, 'base64url').toString('base64url')).toBe(code)
    }),
    { numRuns: 2_000 },
  )
})
