import { bestPrice, type Cheaper } from './bestPrice'

const rate = (rateBp: number, withAutomatic = false): Cheaper => ({
  kind: 'campaign',
  rateBp,
  stacking: { withAutomatic, withCodes: true },
})
const member = (withAutomatic = false): Cheaper => ({
  kind: 'memberPrice',
  stacking: { withAutomatic, withCodes: true },
})
const line = { unitListFen: 10_000, unitMemberFen: 8_000 }

test('the member price or the best discount, whichever is cheaper', () => {
  const [price, less, more] = [member(), rate(9_000), rate(7_000)]
  expect(bestPrice(line, [price, less])).toEqual([price])
  expect(bestPrice(line, [price, less, more])).toEqual([more])
})

test('several only where both sides allow it', () => {
  const [a, b, alone] = [rate(9_000, true), rate(8_000, true), rate(7_500)]
  expect(bestPrice(line, [a, b, alone])).toEqual([a, b])
  expect(bestPrice(line, [a, { ...b, stacking: { withAutomatic: false, withCodes: true } }])).toEqual([
    { ...b, stacking: { withAutomatic: false, withCodes: true } },
  ])
  expect(bestPrice(line, [a, b, rate(7_199)])).toEqual([rate(7_199)])
})

test('a member price may go together with discounts, where the shop and they allow it', () => {
  const [price, off] = [member(true), rate(9_000, true)]
  expect(bestPrice(line, [price, off])).toEqual([price, off])
})

test('of equal ones the earlier, and one alone before several', () => {
  const [first, second] = [rate(8_000), rate(8_000, true)]
  expect(bestPrice(line, [first, second])).toEqual([first])
  const [price, same] = [member(), rate(8_000)]
  expect(bestPrice(line, [price, same])).toEqual([price])
})

test('what is not cheaper than the list price is not used', () => {
  expect(bestPrice(line, [rate(10_000), rate(12_000, true)])).toEqual([])
  expect(bestPrice({ unitListFen: 0, unitMemberFen: null }, [rate(5_000)])).toEqual([])
})

test('it is judged before rounding: a tenth of a fen is cheaper', () => {
  const [a, b] = [rate(9_990), rate(9_989)]
  expect(bestPrice({ unitListFen: 10, unitMemberFen: null }, [a, b])).toEqual([b])
})
