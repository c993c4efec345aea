import { setTimeout as pause } from 'node:timers/promises'
import type { OutputOf } from '@shared/contracts'
import { RULES } from '@shared/rules/coupons/exampleCoupon'
import type { CouponRules } from '@shared/rules/coupons/template'
import { DEFAULT_SHOP } from '@shared/rules/shopOrders/settings'
import { NO_GIFT } from '@shared/rules/wallet/plans'
import { DEFAULT_WALLET } from '@shared/rules/wallet/settings'
import { fillShelves } from '../../local/worlds/shelves'
import { databaseOf } from '../support/databaseOf'
import { startStack, type Reply, type RunningStack } from '../support/startStack'

const FIRST = '2026-03-01'
const TODAY = '2026-03-20'
export const FLASK = '保温杯 500 毫升'
export const CAKES = '凤梨酥 10 块'
const YUAN = 100
const LOOK_EVERY_MS = 50

/** A shop that sells in its mini-program: goods, freight, coupons, and members who hold something to pay with. */
export interface BuyingShop {
  readonly stack: RunningStack
  readonly owner: <Value = unknown>(action: string, input: object) => Promise<Value>
  readonly shopper: <Value = unknown>(openid: string, action: string, input?: object) => Promise<Value>
  /** Turns the clock on, and lets the minute's timer run. */
  readonly later: (minutes: number) => Promise<void>
  /** What a person does in WeChat's sheet, once it has come up. */
  readonly inSheet: (openid: string, outcome: 'success' | 'decline') => Promise<void>
}

/**
 * On Silver each, with 1,200 points of an earlier purchase, a coupon of 20 yuan off 200, another one that is for tea alone,
 * one for free freight, and 100 yuan that were topped up with 20 on top.
 */
export async function startBuyingShop(buyers: readonly string[]): Promise<BuyingShop> {
  const stack = await startStack({ clock: `${FIRST}T09:00:00+08:00` })
  await stack.post('/local/staff', { openid: 'owner', role: 'owner' })
  const shop = shopOf(stack)
  await setUp(shop)
  for (const buyer of buyers) await fillPurse(shop, buyer)
  const days = (Date.parse(TODAY) - Date.parse(FIRST)) / 86_400_000
  await shop.later(days * 1_440)
  await fillShelves({ baseUrl: stack.url, openid: 'owner' }, TODAY)
  return shop
}

function shopOf(stack: RunningStack): BuyingShop {
  let now = Date.parse(`${FIRST}T09:00:00+08:00`)
  return {
    stack,
    owner: async <Value>(action: string, input: object) =>
      must<Value>(await stack.call('owner', 'merchant', action, input)),
    shopper: async <Value>(openid: string, action: string, input: object = {}) =>
      must<Value>(await stack.call(openid, 'shopper', action, input)),
    async later(minutes) {
      now += minutes * 60_000
      await stack.post('/local/clock', { now: new Date(now).toISOString() })
      await stack.post('/local/timers/everyMinute', {})
    },
    async inSheet(openid, outcome) {
      const outTradeNo = await waitingOf(stack, openid)
      await stack.post('/local/wechat/pay', { outTradeNo, outcome })
    },
  }
}

function must<Value>(reply: Reply): Value {
  if (!reply.ok) throw new Error(`${reply.error.code}: ${reply.error.message}`)
  return reply.value as Value
}

async function waitingOf(stack: RunningStack, openid: string): Promise<string> {
  for (;;) {
    const { body } = await stack.get(`/local/wechat/payments?openid=${openid}`)
    const [payment] = (body as { payments: readonly { outTradeNo: string }[] }).payments
    if (payment) return payment.outTradeNo
    await pause(LOOK_EVERY_MS)
  }
}

const COUPONS: Readonly<Record<string, Partial<CouponRules>>> = {
  c20: { stacking: { withAutomatic: true, withCodes: true } },
  tea: {
    name: { zh: '茶叶八折', en: 'Tea 20% off' },
    takesOff: { kind: 'percentOff', rateBp: 8_000, capFen: null },
    goods: { of: 'categories', categories: ['茶叶'] },
    requirement: { of: 'none' },
  },
  ship: {
    name: { zh: '免邮券', en: 'Free shipping' },
    takesOff: { kind: 'freeShipping' },
    requirement: { of: 'none' },
    stacking: { withAutomatic: true, withCodes: true },
  },
}

async function setUp({ owner }: BuyingShop): Promise<void> {
  await save(owner, 'shop', { ...DEFAULT_SHOP, freightFen: 10 * YUAN })
  const anyAmount = { leastFen: 100, brackets: [{ fromFen: 100, bonusRateBp: 2_000, gift: NO_GIFT }] }
  await save(owner, 'wallet', { ...DEFAULT_WALLET, anyAmount })
  for (const [id, more] of Object.entries(COUPONS)) {
    const rules = { ...RULES, validity: { of: 'days', days: 90 }, ...more }
    await owner('couponTemplates.save', { id, expectedVersion: 0, rules })
  }
}

async function save<Settings extends { readonly version: number }>(
  owner: BuyingShop['owner'],
  topic: string,
  settings: Settings,
): Promise<void> {
  const { version: expectedVersion, ...value } = settings
  await owner('settings.save', { topic, expectedVersion, value })
}

async function fillPurse({ stack, owner, shopper }: BuyingShop, openid: string): Promise<void> {
  await shopper(openid, 'member.join', { consentVersion: '1' })
  const member = databaseOf(stack).memberId(openid)
  const lines = [{ category: null, product: null, quantity: 1, amountFen: 1_200 * YUAN }]
  await owner('orders.record', { member, number: `first-${openid}`, lines })
  for (const template of Object.keys(COUPONS)) {
    await owner('coupons.give', { member, template, reason: '开业赠送' })
  }
  const { agreement } = await shopper<OutputOf<'wallet.read'>>(openid, 'wallet.read')
  const choice = { of: 'amount', payFen: 100 * YUAN }
  await owner('wallet.recordTopUp', { member, choice, agreed: agreement.version })
}
