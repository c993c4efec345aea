import type { Payment } from '@shared/rules/payments/payment'
import { NO_GIFT } from '@shared/rules/wallet/plans'
import { getById } from '../../cloudfunctions/database/documentAccess'
import { couponsIn, must, repeat, saveTemplate } from '../support/couponShop'
import { makeNotice, paidResource, sendNotice } from '../support/notices'
import { openWalletShop, THOUSAND, type WalletShop } from '../support/walletShop'

// Keys are made of primes, which are looked for as long as it takes.
jest.setTimeout(120_000)

const MINUTE = 60_000
const anyAmount = { leastFen: 1_000, brackets: [{ fromFen: 50_000, bonusRateBp: 1_000, gift: NOTHING() }] }

function NOTHING() {
  return { ...NO_GIFT, coupons: [] }
}

let shop: WalletShop
let number = 0
/** Everybody of a test is new. */
let mei: string

beforeAll(async () => {
  shop = await openWalletShop()
  await shop.staff('clerk', 'clerk')
  await saveTemplate(shop, 'five', { validity: { of: 'days', days: 10 }, perMember: 1 })
  await saveTemplate(shop, 'birthday', { validity: { of: 'birthdayMonth' } })
})
afterAll(() => shop.close())
beforeEach(async () => {
  mei = `oMei${(number += 1)}`
  await shop.join(mei)
  await shop.rules({ plans: [THOUSAND], anyAmount, spendingOrder: 'proportional' })
})
afterEach(async () => {
  shop.faults()
  expect(await shop.differences()).toEqual([])
})

const amount = (payFen: number) => ({ of: 'amount', payFen }) as const
const pass = (ms: number) => jest.setSystemTime(Date.now() + ms)
const paymentOf = async (id: string) => (await getById<Payment>(shop.cloud, 'payments', id))!
const notice = (id: string, fen: number, change: object = {}) =>
  sendNotice(shop.url, makeNotice(shop.pay.keys, Date.now(), paidResource(shop.pay.keys, id, fen, change)))
const walletIn = async (openid = mei) => must(await shop.shopper(openid, 'wallet.read', {}))
const refusalOf = async (openid: string, choice: Parameters<WalletShop['begin']>[1]) => {
  const { agreement } = await walletIn(openid)
  const input = { choice: choice ?? amount(1), agreed: agreement.version }
  const answer = await shop.shopper(openid, 'wallet.topUp', input)
  return answer.ok ? null : answer.error.code
}

