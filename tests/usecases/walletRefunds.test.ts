import type { Refund } from '@shared/rules/payments/refund'
import { refundIdIn } from '../../cloudfunctions/usecases/wallet/topUpIds'
import { must, repeat } from '../support/couponShop'
import { openWalletShop, THOUSAND, type WalletShop } from '../support/walletShop'

// Keys are made of primes, which are looked for as long as it takes.
jest.setTimeout(120_000)

const START = Date.parse('2026-06-18T04:00:00Z')
const DAY = 86_400_000

let shop: WalletShop
let number = 0
/** Everybody of a test is new. */
let mei: string

beforeAll(async () => {
  shop = await openWalletShop(new Date(START).toISOString())
  await shop.staff('clerk', 'clerk')
  await shop.rules({ plans: [THOUSAND], anyAmount: { leastFen: 100, brackets: [] } })
})
afterAll(() => shop.close())
beforeEach(async () => {
  mei = `oMei${(number += 1)}`
  await shop.join(mei)
})
afterEach(async () => {
  shop.faults()
  expect(await shop.differences()).toEqual([])
})

const pass = (days: number) => jest.setSystemTime(Date.now() + days * DAY)
const walletIn = async () => must(await shop.shopper(mei, 'wallet.read', {}))
const balancesIn = async () => {
  const { principal, bonus } = (await shop.account(mei)).balances
  return [principal, bonus]
}

/** What WeChat was asked to give back, the newest last. */
async function refundsOf(): Promise<Refund[]> {
  const { data } = await shop.cloud.db
    .collection('refunds')
    .where({ member: shop.memberId(mei) })
    .orderBy('createdAt', 'asc')
    .get()
  return data as Refund[]
}

/** Once WeChat has said of each what became of it: its notices come by themselves. */
async function refundsDone(): Promise<Refund[]> {
  for (const { _id, state } of await refundsOf())
    if (state === 'asked' || state === 'processing') await shop.refundSaid(_id, 'done')
  return refundsOf()
}

const byRight = (topUpId: string, principalFen: number, bonusFen: number) =>
  shop.shopper(mei, 'wallet.refundByRight', { topUpId, principalFen, bonusFen })

async function preview(principalFen?: number) {
  const member = shop.memberId(mei)
  return must(await shop.merchant('owner', 'wallet.previewRefund', { member, principalFen }))
}

/** Records a top-up that was paid in the shop. */
async function atCounter(payFen: number): Promise<string> {
  const member = shop.memberId(mei)
  const { agreement } = must(await shop.merchant('clerk', 'wallet.offer', { member }))
  const input = { member, choice: { of: 'amount', payFen }, agreed: agreement.version } as const
  return must(await shop.merchant('clerk', 'wallet.recordTopUp', input)).topUpId
}

describe('by right', () => {
  test('money paid in comes back by WeChat, with its bonus taken back in proportion', async () => {
    const topUpId = await shop.topUp(mei)
    const { refundable } = await walletIn()
    expect(refundable).toMatchObject([
      { topUpId, principalFen: 100_000, bonusFen: 20_000, payBack: 'wechat', paidFen: 100_000 },
    ])
    expect(must(await byRight(topUpId, 25_000, 5_000))).toMatchObject({ wechatFen: 25_000, counterFen: 0 })
    expect(await balancesIn()).toEqual([75_000, 15_000])
    expect(await refundsDone()).toMatchObject([
      { state: 'done', payment: topUpId, refundFen: 25_000, paidFen: 100_000 },
    ])
    must(await byRight(topUpId, 75_000, 15_000))
    expect(await balancesIn()).toEqual([0, 0])
    expect((await walletIn()).refundable).toEqual([])
  })

  test('through the seventh day after paying, and not on the eighth', async () => {
    const topUpId = await shop.topUp(mei)
    pass(7)
    expect((await walletIn()).refundable).toMatchObject([{ topUpId }])
    must(await byRight(topUpId, 50_000, 10_000))
    pass(1)
    expect((await walletIn()).refundable).toEqual([])
    expect(await byRight(topUpId, 50_000, 10_000)).toMatchObject({
      error: { code: 'WALLET_REFUND_NEEDS_SHOP' },
    })
    expect(await balancesIn()).toEqual([50_000, 10_000])
  })

  test('twenty taps at once give it back once', async () => {
    const topUpId = await shop.topUp(mei)
    const taps = await Promise.all(Array.from({ length: 20 }, () => byRight(topUpId, 100_000, 20_000)))
    expect(taps.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await balancesIn()).toEqual([0, 0])
    expect(await refundsDone()).toMatchObject([{ refundFen: 100_000, state: 'done' }])
  })

  test('the same request again answers as the first', async () => {
    const topUpId = await shop.topUp(mei)
    const input = { topUpId, principalFen: 10_000, bonusFen: 2_000 }
    const first = must(await repeat(shop, 'shopper', mei, 'wallet.refundByRight', input))
    expect(must(await repeat(shop, 'shopper', mei, 'wallet.refundByRight', input))).toEqual(first)
    expect(await balancesIn()).toEqual([90_000, 18_000])
    expect(await refundsOf()).toHaveLength(1)
  })

  test('value is out of the wallet before WeChat is asked, and returned when WeChat refuses', async () => {
    const topUpId = await shop.topUp(mei)
    const before = (await shop.account(mei)).wallet
    const alerted = jest.spyOn(console, 'error').mockImplementation(() => undefined)
    shop.faults({ fault: 'payRefuses', call: 'refund', code: 'SYSTEM_ERROR' })
    must(await byRight(topUpId, 40_000, 8_000))
    expect(await balancesIn()).toEqual([60_000, 12_000])
    expect(await refundsOf()).toMatchObject([{ state: 'asked' }])
    shop.faults({ fault: 'payRefuses', call: 'refund', code: 'INVALID_REQUEST' })
    pass(1)
    await shop.timer('everyMinute')
    await shop.timer('everyMinute')
    alerted.mockRestore()
    expect(await refundsOf()).toMatchObject([{ state: 'returned', fault: { kind: 'rejected' } }])
    expect(await balancesIn()).toEqual([100_000, 20_000])
    expect((await shop.account(mei)).wallet?.lots).toEqual(before?.lots)
    const { entries } = must(await shop.shopper(mei, 'wallet.ledger', {}))
    expect(entries.map(({ kind, principal }) => [kind, principal])).toEqual([
      ['walletRefundReturned', 40_000],
      ['walletRefunded', -40_000],
      ['toppedUp', 100_000],
    ])
    await shop.timer('everyMinute')
    const { messages } = must(await shop.shopper(mei, 'messages.list', {}))
    expect(messages).toMatchObject([{ kind: 'walletRefundReturned', link: 'wallet' }])
    // It can be asked for again, by a number of its own.
    shop.faults()
    must(await byRight(topUpId, 40_000, 8_000))
    const numbers = (await refundsOf()).map(({ _id }) => refundIdIn(_id))
    expect(new Set(numbers).size).toBe(2)
    expect((await refundsDone()).map(({ state }) => state)).toEqual(['returned', 'done'])
  })

  test('what is not what was shown is not done, nor what was never paid in', async () => {
    const topUpId = await shop.topUp(mei)
    expect(await byRight(topUpId, 50_000, 9_999)).toMatchObject({ error: { code: 'WALLET_REFUND_CHANGED' } })
    expect(await byRight(topUpId, 100_001, 20_000)).toMatchObject({
      error: { code: 'WALLET_REFUND_TOO_MUCH', data: { left: '1000.00' } },
    })
    await shop.join('oEve')
    const input = { topUpId, principalFen: 100_000, bonusFen: 20_000 }
    expect(await shop.shopper('oEve', 'wallet.refundByRight', input)).toMatchObject({
      error: { code: 'WALLET_REFUND_NEEDS_SHOP' },
    })
    expect(await shop.shopper('nobody', 'wallet.refundByRight', input)).toMatchObject({
      error: { code: 'NOT_A_MEMBER' },
    })
  })

  test('what was paid in the shop is paid back there', async () => {
    const topUpId = await atCounter(5_000)
    expect((await walletIn()).refundable).toMatchObject([{ topUpId, payBack: 'counter' }])
    expect(await byRight(topUpId, 5_000, 0)).toMatchObject({ error: { code: 'WALLET_REFUND_AT_COUNTER' } })
  })
})

