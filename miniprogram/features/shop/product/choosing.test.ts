import { chosenWith, firstChoice } from './choosing'

const sold = (choice: string, left = 1) => ({ choice: choice.split(' '), left })
const VARIANTS = [sold('s light', 0), sold('l light'), sold('l dark', 0)]

test('what can be bought is chosen first', () => {
  expect(firstChoice(VARIANTS)?.choice).toEqual(['l', 'light'])
  expect(firstChoice([sold('s', 0)])?.choice).toEqual(['s'])
  expect(firstChoice([])).toBeUndefined()
})

test.each([
  ['the rest stays where that is sold', ['s', 'light'], 0, 'l', ['l', 'light']],
  ['else what has the value', ['s', 'light'], 1, 'dark', ['l', 'dark']],
  ['what is sold out can be looked at', ['l', 'light'], 0, 's', ['s', 'light']],
] as const)('%s', (_what, choice, option, value, expected) => {
  expect(chosenWith(VARIANTS, choice, option, value)?.choice).toEqual(expected)
})

test('what nothing has cannot be chosen', () => {
  expect(chosenWith(VARIANTS, ['s', 'light'], 0, 'xl')).toBeUndefined()
})