describe('a top-up by WeChat Pay', () => {
  test('is in the wallet by the signed notice, principal and bonus apart, whatever the app says', async () => {
    const { topUpId, payFen, state, payment } = await shop.begin(mei)
    expect({ payFen, state }).toEqual({ payFen: 100_000, state: 'waiting' })
    expect(payment && shop.pay.openSheet(payment)).toMatchObject({ outTradeNo: topUpId, amountFen: 100_000 })
    expect((await walletIn()).waiting).toMatchObject([{ topUpId, payFen: 100_000, bonusFen: 20_000 }])
    expect(await shop.decide(topUpId, 'success')).toBe(true)
    expect(await walletIn()).toMatchObject({ principalFen: 100_000, bonusFen: 20_000, waiting: [] })
    const { balances } = await shop.account(mei)
    expect(balances).toMatchObject({ principal: 100_000, bonus: 20_000, points: 0 })
    expect(await paymentOf(topUpId)).toMatchObject({ state: 'paid', kind: 'storedValue' })
    const home = must(await shop.shopper(mei, 'home.read', {}))
    expect(home).toMatchObject({ balances: { principal: 100_000, bonus: 20_000 } })
  })

  test('told of five times at once, and again after that: it is booked once', async () => {
    const { topUpId } = await shop.begin(mei)
    const statuses = await Promise.all(Array.from({ length: 5 }, () => notice(topUpId, 100_000)))
    expect(statuses).toEqual([200, 200, 200, 200, 200])
    expect(await notice(topUpId, 100_000)).toBe(200)
    expect((await shop.account(mei)).balances).toMatchObject({ principal: 100_000, bonus: 20_000 })
    const { entries } = must(await shop.shopper(mei, 'wallet.ledger', {}))
    expect(entries).toHaveLength(1)
  })

  test('of another amount than was asked for books nothing', async () => {
    const { topUpId } = await shop.begin(mei)
    const alerted = jest.spyOn(console, 'error').mockImplementation(() => undefined)
    expect(await notice(topUpId, 1)).toBe(409)
    alerted.mockRestore()
    expect((await shop.account(mei)).balances.principal).toBe(0)
    expect((await paymentOf(topUpId)).state).toBe('open')
  })

  test('a lost notice is found by asking WeChat', async () => {
    const { topUpId } = await shop.begin(mei)
    shop.faults({ fault: 'lostNotice' })
    await shop.decide(topUpId, 'success')
    expect(must(await shop.shopper(mei, 'wallet.checkTopUp', { topUpId })).state).toBe('paid')
    expect((await walletIn()).principalFen).toBe(100_000)
  })

  test('the same request again is the same top-up, before and after it is paid', async () => {
    const once = await shop.begin(mei, undefined, 'the same')
    expect((await shop.begin(mei, undefined, 'the same')).topUpId).toBe(once.topUpId)
    expect((await walletIn()).waiting).toHaveLength(1)
    await shop.decide(once.topUpId, 'success')
    expect(await shop.begin(mei, undefined, 'the same')).toMatchObject({
      topUpId: once.topUpId,
      state: 'paid',
      payment: null,
    })
  })

  test('never paid, it is over after 15 minutes and has left no trace', async () => {
    const { topUpId } = await shop.begin(mei)
    pass(16 * MINUTE)
    await shop.timer('everyMinute')
    expect((await paymentOf(topUpId)).state).toBe('closed')
    expect((await shop.account(mei)).wallet).toMatchObject({ waiting: [], topUps: { count: 0 } })
    expect(must(await shop.shopper(mei, 'wallet.checkTopUp', { topUpId })).state).toBe('over')
    expect(await shop.shopper(mei, 'wallet.payTopUp', { topUpId })).toMatchObject({
      error: { code: 'PAYMENT_OVER' },
    })
  })

  test('paid after it was given up, it goes back to the payer whole, and nothing is booked', async () => {
    const { topUpId } = await shop.begin(mei)
    shop.faults({ fault: 'payRefuses', call: 'close', code: 'SYSTEM_ERROR' })
    const givenUp = must(await shop.shopper(mei, 'wallet.giveUpTopUp', { topUpId }))
    expect(givenUp.state).toBe('over')
    expect((await walletIn()).waiting).toEqual([])
    shop.faults()
    expect(await shop.decide(topUpId, 'success')).toBe(true)
    const late = await paymentOf(topUpId)
    if (late.state !== 'late') throw new Error(late.state)
    expect(await shop.refundSaid(late.refund, 'done')).toMatchObject({ why: 'late', refundFen: 100_000 })
    expect((await shop.account(mei)).balances.principal).toBe(0)
    expect(must(await shop.shopper(mei, 'wallet.checkTopUp', { topUpId })).state).toBe('late')
  })

  test('given up just after it was paid, it is in the wallet', async () => {
    const { topUpId } = await shop.begin(mei)
    shop.faults({ fault: 'lostNotice' })
    await shop.decide(topUpId, 'success')
    expect(must(await shop.shopper(mei, 'wallet.giveUpTopUp', { topUpId })).state).toBe('paid')
    expect((await walletIn()).principalFen).toBe(100_000)
  })

  test('the payment sheet can be asked for again, by its owner alone', async () => {
    shop.faults({ fault: 'payAnswerLost', call: 'prepay' })
    const { topUpId, payment } = await shop.begin(mei)
    expect(payment).toBeNull()
    shop.faults()
    const again = must(await shop.shopper(mei, 'wallet.payTopUp', { topUpId }))
    expect(shop.pay.openSheet(again.payment)).toMatchObject({ outTradeNo: topUpId })
    await shop.join('oEve')
    for (const name of ['wallet.payTopUp', 'wallet.checkTopUp', 'wallet.giveUpTopUp'] as const)
      expect(await shop.shopper('oEve', name, { topUpId })).toMatchObject({
        error: { code: 'TOP_UP_NOT_FOUND' },
      })
  })

  test('by an amount of the member’s own, the highest bracket reached holds', async () => {
    await shop.topUp(mei, amount(60_000))
    expect(await walletIn()).toMatchObject({ principalFen: 60_000, bonusFen: 6_000 })
    expect(await refusalOf(mei, amount(999))).toBe('TOP_UP_TOO_LITTLE')
  })

  test('who has not joined has no wallet', async () => {
    for (const name of ['wallet.read', 'wallet.ledger'] as const)
      expect(await shop.shopper('nobody', name, {})).toMatchObject({ error: { code: 'NOT_A_MEMBER' } })
  })
})

