import { couponsIn, must } from '../support/couponShop'
import { openWalletShop, THOUSAND, type WalletShop } from '../support/walletShop'

// Keys are made of primes, which are looked for as long as it takes.
jest.setTimeout(120_000)

let shop: WalletShop
beforeEach(async () => {
  shop = await openWalletShop('2026-06-18T04:00:00Z')
  await shop.join('oMei')
  await shop.rules({ plans: [THOUSAND] })
  await shop.topUp('oMei')
})
afterEach(async () => {
  expect(await shop.differences()).toEqual([])
  await shop.close()
  jest.useRealTimers()
  jest.resetModules()
  jest.restoreAllMocks()
})

/** Turns the date on and lets the timers of that morning run, until all has been sent. */
async function turnTo(day: string): Promise<void> {
  jest.setSystemTime(Date.parse(`${day}T01:00:00Z`))
  await shop.timer('hourly')
  await shop.timer('everyMinute')
  await shop.timer('everyMinute')
}

const inbox = async () => must(await shop.shopper('oMei', 'messages.list', {})).messages
const balances = async () => (await shop.account('oMei')).balances

test('after notice, bonus that is left becomes points; principal never lapses', async () => {
  // The rule comes after the top-up: the wallet is looked at again by the minute's timer.
  await shop.rules({ yearEnd: { of: 'points', pointsPerYuan: 100, noticeDays: 30 } })
  await shop.timer('everyMinute')
  expect((await shop.account('oMei')).dueDay).toBe('2026-12-01')
  await turnTo('2026-11-30')
  expect(await inbox()).toEqual([])
  await turnTo('2026-12-01')
  expect(await inbox()).toMatchObject([{ kind: 'walletYearEnd', link: 'wallet' }])
  expect(must(await shop.shopper('oMei', 'wallet.read', {})).yearEnd).toMatchObject({
    convertsOn: '2027-01-01',
    bonusFen: 20_000,
    becomes: { en: '20,000 points' },
  })
  await turnTo('2026-12-31')
  expect(await balances()).toMatchObject({ bonus: 20_000, points: 0 })
  await turnTo('2027-01-01')
  expect(await balances()).toMatchObject({ principal: 100_000, bonus: 0, points: 20_000 })
  await turnTo('2027-01-02')
  expect(await balances()).toMatchObject({ principal: 100_000, bonus: 0, points: 20_000 })
  expect(await inbox()).toHaveLength(1)
  const { entries } = must(await shop.shopper('oMei', 'wallet.ledger', {}))
  expect(entries[0]).toMatchObject({ kind: 'bonusConverted', bonus: -20_000, day: '2027-01-01' })
})

test('or a coupon, which can be used from that day on', async () => {
  await shop.rules({ yearEnd: { of: 'coupon', rateBp: 5_000, validDays: 31, noticeDays: 30 } })
  await turnTo('2026-12-01')
  await turnTo('2027-01-01')
  await shop.timer('everyMinute')
  expect(await balances()).toMatchObject({ principal: 100_000, bonus: 0 })
  const [coupon] = await couponsIn(shop, { member: shop.memberId('oMei') })
  expect(coupon).toMatchObject({
    cause: { of: 'yearEnd', year: 2026 },
    takesOff: { kind: 'cashOff', amountFen: 10_000 },
    validUntilDay: '2027-01-31',
  })
})

test('by default nothing happens at the end of the year', async () => {
  await turnTo('2026-12-01')
  await turnTo('2027-01-01')
  expect(await balances()).toMatchObject({ principal: 100_000, bonus: 20_000 })
  expect(await inbox()).toEqual([])
})

test('an impossible rule is refused with its reason, and gift cards are not offered yet', async () => {
  await expect(shop.rules({ yearEnd: { of: 'points', pointsPerYuan: 0, noticeDays: 30 } })).rejects.toThrow(
    /年末折算比例/,
  )
  const saved = must(await shop.merchant('owner', 'settings.read', { topic: 'wallet' }))
  if (saved.topic !== 'wallet') throw new Error(saved.topic)
  expect(saved).toMatchObject({ legal: { mostFen: 500_000, refundDays: 7 }, value: { plans: [THOUSAND] } })
  const { value, version } = saved
  const giftCard = { of: 'giftCard', rateBp: 10_000, noticeDays: 30 } as never
  const input = { topic: 'wallet', expectedVersion: version, value: { ...value, yearEnd: giftCard } } as const
  expect(await shop.merchant('owner', 'settings.save', input)).toMatchObject({
    error: { code: 'INVALID_INPUT' },
  })
})
