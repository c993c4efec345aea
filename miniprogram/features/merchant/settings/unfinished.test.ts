import { isUnfinished } from './unfinished'

const rule = {
  id: 'a',
  name: { zh: '双倍', en: '' },
  rateBp: 20_000,
  goods: { of: 'all' },
  audience: { of: 'tiers', tiers: ['gold'] },
  from: '2026-03-01',
  to: '2026-03-01',
}

test.each([
  ['all filled in', rule, false],
  ['nothing in it', { campaigns: [] }, false],
  ['a cap that is none', { capBp: null, dailyCaps: {} }, false],
  ['a number that is none', { rules: [{ ...rule, rateBp: NaN }] }, true],
  ['no name', { ...rule, name: { zh: ' ', en: 'Double' } }, true],
  ['days the wrong way round', { ...rule, to: '2026-02-28' }, true],
  ['no level chosen', { ...rule, audience: { of: 'tiers', tiers: [] } }, true],
  ['no category named', { ...rule, goods: { of: 'categories', categories: [] } }, true],
])('%s', (_case, value, expected) => {
  expect(isUnfinished(value)).toBe(expected)
})
