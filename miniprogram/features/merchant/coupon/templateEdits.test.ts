import { canSave, faultsOf, FIRST_TAKES_OFF, newTemplate, withKind } from './templateEdits'

const TODAY = '2026-06-18'
const named = { ...newTemplate(), name: { zh: '券', en: '' } }

test('a new template lacks its name, and nothing else', () => {
  expect(canSave(newTemplate(), TODAY)).toBe(false)
  expect(canSave(named, TODAY)).toBe(true)
})

test('an exchange is for products, whatever was chosen before', () => {
  const exchange = withKind(named, 'exchange')
  expect(exchange.goods).toEqual({ of: 'products', products: [] })
  expect(canSave(exchange, TODAY)).toBe(false)
  const kept = withKind({ ...named, goods: { of: 'products', products: ['tea'] } }, 'exchange')
  expect([kept.goods, kept.takesOff]).toEqual([
    { of: 'products', products: ['tea'] },
    FIRST_TAKES_OFF.exchange,
  ])
})

test.each([
  ['a minimum that is not above the amount', { requirement: { of: 'minimumAmount', amountFen: 2_000 } }],
  ['dates backwards', { validity: { of: 'dates', from: '2026-07-02', to: '2026-07-01' } }],
  ['dates that are over', { validity: { of: 'dates', from: '2026-06-01', to: '2026-06-17' } }],
  ['more for one than there are', { perMember: 3, total: 2 }],
  ['no level', { audience: { of: 'levels', levels: [] } }],
  ['no number', { perMember: NaN }],
] as const)('%s cannot be saved', (_, more) => {
  expect(canSave({ ...named, ...more }, TODAY)).toBe(false)
})

test('days that are over are no fault of one that is off', () => {
  const over = { of: 'dates', from: '2026-06-01', to: '2026-06-17' } as const
  expect(faultsOf({ ...named, validity: over, isOn: false }, TODAY).isOver).toBe(false)
})
