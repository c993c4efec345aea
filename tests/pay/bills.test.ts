import { addDays, addMonths, type Day } from '@shared/kernel/day'
import type { BillCheck } from '@shared/rules/payments/billCheck'
import { getById } from '../../cloudfunctions/database/documentAccess'
import { must } from '../support/couponShop'
import { fakeDate } from '../support/fakeDate'
import { PAYMENT_FEN, payPayment, placePayment, placeRefund } from '../support/placePayment'
import { openPayShop, type PayShop } from '../support/payShop'
import { askRefund } from '../../cloudfunctions/usecases/payments/askRefund'

// Keys are made of primes, which are looked for as long as it takes.
jest.setTimeout(120_000)

jest.mock('../../cloudfunctions/usecases/payments/owners', () => ({
  ownerOf: () => jest.requireActual<{ plainOwner: unknown }>('../support/plainOwner').plainOwner,
}))

let shop: PayShop
let mei: string
let alerted: jest.SpyInstance
beforeAll(async () => {
  jest.spyOn(console, 'info').mockImplementation(() => undefined)
  fakeDate('2026-01-01T02:00:00Z')
  shop = await openPayShop()
  mei = await shop.join('oMei')
  await shop.staff('boss', 'manager')
})
afterAll(() => shop.close())

/** Each test has two months of its own, since WeChat forgets nothing. */
let month = 1
let first: Day
beforeEach(async () => {
  alerted = jest.spyOn(console, 'error').mockImplementation(() => undefined)
  for (const name of ['payments', 'refunds', 'billChecks']) {
    await shop.cloud.db
      .collection(name)
      .where({ _id: shop.cloud.db.command.neq('') })
      .remove()
  }
  first = addMonths('2026-01-01', (month += 2))
  atTen(first)
})
afterEach(() => {
  shop.faults()
  alerted.mockRestore()
})

const later = (days: number) => addDays(first, days)

/** Ten o'clock in the store. */
const atTen = (day: Day) => jest.setSystemTime(Date.parse(`${day}T02:00:00Z`))

async function hour(): Promise<{ days: number; differences: number }> {
  const { value } = (await shop.timer('hourly')) as {
    value: { reconcileBills: { days: number; differences: number } }
  }
  return value.reconcileBills
}

const checkOf = (day: Day) => getById<BillCheck>(shop.cloud, 'billChecks', day)

/** A payment and a refund of it, known to both sides. */
async function aDayOfTrade(id: string): Promise<void> {
  await payPayment(shop, mei, id)
  await placeRefund(shop, id, `${id}-1`, 500)
  await askRefund(shop.desk(), `${id}-1`)
}

test("what both sides say alike is kept as compared, from ten o'clock on and once", async () => {
  await aDayOfTrade('P1')
  jest.setSystemTime(Date.parse(`${later(1)}T01:59:00Z`))
  expect(await hour()).toEqual({ days: 0, differences: 0 })
  atTen(later(1))
  expect(await hour()).toEqual({ days: 1, differences: 0 })
  expect(await checkOf(first)).toMatchObject({
    payments: { count: 1, fen: PAYMENT_FEN },
    refunds: { count: 1, fen: 500 },
    feeFen: 126 - 3,
    differenceCount: 0,
  })
  expect(await hour()).toEqual({ days: 0, differences: 0 })
  expect(alerted).not.toHaveBeenCalled()
})

test('days that were missed are made up for in order, those without trade too', async () => {
  await aDayOfTrade('P2')
  atTen(later(4))
  expect(await hour()).toEqual({ days: 4, differences: 0 })
  const { days } = must(await shop.merchant('boss', 'payments.bills', {}))
  expect(days.map(({ day }) => day)).toEqual([later(3), later(2), later(1), first])
})

test('while WeChat does not answer nothing is skipped', async () => {
  await aDayOfTrade('P3')
  atTen(later(2))
  shop.faults({ fault: 'payRefuses', call: 'bill', code: 'SYSTEM_ERROR', times: 1 })
  expect(await hour()).toEqual({ days: 0, differences: 0 })
  shop.faults()
  expect(await hour()).toEqual({ days: 2, differences: 0 })
})

