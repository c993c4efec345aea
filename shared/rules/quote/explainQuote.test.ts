import { whatDoesNotAddUp, type ExplainLine } from '../explain/explanation'
import { WORKED_EXAMPLE, YUAN, coupon, discount, GOLD, line, quoteOf } from './exampleOrder'
import { quoteLines } from './explainQuote'

const said = (lines: readonly ExplainLine[]) =>
  lines.map(({ role, label, amount }) => [role, label.en, amount] as const)

test('the worked example opens step by step, and every step adds up', () => {
  const lines = quoteLines(quoteOf(WORKED_EXAMPLE))
  expect(said(lines)).toEqual([
    ['part', 'teapot', 40_000],
    ['sum', 'Goods at list price', 40_000],
    ['part', 'Goods at list price', 40_000],
    ['part', 'Benefit "Gold discount", 5% off', -2_000],
    ['sum', 'After member prices and discounts', 38_000],
    ['part', 'After member prices and discounts', 38_000],
    ['part', 'Coupon "c20"', -2_000],
    ['sum', 'After coupons', 36_000],
    ['part', 'After coupons', 36_000],
    ['part', 'Points', -3_000],
    ['sum', 'After points', 33_000],
    ['fact', 'Points used', 3_000],
    ['part', 'Freight', 1_000],
    ['part', 'Coupon "ship"', -1_000],
    ['part', 'For goods', 33_000],
    ['sum', 'To be paid', 33_000],
    ['part', 'Bonus balance', 2_000],
    ['part', 'Stored balance', 10_000],
    ['part', 'WeChat Pay', 21_000],
    ['sum', 'Paid in all', 33_000],
    ['fact', 'What earns points (without freight)', 33_000],
  ])
  expect(whatDoesNotAddUp(lines)).toBeNull()
})

test('a step that took nothing off is not told of', () => {
  const lines = quoteLines(
    quoteOf({
      lines: [
        line('cup', 30, {
          quantity: 2,
          options: [
            { zh: '蓝', en: 'blue' },
            { zh: '大', en: 'big' },
          ],
        }),
      ],
    }),
  )
  expect(said(lines)).toEqual([
    ['part', 'cup (blue, big) × 2', 6_000],
    ['sum', 'Goods at list price', 6_000],
    ['part', 'For goods', 6_000],
    ['sum', 'To be paid', 6_000],
    ['part', 'WeChat Pay', 6_000],
    ['sum', 'Paid in all', 6_000],
    ['fact', 'What earns points (without freight)', 6_000],
  ])
})

test('points are told of where no coupon came before them', () => {
  const lines = quoteLines(
    quoteOf({ lines: [line('cup', 30)], buyer: { points: 500 }, choices: { points: 500 } }),
  )
  expect(said(lines).slice(1, 6)).toEqual([
    ['sum', 'Goods at list price', 3_000],
    ['part', 'Goods at list price', 3_000],
    ['part', 'Points', -500],
    ['sum', 'After points', 2_500],
    ['fact', 'Points used', 500],
  ])
})

test('what was not used says why, in both languages', () => {
  const needs = (id: string, requirement: ReturnType<typeof discount>['requirement']) =>
    discount(id, 9_000, { requirement })
  const codeless = { withAutomatic: true, withCodes: false }
  const c5 = coupon('c5', { kind: 'cashOff', amountFen: 500 })
  const quote = quoteOf({
    lines: [line('cup', 100)],
    buyer: { benefits: [GOLD], coupons: [c5] },
    rules: {
      discounts: [
        discount('better', 9_000),
        needs('rich', { of: 'minimumAmount', amountFen: 150 * YUAN }),
        needs('many', { of: 'minimumQuantity', quantity: 3 }),
        discount('codeless', 5_000, { stacking: codeless }),
      ],
    },
    choices: { coupons: ['c5'] },
  })
  const notes = quoteLines(quote).filter(({ role }) => role === 'note')
  expect(notes.map(({ label }) => label.en)).toEqual([
    '"Gold discount" was not used: something else is better and they do not go together.',
    '"codeless" was not used: it does not go together with the coupon chosen.',
    '"many" was not used: 2 more to buy.',
    '"rich" was not used: ¥50.00 more is needed.',
  ])
  expect(notes.map(({ label }) => label.zh)).toEqual([
    '「金卡专享」未采用：已采用更优惠的一种。',
    '「codeless」未采用：不与所选优惠券同享。',
    '「many」未采用：还差 2 件。',
    '「rich」未采用：还差 ¥50.00。',
  ])
})

test('a long cart stays readable: eleven items and the rest as one', () => {
  const lines = quoteLines(quoteOf({ lines: Array.from({ length: 40 }, (_, i) => line(`p${i}`, 1)) }))
  expect(said(lines)[11]).toEqual(['part', '29 more items', 2_900])
  expect(whatDoesNotAddUp(lines)).toBeNull()
})
