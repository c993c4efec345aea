import { couponOf, templateOf } from './exampleCoupon'
import { givenBy, issueCoupon, type IssueCause, type Receiver } from './issue'
import type { CouponTemplate } from './template'

const TODAY = '2026-06-18'
const CLAIM: IssueCause = { of: 'claimed', id: 'claim:9' }
const GIVEN: IssueCause = { of: 'given', id: 'give:9', reason: '致歉', by: 'staff:s1' }
const RECEIVER: Receiver = { member: 'm1', levelId: 'gold', birthday: '1990-08-29' }

function ask(
  more: Partial<CouponTemplate>,
  { cause = CLAIM, held = [] as never[], day = TODAY, who = {} } = {},
) {
  return issueCoupon(templateOf(more), { ...RECEIVER, ...who }, held, cause, day)
}
const refusalOf = (...asked: Parameters<typeof ask>) => {
  const issued = ask(...asked)
  return issued.ok ? 'issued' : issued.error
}
const daysOf = (...asked: Parameters<typeof ask>) => {
  const issued = ask(...asked)
  return issued.ok ? [issued.value.validFrom, issued.value.validUntilDay] : issued.error.code
}

test('a coupon has the terms of its template for its own, and its cause', () => {
  const issued = ask({ audience: { of: 'levels', levels: ['gold', 'black'] } }, { cause: GIVEN })
  expect(issued).toMatchObject({
    ok: true,
    value: {
      _id: 'coupon:t1:m1:1',
      member: 'm1',
      template: 't1',
      cause: GIVEN,
      takesOff: { kind: 'cashOff', amountFen: 2_000 },
      requirement: { of: 'minimumAmount', amountFen: 20_000 },
      levels: ['gold', 'black'],
      grantedOn: TODAY,
      uses: 1,
      state: 'issued',
    },
  })
})

test('its id is the first number that is free, and past the limit there is none', () => {
  const held = [couponOf(), couponOf({ _id: 'coupon:t1:m1:3' })] as never[]
  expect(ask({ perMember: 3 }, { held })).toMatchObject({ value: { _id: 'coupon:t1:m1:2' } })
  expect(refusalOf({ perMember: 2 }, { held })).toEqual({ code: 'COUPON_LIMIT', limit: 2 })
})

test('the coupon that a cause has given is found by it', () => {
  const held = [couponOf({ cause: CLAIM })]
  expect(givenBy(CLAIM, held)).toBe(held[0])
  expect(givenBy(GIVEN, held)).toBeUndefined()
})

test('what is off, sold out, not claimable or for others is refused', () => {
  expect(refusalOf({ isOn: false })).toEqual({ code: 'COUPON_TEMPLATE_OFF' })
  expect(refusalOf({ claimable: false })).toEqual({ code: 'COUPON_NOT_CLAIMABLE' })
  expect(refusalOf({ claimable: false }, { cause: GIVEN })).toBe('issued')
  expect(refusalOf({ total: 3, issued: 3 })).toEqual({ code: 'COUPON_SOLD_OUT' })
  expect(refusalOf({ audience: { of: 'levels', levels: ['black'] } })).toEqual({
    code: 'COUPON_NOT_FOR_LEVEL',
  })
  const off = { who: { levelId: null } }
  expect(refusalOf({ audience: { of: 'levels', levels: ['gold'] } }, off)).toEqual({
    code: 'COUPON_NOT_FOR_LEVEL',
  })
})

test('what others have only reserved may come free again', () => {
  const reserved = [{ token: 'r', count: 1, at: 1 }]
  expect(refusalOf({ total: 3, issued: 3, reserved })).toBe('issued')
})

test('days are counted from the issue, its day the first; dates are as they are, from today on', () => {
  expect(daysOf({ validity: { of: 'days', days: 1 } })).toEqual([TODAY, TODAY])
  expect(daysOf({ validity: { of: 'days', days: 30 } })).toEqual([TODAY, '2026-07-17'])
  expect(daysOf({ validity: { of: 'dates', from: '2026-06-01', to: '2026-06-18' } })).toEqual([TODAY, TODAY])
  expect(daysOf({ validity: { of: 'dates', from: '2026-07-01', to: '2026-07-31' } })).toEqual([
    '2026-07-01',
    '2026-07-31',
  ])
  expect(refusalOf({ validity: { of: 'dates', from: '2026-06-01', to: '2026-06-17' } })).toEqual({
    code: 'COUPON_TEMPLATE_OVER',
    validUntil: '2026-06-17',
  })
})

test.each([
  ['2026-06-18', ['2026-08-01', '2026-08-31']],
  ['2026-08-01', ['2026-08-01', '2026-08-31']],
  ['2026-08-20', ['2026-08-20', '2026-08-31']],
  ['2026-09-01', ['2027-08-01', '2027-08-31']],
])('issued on %s, it is good in the month of the birthday', (day, days) => {
  expect(daysOf({ validity: { of: 'birthdayMonth' } }, { day })).toEqual(days)
})

test('a birthday on 29 February has its month every year; without one there is none', () => {
  const born = { who: { birthday: '1992-02-29' } }
  expect(daysOf({ validity: { of: 'birthdayMonth' } }, born)).toEqual(['2027-02-01', '2027-02-28'])
  expect(refusalOf({ validity: { of: 'birthdayMonth' } }, { who: { birthday: null } })).toEqual({
    code: 'COUPON_NEEDS_BIRTHDAY',
  })
})