test('every difference is found by its kind, told, and changes nothing', async () => {
  await payPayment(shop, mei, 'same')
  await payPayment(shop, mei, 'amount')
  await payPayment(shop, mei, 'there')
  await placePayment(shop, mei, 'here')
  shop.faults({ fault: 'lostNotice' })
  await shop.decide('here', 'success')
  shop.faults()
  const { store } = shop.pay
  store.savePayment({ ...store.payment('amount')!, amountFen: PAYMENT_FEN + 1 })
  store.savePayment({ ...store.payment('there')!, paidAt: Date.parse(`${later(8)}T00:00:00Z`) })
  atTen(later(1))
  // The minute's timer would find it meanwhile.
  expect(await hour()).toEqual({ days: 1, differences: 3 })

  expect(alerted).toHaveBeenCalledWith(
    expect.stringContaining(`the bill of ${first} differs from the books in 3`),
  )
  const { check } = must(await shop.merchant('boss', 'payments.bill', { day: first }))
  expect(check.differences).toEqual([
    expect.objectContaining({
      kind: 'amountDiffers',
      id: 'amount',
      billedFen: PAYMENT_FEN + 1,
      bookedFen: PAYMENT_FEN,
    }),
    expect.objectContaining({
      kind: 'missingHere',
      id: 'here',
      billedFen: PAYMENT_FEN,
      bookedFen: null,
      state: 'open',
    }),
    expect.objectContaining({
      kind: 'missingThere',
      id: 'there',
      billedFen: null,
      bookedFen: PAYMENT_FEN,
      state: 'paid',
    }),
  ])
  expect(await getById(shop.cloud, 'payments', 'here')).toMatchObject({ state: 'open' })

  await shop.timer('everyMinute')
  const again = must(await shop.merchant('boss', 'payments.checkBill', { day: first }))
  expect(again.check.differences.map(({ id }) => id)).toEqual(['amount', 'there'])
})

test('a bill is read by managers, and only what was compared', async () => {
  await shop.staff('clerk', 'clerk')
  expect(await shop.merchant('clerk', 'payments.bills', {})).toMatchObject({ error: { code: 'FORBIDDEN' } })
  const day = addDays(first, -28)
  expect(await shop.merchant('boss', 'payments.bill', { day })).toMatchObject({
    error: { code: 'BILL_NOT_CHECKED' },
  })
  expect(await shop.merchant('boss', 'payments.checkBill', { day })).toMatchObject({
    error: { code: 'BILL_NOT_CHECKED' },
  })
})

test('days with differences can be looked at alone; while WeChat is silent the earlier result stands', async () => {
  await payPayment(shop, mei, 'P6')
  const { store } = shop.pay
  store.savePayment({ ...store.payment('P6')!, amountFen: 1 })
  atTen(later(3))
  await hour()
  const { days } = must(await shop.merchant('boss', 'payments.bills', { differingOnly: true }))
  expect(days).toMatchObject([{ day: first, differenceCount: 1 }])
  shop.faults({ fault: 'payRefuses', call: 'bill', code: 'SYSTEM_ERROR' })
  expect(await shop.merchant('boss', 'payments.checkBill', { day: first })).toMatchObject({
    error: { code: 'BILL_UNAVAILABLE' },
  })
  expect(await checkOf(first)).toMatchObject({ differenceCount: 1 })
})

test('many days are read a page at a time', async () => {
  await payPayment(shop, mei, 'P7')
  atTen(later(45))
  while ((await hour()).days > 0);
  const page = must(await shop.merchant('boss', 'payments.bills', {}))
  expect(page.days).toHaveLength(31)
  const rest = must(await shop.merchant('boss', 'payments.bills', { cursor: page.nextCursor! }))
  expect([rest.days[0]?.day, rest.days.at(-1)?.day, rest.nextCursor]).toEqual([later(13), first, null])
})
