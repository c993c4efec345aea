import { payWayOf } from './payWay'

test.each([
  ['goods', 'ios', 'jsapi'],
  ['storedValue', 'android', 'jsapi'],
  ['giftCard', 'ios', 'jsapi'],
  ['paidMembership', 'ios', 'virtual'],
  ['paidMembership', 'desktop', 'virtual'],
] as const)('%s on %s is paid by %s', (kind, platform, way) => {
  expect(payWayOf(kind, platform)).toBe(way)
})

test("a merchant's own row takes the place of the default, for its kind alone", () => {
  const ways = { storedValue: { ios: 'virtual', android: 'jsapi', desktop: 'jsapi' } } as const
  expect(payWayOf('storedValue', 'ios', ways)).toBe('virtual')
  expect(payWayOf('storedValue', 'android', ways)).toBe('jsapi')
  expect(payWayOf('goods', 'ios', ways)).toBe('jsapi')
})
