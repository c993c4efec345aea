import type { Campaign } from './settings'
import { standingsOf, stateOf } from './standing'

const TODAY = '2026-03-10'

const campaign = (id: string, patch: Partial<Campaign> = {}): Campaign => ({
  id,
  name: { zh: id, en: id },
  isOn: true,
  from: '2026-03-01',
  to: '2026-03-31',
  rateBp: 20_000,
  goods: { of: 'all' },
  audience: { of: 'everyone' },
  ...patch,
})

const meets = (one: Partial<Campaign>, other: Partial<Campaign>): boolean => {
  const standings = standingsOf([campaign('one', one), campaign('other', other)], TODAY)
  const found = standings.map(({ overlaps }) => overlaps)
  // Who meets is met.
  expect(found[0]?.includes('other')).toBe(found[1]?.includes('one'))
  return found[0]?.length === 1
}

test.each([
  [{}, 'running'],
  [{ from: TODAY, to: TODAY }, 'running'],
  [{ from: '2026-03-11' }, 'upcoming'],
  [{ to: '2026-03-09' }, 'ended'],
  [{ isOn: false }, 'off'],
  [{ isOn: false, from: '2026-03-11' }, 'off'],
  // What is over is over, switched on or not.
  [{ isOn: false, to: '2026-03-09' }, 'ended'],
] as const)('%j is %s', (patch, state) => {
  expect(stateOf(campaign('it', patch), TODAY)).toBe(state)
})

test.each([
  ['one day in common', { to: '2026-03-20' }, { from: '2026-03-20' }, true],
  ['a day apart', { to: '2026-03-19' }, { from: '2026-03-20' }, false],
  ['one is switched off', {}, { isOn: false }, false],
  ['one is over', {}, { to: '2026-03-09' }, false],
] as const)('by days, %s: %j and %j', (_case, one, other, expected) => {
  expect(meets(one, other)).toBe(expected)
})

const categories = (...those: string[]) => ({ goods: { of: 'categories', categories: those } }) as const
const products = (...those: string[]) => ({ goods: { of: 'products', products: those } }) as const
const tiers = (...those: string[]) => ({ audience: { of: 'tiers', tiers: those } }) as const

test.each([
  [categories('tea'), {}, true],
  [categories('tea', 'cups'), categories('cups'), true],
  [categories('tea'), categories('cups'), false],
  [products('1'), products('2'), false],
  [products('1'), products('2', '1'), true],
  // A product may stand in the category.
  [products('1'), categories('tea'), true],
  [tiers('gold'), {}, true],
  [tiers('gold'), tiers('gold', 'black'), true],
  [tiers('gold'), tiers('black'), false],
  [tiers('gold'), { audience: { of: 'paidMembers' } }, true],
  [{ ...tiers('gold'), ...categories('tea') }, { ...tiers('gold'), ...categories('cups') }, false],
] as const)('by goods and members: %j and %j', (one, other, expected) => {
  expect(meets(one, other)).toBe(expected)
})

test('nobody overlaps with themselves', () => {
  expect(standingsOf([campaign('alone')], TODAY)).toEqual([{ id: 'alone', state: 'running', overlaps: [] }])
})
