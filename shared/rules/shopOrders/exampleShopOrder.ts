import type { Account } from '../account/account'
import { couponOf } from '../coupons/exampleCoupon'
import type { Coupon } from '../coupons/coupon'
import { join } from '../member/join'
import type { CartLine } from '../quote/cart'
import { seenOf } from '../quote/sameQuote'
import type { Choices } from '../quote/quote'
import { DEFAULT_SETTINGS, type Settings } from '../settings/settings'
import { toppedUp, type ExampleTopUp } from '../wallet/exampleWallet'
import { fundsOf } from '../wallet/wallet'
import { orderQuote } from './orderQuote'
import type { PaidOrder } from './pay'
import { placeOrder, type Wish } from './place'

/* Somebody who buys, and what they buy, for tests. */

export const ON = '2026-06-18'
/** Noon of that day in the shop. */
export const AT = 1_781_755_200_000
export const BY_MEMBER = { today: ON, at: AT, by: 'member' } as const

/** A member with so many points, and a wallet that was topped up so. */
export function memberWith(has: { points?: number; topUps?: readonly ExampleTopUp[] } = {}): Account {
  const account = join(null, 'm1', '2026-01-01', AT, '1', DEFAULT_SETTINGS)
  if (!account) throw new Error('did not join')
  const { points = 0, topUps = [] } = has
  const wallet = toppedUp(...topUps)
  const { principalFen, bonusFen } = fundsOf(wallet.lots)
  const half = Math.floor(points / 2)
  const lots = [
    { validUntil: '2026-12-31', points: half },
    { validUntil: '2027-12-31', points: points - half },
  ].filter((lot) => lot.points > 0)
  return {
    ...account,
    wallet,
    lots,
    tail: [],
    tailSince: null,
    balances: { ...account.balances, points, principal: principalFen, bonus: bonusFen },
  }
}

/** "200 − 20", which goes together with everything. */
export function twentyOff(): Coupon {
  return { ...couponOf(), stacking: { withAutomatic: true, withCodes: true } }
}

const ADDRESS = { name: '张三', phone: '13800138000', region: '浙江省 杭州市', street: '文三路 1 号' }

/** What a member sends who saw what it costs now; refusals throw. */
function wishFor(
  account: Account,
  lines: readonly CartLine[],
  coupons: readonly Coupon[],
  choices: Choices,
  settings: Settings = DEFAULT_SETTINGS,
): Wish {
  const made = orderQuote(account, lines, coupons, choices, settings, ON)
  if (!made.ok) throw new Error(made.error.code)
  return {
    orderId: 'S1',
    lines: lines.map((each) => ({ line: each, goods: { sku: each.product, picture: null } })),
    choices,
    seen: seenOf(made.value),
    address: ADDRESS,
    note: '',
  }
}

/** The order that such a wish makes. */
export function placed(
  account: Account,
  lines: readonly CartLine[],
  coupons: readonly Coupon[],
  choices: Choices,
  settings: Settings = DEFAULT_SETTINGS,
): PaidOrder {
  const wish = wishFor(account, lines, coupons, choices, settings)
  const done = placeOrder(account, wish, coupons, settings, BY_MEMBER)
  if (!done.ok) throw new Error(done.error.code)
  return done.value
}