describe('what comes on top', () => {
  const gift = { bonusFen: 0, points: 500, growth: 30, coupons: [{ templateId: 'five', count: 2 }] }

  test('points, growth and coupons come with the money, once', async () => {
    await shop.rules({ plans: [{ ...THOUSAND, gift }] })
    expect((await walletIn()).plans).toMatchObject([
      { gift: { points: 500, growth: 30, coupons: [{ templateId: 'five', count: 2 }] } },
    ])
    shop.faults({ fault: 'duplicateNotice' })
    await shop.topUp(mei)
    const { balances } = await shop.account(mei)
    expect(balances).toMatchObject({ principal: 100_000, bonus: 0, points: 500, growth: 30 })
    const coupons = await couponsIn(shop, { member: shop.memberId(mei) })
    expect(coupons).toMatchObject([
      { template: 'five', state: 'issued', validUntilDay: '2026-06-27' },
      { template: 'five', state: 'issued' },
    ])
    const listed = must(await shop.shopper(mei, 'coupons.read', { id: coupons[0]!._id }))
    expect(JSON.stringify(listed)).toContain('储值赠送')
  })

  test('what was agreed to before paying holds, whatever the shop sets meanwhile', async () => {
    const { topUpId } = await shop.begin(mei)
    await shop.rules({ plans: [{ ...THOUSAND, isOn: false, gift: { ...gift, coupons: [] } }] })
    await shop.decide(topUpId, 'success')
    expect((await shop.account(mei)).balances).toMatchObject({ bonus: 20_000, points: 0 })
  })

  test('what was shown and is no longer offered is not sold', async () => {
    const { agreement } = await walletIn()
    await shop.rules({ plans: [{ ...THOUSAND, payFen: 200_000 }] })
    const input = { choice: { of: 'plan', planId: 'thousand' }, agreed: agreement.version } as const
    expect(await shop.shopper(mei, 'wallet.topUp', input)).toMatchObject({
      error: { code: 'WALLET_AGREEMENT_CHANGED' },
    })
  })

  test('a coupon for birthdays, or one that is not there, cannot be promised', async () => {
    for (const templateId of ['birthday', 'nowhere']) {
      const plan = { ...THOUSAND, gift: { ...gift, coupons: [{ templateId, count: 1 }] } }
      await expect(shop.rules({ plans: [plan] })).rejects.toThrow(/不能随储值赠送/)
      await shop.rules({ plans: [THOUSAND] })
    }
  })
})

describe('limits', () => {
  test('first top-up only: of two that are open at once only one can be had, and none after any other', async () => {
    await shop.rules({ plans: [{ ...THOUSAND, isFirstOnly: true }], anyAmount })
    const plan = { of: 'plan', planId: 'thousand' } as const
    const { agreement } = await walletIn()
    const ask = () => shop.shopper(mei, 'wallet.topUp', { choice: plan, agreed: agreement.version })
    const asked = await Promise.all(Array.from({ length: 8 }, ask))
    const begun = asked.flatMap((each) => (each.ok ? [each.value] : []))
    expect(begun).toHaveLength(1)
    expect(asked.filter((each) => !each.ok && each.error.code === 'TOP_UP_WAITING')).toHaveLength(7)
    // One of the member's own that is open beside it counts as the first when it is paid first.
    const own = await shop.begin(mei, amount(5_000))
    await shop.decide(own.topUpId, 'success')
    await shop.decide(begun[0]!.topUpId, 'success')
    expect(await refusalOf(mei, plan)).toBe('TOP_UP_FIRST_ONLY')
    expect((await shop.account(mei)).wallet?.topUps.count).toBe(2)
    expect((await walletIn()).plans[0]?.refusal).toMatchObject({
      code: 'TOP_UP_FIRST_ONLY',
      words: { en: expect.stringContaining('first top-up') as string },
    })
  })

  test('so often per member, what is in payment counted', async () => {
    await shop.rules({ plans: [{ ...THOUSAND, payFen: 1_000, mostPerMember: 2 }] })
    const plan = { of: 'plan', planId: 'thousand' } as const
    await shop.topUp(mei)
    const { topUpId } = await shop.begin(mei)
    expect(await refusalOf(mei, plan)).toBe('TOP_UP_WAITING')
    must(await shop.shopper(mei, 'wallet.giveUpTopUp', { topUpId }))
    await shop.topUp(mei)
    expect(await refusalOf(mei, plan)).toBe('TOP_UP_LIMIT')
  })

  test('the ceiling: what is held and what is in payment counted, under ten taps at once', async () => {
    await shop.topUp(mei, amount(250_000))
    const { agreement } = await walletIn()
    const input = { choice: amount(100_000), agreed: agreement.version }
    const asked = await Promise.all(
      Array.from({ length: 10 }, () => shop.shopper(mei, 'wallet.topUp', input)),
    )
    expect(asked.filter(({ ok }) => ok)).toHaveLength(2)
    expect(asked.filter((each) => !each.ok && each.error.code === 'TOP_UP_CEILING')).toHaveLength(8)
    expect((await walletIn()).roomFen).toBe(50_000)
  })
})

