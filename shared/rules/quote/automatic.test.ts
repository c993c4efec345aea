import { automaticOn } from './automatic'
import { BUYER, discount, GOLD, TODAY } from './exampleOrder'

const on = (day: string, ...rules: ReturnType<typeof discount>[]) =>
  automaticOn(day, BUYER.facts, [], rules).map(({ id }) => id)

test("a level's discount is one; its other benefits are none", () => {
  const free = { ...GOLD, id: 'support', perk: { of: 'prioritySupport' } as const }
  expect(automaticOn(TODAY, BUYER.facts, [GOLD, free], []).map(({ id }) => id)).toEqual(['gold'])
})

test('a member day comes each month, in a shorter one on its last day', () => {
  const day31 = discount('day', 7_000, { kind: 'memberDay', when: { of: 'dayOfMonth', dayOfMonth: 31 } })
  expect(on('2026-03-31', day31)).toEqual(['day'])
  expect(on('2026-04-30', day31)).toEqual(['day'])
  expect(on('2026-02-28', day31)).toEqual(['day'])
  expect(on('2028-02-28', day31)).toEqual([])
  expect(on('2026-03-30', day31)).toEqual([])
})

test('a campaign holds through its last day, and for those it is for', () => {
  const spring = discount('spring', 8_000, { when: { of: 'dates', from: '2026-03-01', to: '2026-03-05' } })
  expect(
    ['2026-02-28', '2026-03-01', '2026-03-05', '2026-03-06'].map((day) => on(day, spring).length),
  ).toEqual([0, 1, 1, 0])
  const silver = discount('silver', 8_000, { audience: { of: 'tiers', tiers: ['silver'] } })
  expect(on(TODAY, silver)).toEqual([])
})

test('they stand in one order, whatever order they come in: the level, member days, campaigns, each by id', () => {
  const day = discount('day', 7_000, { kind: 'memberDay' })
  const [a, b] = [discount('a', 9_000), discount('b', 9_000)]
  const ids = (...rules: (typeof a)[]) => automaticOn(TODAY, BUYER.facts, [GOLD], rules).map(({ id }) => id)
  expect(ids(b, day, a)).toEqual(['gold', 'day', 'a', 'b'])
  expect(ids(a, b, day)).toEqual(['gold', 'day', 'a', 'b'])
})

test('what takes nothing off is no discount', () => {
  expect(on(TODAY, discount('none', 10_000), discount('dearer', 12_000), discount('some', 9_999))).toEqual([
    'some',
  ])
})
