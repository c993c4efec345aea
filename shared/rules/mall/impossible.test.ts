import { program } from '../memberships/exampleMembership'
import { COUPON, CREDIT, DAYS, item, MUG, SERVICE } from './exampleItem'
import { impossibleItem } from './impossible'
import type { MallItem } from './item'

const codes = (of: MallItem, more: Partial<MallItem> = {}) =>
  impossibleItem({ ...of, ...more }, program(), ['t1']).map(({ code }) => code)

test('the examples can be saved', () => {
  expect([MUG, COUPON, SERVICE, CREDIT, DAYS].map((each) => codes(each))).toEqual([[], [], [], [], []])
})

test.each<[string, string[]]>([
  ['noWords', codes(MUG, { name: { zh: '杯', en: ' ' } })],
  ['pictureUnknown', codes(MUG, { pictures: ['drawn:nothing'] })],
  ['tooManyPictures', codes(MUG, { pictures: Array.from({ length: 10 }, () => 'drawn:tea') })],
  ['pointsNotPositive', codes(MUG, { price: { points: 0, fen: 100 } })],
  ['fenNotWhole', codes(MUG, { price: { points: 1, fen: -1 } })],
  ['fenNotWhole', codes(MUG, { price: { points: 1, fen: 0.5 } })],
  ['goodsNotCounted', codes(MUG, { isCounted: false })],
  ['returnDaysNotWhole', codes(MUG, { returnDays: -1 })],
  ['returnOfNoGoods', codes(COUPON, { returnDays: 7 })],
  ['noWay', codes(item({ of: 'physical', ways: [] }))],
  ['amountNotPositive', codes(item({ of: 'walletCredit', bonusFen: 0 }))],
  ['amountNotPositive', codes(item({ of: 'membershipDays', levelId: 'plus', days: 0 }))],
  ['templateUnknown', codes(item({ of: 'coupon', templateId: 't2' }))],
  ['levelNotSold', codes(item({ of: 'membershipDays', levelId: 'regular', days: 1 }))],
  ['limitNotPositive', codes(MUG, { limits: { ever: 0, perMonth: null } })],
  ['monthAboveEver', codes(MUG, { limits: { ever: 1, perMonth: 2 } })],
  ['noLevels', codes(MUG, { levels: [] })],
  ['noSuchLevel', codes(MUG, { levels: ['gone'] })],
  ['noSuchLevel', codes(MUG, { opensAt: 1, earlyHours: { gone: 1 } })],
  ['closesBeforeItOpens', codes(MUG, { opensAt: 5, closesAt: 5 })],
  ['earlyWithoutOpening', codes(MUG, { earlyHours: { gold: 1 } })],
  ['earlyNotWhole', codes(MUG, { opensAt: 5, earlyHours: { gold: 0.5 } })],
])('%s', (code, found) => expect(found).toEqual([code]))
