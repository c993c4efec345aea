import {
  giveCouponBack,
  lockCoupon,
  unlockCoupon,
  useCoupon,
  type CouponMoved,
} from '../../cloudfunctions/database/couponMoves'
import { transact } from '../../cloudfunctions/database/transact'
import { couponsIn, must, openCouponShop, saveTemplate, templateIn } from '../support/couponShop'
import type { Shop } from '../support/shop'

const TODAY = '2026-06-18'

let shop: Shop

beforeEach(async () => {
  jest.resetModules()
  shop = await openCouponShop()
})
afterEach(async () => {
  await shop.close()
  jest.useRealTimers()
})

const twenty = Array.from({ length: 20 }, (_, number) => number)
const claim = (openid: string) => shop.shopper(openid, 'coupons.claim', { template: 't1' })
const codesOf = (answers: readonly { ok: boolean; error?: { code: string } }[]) => {
  const codes = answers.map(({ ok, error }) => (ok ? 'ok' : (error?.code ?? '')))
  return Object.fromEntries(
    [...new Set(codes)].map((code) => [code, codes.filter((each) => each === code).length]),
  )
}

test('of 20 taps at once by one member, as many get a coupon as the limit allows', async () => {
  await saveTemplate(shop, 't1', { perMember: 3, total: 50 })
  await shop.join('anna')
  expect(codesOf(await Promise.all(twenty.map(() => claim('anna'))))).toEqual({ ok: 3, COUPON_LIMIT: 17 })
  expect(await couponsIn(shop, {})).toHaveLength(3)
  expect(await templateIn(shop, 't1')).toMatchObject({ issued: 3, reserved: [] })
})

test('of 20 members at once, as many get a coupon as there are', async () => {
  await saveTemplate(shop, 't1', { total: 7 })
  for (const number of twenty) await shop.join(`member-${number}`)
  const answers = await Promise.all(twenty.map((number) => claim(`member-${number}`)))
  expect(codesOf(answers)).toEqual({ ok: 7, COUPON_SOLD_OUT: 13 })
  expect(await couponsIn(shop, {})).toHaveLength(7)
  expect(await templateIn(shop, 't1')).toMatchObject({ issued: 7, reserved: [] })
})

test('20 answers to one request are one coupon', async () => {
  await saveTemplate(shop, 't1', { perMember: 9, total: 9 })
  await shop.join('anna')
  const event = { action: 'coupons.claim', input: { template: 't1' }, requestId: 'the same' }
  const answers = await Promise.all(
    twenty.map(() => shop.raw('shopper', event, { openid: 'anna', source: 'wx_client' })),
  )
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
  expect(await couponsIn(shop, {})).toHaveLength(1)
  expect(await templateIn(shop, 't1')).toMatchObject({ issued: 1, reserved: [] })
})

type Does = typeof lockCoupon

function moveFor(does: Does, couponId: string, orderId: string, member = shop.memberId('anna')) {
  return transact<true, CouponMoved>(
    shop.cloud,
    () => Promise.resolve({ plan: true }),
    (transaction) => does(shop.cloud, transaction, { couponId, member, orderId }, TODAY),
  )
}

test('of 20 orders that lock one coupon at once, one has it', async () => {
  await saveTemplate(shop, 't1')
  await shop.join('anna')
  const { id } = must(await claim('anna')).coupon
  const answers = await Promise.all(twenty.map((number) => moveFor(lockCoupon, id, `o${number}`)))
  expect(codesOf(answers)).toEqual({ ok: 1, COUPON_LOCKED: 19 })
  const [coupon] = await couponsIn(shop, {})
  const winner = twenty.filter((number) => answers[number]?.ok).map((number) => `o${number}`)
  expect(coupon).toMatchObject({ state: 'locked', heldBy: winner })
})

test('an order that locks, uses and gives back 20 times at once does so once', async () => {
  await saveTemplate(shop, 't1')
  await shop.join('anna')
  const { id } = must(await claim('anna')).coupon
  const state = async () => (await couponsIn(shop, {}))[0]
  for (const [does, stands, used] of [
    [lockCoupon, 'locked', 0],
    [useCoupon, 'used', 1],
    [giveCouponBack, 'issued', 0],
  ] as const) {
    const answers = await Promise.all(twenty.map(() => moveFor(does, id, 'o1')))
    expect(codesOf(answers)).toEqual({ ok: 20 })
    const coupon = await state()
    expect([coupon?.state, coupon?.usedBy.length]).toEqual([stands, used])
  }
  must((await moveFor(lockCoupon, id, 'o2')) as never)
  must((await moveFor(unlockCoupon, id, 'o2')) as never)
  expect(await state()).toMatchObject({ state: 'issued', heldBy: [], usedBy: [], voided: null })
})

test('paying against cancelling ends in one of the two, and somebody else’s coupon is not there', async () => {
  await saveTemplate(shop, 't1')
  await shop.join('anna')
  const { id } = must(await claim('anna')).coupon
  expect(await moveFor(lockCoupon, id, 'o1', shop.memberId('bert'))).toMatchObject({
    error: { code: 'COUPON_NOT_FOUND' },
  })
  must((await moveFor(lockCoupon, id, 'o1')) as never)
  const [used, let_go] = await Promise.all([moveFor(useCoupon, id, 'o1'), moveFor(unlockCoupon, id, 'o1')])
  expect([used.ok, let_go.ok].filter(Boolean)).toHaveLength(1)
  expect((await couponsIn(shop, {}))[0]?.state).toBe(used.ok ? 'used' : 'issued')
})
