import { allocate } from '@shared/kernel/allocate'
import { startOfDay } from '@shared/kernel/businessDay'
import { sumOf } from '@shared/kernel/sumOf'
import fc from 'fast-check'
import type { Account } from '../account/account'
import { memberChange } from '../account/legs'
import { earningFacts } from '../earning/facts'
import { join } from '../member/join'
import { payParts, totalPaid } from '../quote/paid'
import { DEFAULT_SETTINGS } from '../settings/settings'
import { toppedUp, type ExampleTopUp } from '../wallet/exampleWallet'
import { spend } from '../wallet/spend'
import { fundsOf, walletOf } from '../wallet/wallet'
import { bookSale } from './bookSale'
import { SHOP, type SaleDocument } from './order'
import { refundSale, type RefundOrder } from './refundSale'
import type { Tender } from './tender'

const TODAY = '2026-06-18'
const AT = startOfDay(TODAY) + 12 * 3_600_000
const OCCASION = { today: TODAY, at: AT, by: 'member' } as const
const NO_POINTS = { points: 0, amountFen: 0, taken: [] }

/** A member whose wallet holds these top-ups. */
function member(...topUps: readonly ExampleTopUp[]): Account {
  const account = join(null, 'm1', '2026-01-01', AT, '1', DEFAULT_SETTINGS)
  if (!account) throw new Error('did not join')
  const wallet = toppedUp(...topUps)
  const { principalFen, bonusFen } = fundsOf(wallet.lots)
  return { ...account, wallet, balances: { ...account.balances, principal: principalFen, bonus: bonusFen } }
}

/** Sells goods, `walletFen` of them and of the freight paid by stored value, the rest by WeChat Pay. */
function sell(account: Account, goodsFen: number, freightFen: number, walletFen: number) {
  const spent = spend(walletOf(account), walletFen, 'proportional')
  if (!spent.ok) throw new Error(spent.error.code)
  const { parts, wallet } = spent.value
  const [goods, freight] = payParts([goodsFen, freightFen], fundsOf(parts))
  if (!goods || !freight) throw new Error('no parts')
  const tender: Tender = { goods, freight, parts }
  const line = { category: null, product: null, quantity: 1, amountFen: goodsFen }
  return bookSale(
    { ...account, wallet },
    {
      orderId: 'o1',
      externalId: 'o1',
      lines: [{ ...line, deductedFen: 0, paidFen: goodsFen }],
      freightFen,
      points: 0,
    },
    {
      source: SHOP,
      placedAt: AT,
      placedDay: TODAY,
      facts: earningFacts(account, DEFAULT_SETTINGS),
      isCapped: true,
      tender,
    },
    NO_POINTS,
    DEFAULT_SETTINGS,
    OCCASION,
  )
}

function refund(state: { account: Account; order: SaleDocument }, asked: RefundOrder) {
  const done = refundSale(state.account, state.order, asked, DEFAULT_SETTINGS, OCCASION)
  if (!done.ok) throw new Error(done.error.code)
  return done.value
}

const legsOf = (account: Account): Record<string, number> =>
  Object.fromEntries((account.tail.at(-1)?.legs ?? []).map(({ account: name, amount }) => [name, amount]))

test('what stored value pays leaves the wallet and its balances in the entry of the order', () => {
  const rich = member({ id: 'a', paidFen: 10_000, bonusFen: 2_000 })
  const { account, order } = sell(rich, 33_000, 0, 12_000)
  expect(account.balances).toMatchObject({ principal: 0, bonus: 0 })
  expect(order.tender?.goods).toEqual({ bonus: 2_000, principal: 10_000, wechat: 21_000 })
  expect(legsOf(account)).toMatchObject({ principal: -10_000, bonus: -2_000, 'store.cash.wechat': -21_000 })
  expect(order.earned.points).toBe(330)
})

test('a refund of a part gives each channel its share, the wallet to the top-ups it came from', () => {
  const rich = member({ id: 'a', paidFen: 6_000, bonusFen: 2_000 }, { id: 'b', paidFen: 4_000, bonusFen: 0 })
  const sold = sell(rich, 24_000, 0, 12_000)
  const { account, refund: done } = refund(sold, { refundId: 'r1', amountFen: 12_000, freightFen: 0 })
  expect(done.back?.goods).toEqual({ bonus: 1_000, principal: 5_000, wechat: 6_000 })
  expect(account.balances).toMatchObject({ principal: 5_000, bonus: 1_000 })
  expect(
    walletOf(account).lots.map(({ id, principalFen, bonusFen }) => [id, principalFen, bonusFen]),
  ).toEqual([
    ['a', 1_000, 1_000],
    ['b', 4_000, 0],
  ])
})

test('any sequence of partial refunds ends where one full refund ends, and gives no channel more than it paid', () => {
  const fen = fc.integer({ min: 1, max: 50_000 })
  const weights = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 6 })
  fc.assert(
    fc.property(fen, fc.nat(2_000), fc.nat(1_000), weights, (goodsFen, freightFen, share, parts) => {
      const rich = member(
        { id: 'a', paidFen: 30_000, bonusFen: 7_000 },
        { id: 'b', paidFen: 15_001, bonusFen: 1 },
      )
      const walletFen = Math.floor((Math.min(goodsFen + freightFen, 52_002) * share) / 1_000)
      const sold = sell(rich, goodsFen, freightFen, walletFen)
      const whole = refund(sold, { refundId: 'all', amountFen: goodsFen, freightFen })
      const goods = allocate(goodsFen, parts)
      const freight = allocate(freightFen, parts)
      let state: { account: Account; order: SaleDocument } = sold
      for (const [i, amountFen] of goods.entries()) {
        const ofFreight = freight[i] ?? 0
        if (amountFen + ofFreight === 0) continue
        const done = refund(state, { refundId: `r${i}`, amountFen, freightFen: ofFreight })
        expect(totalPaid(done.refund.back?.goods ?? sold.order.tender!.goods)).toBe(amountFen)
        state = done
      }
      expect(state.account.balances).toEqual(whole.account.balances)
      expect(walletOf(state.account)).toEqual(walletOf(rich))
      expect(state.order.netFen).toBe(0)
      const cash = sumOf(state.account.tail, ({ legs }) =>
        sumOf(legs, (leg) => (leg.account === 'store.cash.wechat' ? leg.amount : 0)),
      )
      expect(cash).toBe(0)
    }),
  )
})

test('channels that are not what is booked are an error', () => {
  const sold = sell(member({ id: 'a', paidFen: 5_000, bonusFen: 0 }), 8_000, 0, 5_000)
  const nothing = { bonus: 0, principal: 0, wechat: 0 }
  const asked = (goods: typeof nothing) => () =>
    refund(sold, {
      refundId: 'r',
      amountFen: 1_000,
      freightFen: 0,
      split: { back: { goods, freight: nothing }, returnedPoints: 0, isWhole: false },
    })
  expect(asked({ ...nothing, principal: 999 })).toThrow(/for 1000 fen/)
  expect(asked({ ...nothing, principal: -1, wechat: 1_001 })).toThrow(/for 1000 fen/)
  expect(
    memberChange(asked({ ...nothing, principal: 1_000 })().account.tail.at(-1)?.legs ?? []).principal,
  ).toBe(1_000)
})

test('a wallet that does not add up to its balances is never written', () => {
  const account = member({ id: 'a', paidFen: 5_000, bonusFen: 0 })
  const wrong = { ...account, balances: { ...account.balances, principal: 4_999 } }
  expect(() => sell(wrong, 8_000, 0, 1_000)).toThrow(/top-ups of 4000 under 3999 fen of principal/)
})
