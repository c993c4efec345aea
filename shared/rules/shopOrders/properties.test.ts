import fc from 'fast-check'
import { sumOf } from '@shared/kernel/sumOf'
import type { Account } from '../account/account'
import type { Coupon } from '../coupons/coupon'
import { line } from '../quote/exampleOrder'
import { CHANNELS } from '../quote/paid'
import type { Choices } from '../quote/quote'
import type { RefundRequest } from '../quote/refundRequest'
import { DEFAULT_SETTINGS, type Settings } from '../settings/settings'
import { walletOf } from '../wallet/wallet'
import { AT, memberWith, ON, placed, twentyOff } from './exampleShopOrder'
import { payOrder, type PaidOrder } from './pay'
import { refundOrder } from './refund'
import { undoOrder } from './undo'

const SETTINGS: Settings = {
  ...DEFAULT_SETTINGS,
  shop: { ...DEFAULT_SETTINGS.shop, freightFen: 1_000 },
}

const LATER = { today: ON, at: AT + 60_000, by: 'system' } as const
const PAID = { at: AT + 60_000, day: ON }

/** A buyer with some of everything, and an order that takes some of everything. */
const orders = fc
  .record({
    yuan: fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 1, maxLength: 4 }),
    quantity: fc.integer({ min: 1, max: 3 }),
    hundreds: fc.nat(60),
    topUps: fc.array(fc.record({ paidFen: fc.integer({ min: 1, max: 30_000 }), bonusFen: fc.nat(5_000) }), {
      maxLength: 3,
    }),
    withCoupon: fc.boolean(),
    upToFen: fc.nat(60_000),
  })
  .map(({ yuan, quantity, hundreds, topUps, withCoupon, upToFen }) => {
    const account = memberWith({
      points: 6_000,
      topUps: topUps.map((each, i) => ({ id: `t${i}`, ...each })),
    })
    const lines = yuan.map((each, i) => line(`p${i}`, each, { quantity }))
    const listFen = sumOf(lines, ({ unitListFen }) => unitListFen * quantity)
    const coupons = withCoupon && listFen >= 20_000 ? [twentyOff()] : []
    const goodsFen = listFen - coupons.length * 2_000
    const most = Math.floor(Math.min(6_000, goodsFen / 2) / 100) * 100
    const freeFen = account.balances.principal + account.balances.bonus
    const choices: Choices = {
      coupons: coupons.map(({ _id }) => _id),
      points: Math.min(hundreds * 100, most),
      balance: { of: 'upTo', amountFen: Math.min(upToFen, freeFen) },
    }
    return { account, lines, coupons, choices }
  })

type Example = {
  account: Account
  lines: Parameters<typeof placed>[1]
  coupons: readonly Coupon[]
  choices: Choices
}

const place = ({ account, lines, coupons, choices }: Example): PaidOrder =>
  placed(account, lines, coupons, choices, SETTINGS)

const pay = (order: PaidOrder): PaidOrder =>
  order.sale ? order : payOrder(order.account, order.order, order.coupons, SETTINGS, LATER, PAID)

test('an order that ends unpaid leaves everything as it was', () => {
  fc.assert(
    fc.property(orders, (example) => {
      const waiting = place(example)
      if (waiting.sale) return
      const { account, coupons, order } = undoOrder(
        waiting.account,
        waiting.order,
        waiting.coupons,
        SETTINGS,
        LATER,
        'lapsed',
      )
      expect(account.balances).toEqual(example.account.balances)
      expect(account.lots).toEqual(example.account.lots)
      expect(account.wallet).toEqual(example.account.wallet)
      expect(coupons).toEqual(example.coupons)
      expect(order.state).toBe('cancelled')
    }),
  )
})

test('paying takes just what was quoted, of each channel, and earns on what was paid for goods', () => {
  fc.assert(
    fc.property(orders, (example) => {
      const { account, order, sale } = pay(place(example))
      const { paid, points } = order.quote
      const before = example.account.balances
      expect(account.balances.principal).toBe(before.principal - paid.principal)
      expect(account.balances.bonus).toBe(before.bonus - paid.bonus)
      expect(walletOf(account).holds).toEqual([])
      expect(account.balances.points).toBe(before.points - points.used + (sale?.earned.points ?? 0))
      expect(sale?.amountFen).toBe(sumOf(order.quote.lines, ({ paidFen }) => paidFen))
    }),
  )
})

const requests = fc.array(
  fc.oneof(
    fc.record({
      of: fc.constant('amount' as const),
      share: fc.integer({ min: 0, max: 100 }),
      freight: fc.boolean(),
    }),
    fc.record({ of: fc.constant('pieces' as const), line: fc.nat(3) }),
  ),
  { maxLength: 6 },
)

test('any sequence of refunds ends where one ends: everything back where it came from, and no channel ever more than it paid', () => {
  fc.assert(
    fc.property(orders, requests, (example, wanted) => {
      const paid = pay(place(example))
      const whole = refund(paid, { of: 'rest' }, 'all')
      let state: PaidOrder = paid
      wanted.forEach((each, i) => {
        const left = leftOf(state)
        const request: RefundRequest =
          each.of === 'pieces'
            ? { of: 'lines', lines: [{ line: each.line % example.lines.length, quantity: 1 }], freightFen: 0 }
            : {
                of: 'amount',
                amountFen: Math.floor((left.goodsFen * each.share) / 100),
                freightFen: each.freight ? left.freightFen : 0,
              }
        const done = tryRefund(state, request, `R${i}`)
        if (done) state = done
        for (const channel of CHANNELS) {
          const back = sumOf(state.order.refunds, ({ split }) => split.back[channel])
          expect(back).toBeLessThanOrEqual(state.order.quote.paid[channel])
        }
      })
      const last = tryRefund(state, { of: 'rest' }, 'rest') ?? state
      expect(last.order.state).toBe('refunded')
      expect(last.account.balances).toEqual(whole.account.balances)
      expect(last.account.lots).toEqual(whole.account.lots)
      expect(last.account.wallet).toEqual(example.account.wallet)
      expect(last.account.balances).toEqual(example.account.balances)
      expect(last.account.lots).toEqual(example.account.lots)
      expect(last.coupons).toEqual(example.coupons)
      expect(last.account.spend).toMatchObject({ orders: 0, fen: 0 })
    }),
  )
})

function leftOf({ order }: PaidOrder) {
  const back = (of: 'amountFen' | 'freightFen') => sumOf(order.refunds, ({ split }) => split[of])
  return {
    goodsFen: sumOf(order.quote.lines, ({ paidFen }) => paidFen) - back('amountFen'),
    freightFen: order.quote.freight.paidFen - back('freightFen'),
  }
}

function tryRefund(state: PaidOrder, request: RefundRequest, refundId: string): PaidOrder | null {
  const { account, order, sale, coupons } = state
  if (!sale) throw new Error('no sale')
  const wish = { refundId, request, reason: 'r', by: 'staff:s' as const }
  const done = refundOrder(account, order, sale, coupons, wish, SETTINGS, LATER)
  return done.ok
    ? { ...done.value, coupons: done.value.coupons.length > 0 ? done.value.coupons : coupons }
    : null
}

function refund(state: PaidOrder, request: RefundRequest, refundId: string): PaidOrder {
  const done = tryRefund(state, request, refundId)
  if (!done) throw new Error('not refunded')
  return done
}
