import fc from 'fast-check'
import { earned } from './earned'
import { stack, type Stacking } from './stack'

const double = { id: 'double', rateBp: 20_000 }
const triple = { id: 'triple', rateBp: 30_000 }
const goldTier = { id: 'gold', rateBp: 15_000 }

test.each([
  ['best', [double, triple], 30_000, ['triple']],
  ['sumOfExtras', [double, triple], 40_000, ['double', 'triple']],
  ['product', [double, triple], 60_000, ['double', 'triple']],
  ['best', [], 10_000, []],
  ['sumOfExtras', [], 10_000, []],
  ['product', [], 10_000, []],
  ['best', [{ id: 'first', rateBp: 20_000 }, double], 20_000, ['first']],
] as const)('%s of %j is %d, made of %j', (stacking, multipliers, rateBp, used) => {
  const stacked = stack(multipliers, stacking, null)
  expect(stacked).toMatchObject({ rateBp, capped: false })
  expect(stacked.used.map(({ id }) => id)).toEqual(used)
})

test('a cap cuts the rate and says so', () => {
  expect(stack([double, triple], 'product', 50_000)).toMatchObject({ rateBp: 50_000, capped: true })
  expect(stack([double], 'product', 50_000)).toMatchObject({ rateBp: 20_000, capped: false })
})

test('no way of stacking gives more than the product of multipliers, nor less than the best of them', () => {
  const multipliers = fc.array(
    fc.integer({ min: 100, max: 500 }).map((percent) => ({ id: String(percent), rateBp: percent * 100 })),
    { minLength: 1, maxLength: 3 },
  )
  fc.assert(
    fc.property(multipliers, (held) => {
      const rate = (stacking: Stacking) => stack(held, stacking, null).rateBp
      expect(rate('best')).toBe(Math.max(...held.map(({ rateBp }) => rateBp)))
      expect(rate('sumOfExtras')).toBeGreaterThanOrEqual(rate('best'))
      // The product rounds down to the basis point at each step.
      expect(rate('product') + held.length).toBeGreaterThanOrEqual(rate('sumOfExtras'))
    }),
  )
})

test('330 yuan at one point a yuan and Gold 1.5 times earn 495', () => {
  const { rateBp } = stack([goldTier], 'best', null)
  expect(earned([{ amountFen: 33_000, rateBp }], 1)).toBe(495)
})

test('lines with rates of their own are rounded down once, on their sum', () => {
  const lines = [
    { amountFen: 150, rateBp: 10_000 },
    { amountFen: 50, rateBp: 30_000 },
  ]
  expect(earned(lines, 1)).toBe(3)
  expect(lines.reduce((sum, line) => sum + earned([line], 1), 0)).toBe(2)
})

test('splitting an order into lines earns the same', () => {
  fc.assert(
    fc.property(
      fc.array(fc.nat(1_000_000), { minLength: 1 }),
      fc.integer({ min: 1, max: 20 }),
      (parts, perYuan) => {
        const whole = parts.reduce((sum, part) => sum + part, 0)
        const lines = parts.map((amountFen) => ({ amountFen, rateBp: 25_000 }))
        expect(earned(lines, perYuan)).toBe(earned([{ amountFen: whole, rateBp: 25_000 }], perYuan))
      },
    ),
  )
})
