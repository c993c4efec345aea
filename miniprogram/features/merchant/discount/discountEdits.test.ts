import { settingsValues } from '@shared/contracts/settingsValues'
import { impossibleDiscounts } from '@shared/rules/shopOrders/impossibleDiscounts'
import { DEFAULT_SHOP } from '@shared/rules/shopOrders/settings'
import { isUnfinished } from '../settings/unfinished'
import type { Discount } from '../shopRules/index'
import { goneIn, newDiscount, toggled, withDiscount, withKind, without, withWhen } from './discountEdits'

const TODAY = '2026-03-18'
const NAME = { zh: '会员日', en: 'Member day' }
const { version: _, ...SHOP } = DEFAULT_SHOP
const NAMED = { ...newDiscount('one', TODAY), name: NAME }
const NOTHING = { levels: [], categories: [] }

/** Whether the contract and the rules take it. */
function isTaken(discount: Discount): boolean {
  return (
    settingsValues.shop.safeParse({ ...SHOP, discounts: [discount] }).success &&
    impossibleDiscounts([discount], NOTHING).length === 0
  )
}

test('a new one is a member day on the day of today, and wants but a name', () => {
  const fresh = newDiscount('one', TODAY)
  expect(fresh).toMatchObject({ kind: 'memberDay', when: { of: 'dayOfMonth', dayOfMonth: 18 } })
  expect(isUnfinished(fresh)).toBe(true)
  expect(isUnfinished(NAMED)).toBe(false)
  expect(isTaken(NAMED)).toBe(true)
})

test('each kind and each way of holding can be saved as it begins', () => {
  const campaign = withKind(NAMED, 'campaign', TODAY)
  expect(campaign).toMatchObject({ kind: 'campaign', when: { of: 'dates', from: TODAY, to: TODAY } })
  for (const way of ['dates', 'always', 'birthday', 'birthdayMonth'] as const) {
    const held = withWhen(campaign, way, TODAY)
    expect(held.when.of).toBe(way)
    expect(isTaken(held)).toBe(true)
    expect(isTaken(withKind(held, 'memberDay', TODAY))).toBe(true)
  }
})

test('what is chosen already keeps what was typed', () => {
  const typed: Discount = { ...NAMED, when: { of: 'dayOfMonth', dayOfMonth: 28 } }
  expect(withKind(typed, 'memberDay', TODAY)).toBe(typed)
  const dated: Discount = {
    ...withKind(NAMED, 'campaign', TODAY),
    when: { of: 'dates', from: '2026-04-01', to: '2026-04-02' },
  }
  expect(withWhen(dated, 'dates', TODAY)).toBe(dated)
})

test('one that is there keeps its place, a new one comes last, and one goes alone', () => {
  const [a, b] = [newDiscount('a', TODAY), newDiscount('b', TODAY)]
  const named = { ...a, name: NAME }
  expect(withDiscount([a, b], named)).toEqual([named, b])
  expect(withDiscount([a], b)).toEqual([a, b])
  expect(without([a, b], 'a')).toEqual([b])
})

test('tapped once it is chosen, tapped twice it is not', () => {
  expect(toggled(['a'], 'b')).toEqual(['a', 'b'])
  expect(toggled(['a', 'b'], 'a')).toEqual(['b'])
})

test.each([
  [{}, false, false],
  [{ audience: { of: 'tiers', tiers: ['gold'] } }, false, false],
  [{ audience: { of: 'tiers', tiers: ['gold', 'black'] } }, true, false],
  [{ goods: { of: 'categories', categories: ['茶叶'] } }, false, false],
  [{ goods: { of: 'categories', categories: ['咖啡'] } }, false, true],
  // What products there are the page does not know.
  [{ goods: { of: 'products', products: ['咖啡'] } }, false, false],
] as const)('%j names what is gone: levels %s, categories %s', (more, levels, categories) => {
  const discount = { ...NAMED, ...more } as Discount
  const tier = { id: 'gold', name: NAME, rank: 2 }
  const there = { tiers: [tier], categories: [{ id: '茶叶', name: NAME }] } as unknown as Parameters<
    typeof goneIn
  >[1]
  expect(goneIn(discount, there)).toEqual({ levels, categories })
  const found = impossibleDiscounts([discount], { levels: ['gold'], categories: ['茶叶'] })
  expect(found.map(({ code }) => code)).toEqual([
    ...(levels ? ['levelGone'] : []),
    ...(categories ? ['categoryGone'] : []),
  ])
})