describe('granted by the shop', () => {
  test('the newest goes back first, each the way it came, and the reason is kept', async () => {
    await shop.topUp(mei)
    pass(30)
    await atCounter(5_000)
    const shown = await preview(35_000)
    expect(shown).toMatchObject({
      principalFen: 105_000,
      bonusFen: 20_000,
      refund: { principalFen: 35_000, bonusFen: 6_000, wechatFen: 30_000, counterFen: 5_000 },
    })
    const { bonusFen, wechatFen, counterFen } = shown.refund!
    const input = {
      member: shop.memberId(mei),
      principalFen: 35_000,
      seen: { bonusFen, wechatFen, counterFen },
      reason: '会员搬家',
    }
    must(await shop.merchant('owner', 'wallet.refund', input))
    expect(await balancesIn()).toEqual([70_000, 14_000])
    expect(await refundsDone()).toMatchObject([{ refundFen: 30_000, state: 'done' }])
    expect(await shop.merchant('owner', 'wallet.refund', input)).toMatchObject({
      error: { code: 'WALLET_REFUND_CHANGED' },
    })
    const { entries } = must(await shop.shopper(mei, 'wallet.ledger', {}))
    const subject = { kind: 'entry', id: entries[0]!.id } as const
    const opened = must(await shop.shopper(mei, 'explain.read', { subject }))
    expect(opened.lines.map(({ label }) => label.zh)).toContain('商家办理：会员搬家')
  })

  test('all that is left leaves nothing; what nobody has cannot be had', async () => {
    await shop.topUp(mei)
    const { refund } = await preview()
    const { principalFen, bonusFen, wechatFen, counterFen } = refund!
    const seen = { bonusFen, wechatFen, counterFen }
    const input = { member: shop.memberId(mei), principalFen, seen, reason: '退卡' }
    must(await shop.merchant('owner', 'wallet.refund', input))
    expect(await balancesIn()).toEqual([0, 0])
    expect(await preview()).toMatchObject({ principalFen: 0, refund: null })
    expect(await shop.merchant('owner', 'wallet.refund', input)).toMatchObject({
      error: { code: 'WALLET_REFUND_TOO_MUCH' },
    })
    const member = shop.memberId('nobody')
    expect(await shop.merchant('owner', 'wallet.refund', { ...input, member })).toMatchObject({
      error: { code: 'MEMBER_NOT_FOUND' },
    })
  })

  test('by a year after paying, over the counter', async () => {
    await shop.topUp(mei)
    pass(366)
    expect(await preview()).toMatchObject({ refund: { wechatFen: 0, counterFen: 100_000 } })
  })

  test('takes a manager', async () => {
    const member = shop.memberId(mei)
    expect(await shop.merchant('clerk', 'wallet.previewRefund', { member })).toMatchObject({
      error: { code: 'FORBIDDEN' },
    })
  })
})