describe('over the counter', () => {
  const offerOf = async () =>
    must(await shop.merchant('clerk', 'wallet.offer', { member: shop.memberId(mei) }))

  test('a clerk records what was paid, by the terms that were shown, once for a request', async () => {
    const { agreement, plans } = await offerOf()
    expect(plans).toMatchObject([{ id: 'thousand', refusal: null }])
    const input = {
      member: shop.memberId(mei),
      choice: { of: 'plan', planId: 'thousand' },
      agreed: agreement.version,
    } as const
    const twice = await Promise.all(
      [1, 2].map(() => repeat(shop, 'merchant', 'clerk', 'wallet.recordTopUp', input)),
    )
    expect(twice.map(must)).toMatchObject([
      { payFen: 100_000, bonusFen: 20_000, balances: { principal: 100_000 } },
      { payFen: 100_000 },
    ])
    expect((await shop.account(mei)).balances).toMatchObject({ principal: 100_000, bonus: 20_000 })
    const stale = { ...input, agreed: '1.999' }
    expect(await shop.merchant('clerk', 'wallet.recordTopUp', stale)).toMatchObject({
      error: { code: 'WALLET_AGREEMENT_CHANGED' },
    })
  })

  test('who has not joined cannot', async () => {
    const member = shop.memberId('nobody')
    expect(await shop.merchant('clerk', 'wallet.offer', { member })).toMatchObject({
      error: { code: 'MEMBER_NOT_FOUND' },
    })
    const input = { member, choice: amount(1_000), agreed: '1.0' }
    expect(await shop.merchant('clerk', 'wallet.recordTopUp', input)).toMatchObject({
      error: { code: 'MEMBER_NOT_FOUND' },
    })
  })
})

describe('the ledger', () => {
  test('lists what changed either kind, newest first, with what explains it', async () => {
    await shop.topUp(mei, amount(1_000))
    await shop.shopper(mei, 'checkin.checkIn', {})
    await shop.topUp(mei)
    const { entries, nextCursor } = must(await shop.shopper(mei, 'wallet.ledger', {}))
    expect(entries).toMatchObject([
      { kind: 'toppedUp', principal: 100_000, bonus: 20_000, after: { principal: 101_000 } },
      { kind: 'toppedUp', principal: 1_000, bonus: 0 },
    ])
    expect(nextCursor).toBeNull()
    const elsewhere = must(await shop.shopper(mei, 'wallet.ledger', { month: '2026-05' }))
    expect(elsewhere.entries).toEqual([])
    const id = entries[0]!.id
    const opened = must(await shop.shopper(mei, 'explain.read', { subject: { kind: 'entry', id } }))
    expect(opened.rules).toMatchObject([{ topic: 'wallet' }])
    const balance = must(await shop.shopper(mei, 'explain.read', { subject: { kind: 'walletBalance' } }))
    expect(balance.lines.find(({ role }) => role === 'sum')).toMatchObject({ amount: 101_000, unit: 'fen' })
  })
})
