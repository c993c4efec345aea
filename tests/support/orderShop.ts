import type { InputOf, OutputOf } from '@shared/contracts'
import type { Account } from '@shared/rules/account/account'
import type { Benefit } from '@shared/rules/benefits/benefit'
import { GOLD } from '@shared/rules/quote/exampleOrder'
import { DEFAULT_SHOP, type ShopSettings } from '@shared/rules/shopOrders/settings'
import { toppedUp } from '@shared/rules/wallet/exampleWallet'
import { getById } from '../../cloudfunctions/database/documentAccess'
import { readStockOf } from '../../cloudfunctions/database/stock'
import { fakeDate } from './fakeDate'
import { must, saveTemplate } from './couponShop'
import { openPayShop, type PayShop } from './payShop'
import type { Answered, Shop } from './shop'
import { writeBenefits, writeLevels, writeTopic, YEARLY } from './writeLevels'

/** Longer than an instance keeps the settings that it read. */
const KEPT_MS = 6_000
const YUAN = 100

/** Gold earns half as much again. */
const FASTER: Benefit = {
  ...GOLD,
  id: 'faster',
  name: { zh: '积分加倍', en: 'More points' },
  perk: { of: 'pointsMultiplier', rateBp: 15_000 },
}

export type Choices = InputOf<'shopOrders.quote'>['choices']
export type Lines = InputOf<'shopOrders.quote'>['lines']
export type Placed = OutputOf<'shopOrders.place'>

export const NOTHING_CHOSEN: Choices = { coupons: [], points: 0, balance: { of: 'none' } }
export const ADDRESS = {
  name: '张三',
  phone: '13800138000',
  region: '浙江省 杭州市 西湖区',
  street: '文三路 1 号',
}

/** What a member holds before they buy. */
export interface Purse {
  readonly principalFen?: number
  readonly bonusFen?: number
  readonly points?: number
}

export interface OrderShop extends PayShop {
  /** Joins with so much in the account, past the books; with nothing but what the books know where it is null. */
  buyer(openid: string, purse?: Purse | null, level?: 'regular' | 'gold'): Promise<string>
  /** A coupon of a template that the shop gives. */
  coupon(member: string, template: string): Promise<string>
  quote(openid: string, lines: Lines, choices?: Partial<Choices>): Promise<OutputOf<'shopOrders.quote'>>
  /** What an app sends when its member taps pay, for what the quote says now. */
  wish(openid: string, lines: Lines, choices?: Partial<Choices>): Promise<InputOf<'shopOrders.place'>>
  /** Sends it under a request of its own, or under a given one. */
  place(openid: string, wish: InputOf<'shopOrders.place'>, requestId?: string): Promise<Answered<Placed>>
  /** Quotes and places. */
  order(openid: string, lines: Lines, choices?: Partial<Choices>): Promise<Placed>
  account(member: string): Promise<Account>
  stock(product: string): Promise<{ free: number; sold: number; open: number }>
  setShop(settings: Partial<ShopSettings>): Promise<void>
  pass(ms: number): void
}

let requests = 0

/** A shop with goods and WeChat Pay, on a date that stands still: a teapot of 400 yuan and a cup of 30, ten of each; freight 10 yuan. */
export async function openOrderShop(): Promise<OrderShop> {
  fakeDate('2026-06-18T04:00:00Z')
  jest.spyOn(console, 'info').mockImplementation(() => undefined)
  const shop = await openPayShop()
  for (const role of ['owner', 'manager', 'clerk'] as const) await shop.staff(role, role)
  await writeLevels(shop, YEARLY)
  await writeBenefits(shop, { version: 1, benefits: [GOLD, FASTER] })
  await writeTopic(shop, 'shop', { ...DEFAULT_SHOP, version: 1, freightFen: 10 * YUAN })
  const categories = [{ id: '茶具', name: { zh: '茶具', en: 'Tea ware' } }]
  must(await shop.merchant('manager', 'categories.save', { expectedVersion: 0, categories }))
  await addProduct(shop, '茶壶', 400)
  await addProduct(shop, '茶杯', 30)
  const more = { perMember: 20, stacking: { withAutomatic: true, withCodes: true } }
  await saveTemplate(shop, 'c20', more)
  await saveTemplate(shop, 'ship', {
    ...more,
    takesOff: { kind: 'freeShipping' },
    requirement: { of: 'none' },
  })
  return { ...shop, ...buying(shop) }
}

/** Puts goods on sale, ten of them unless told otherwise. */
export async function addProduct(shop: Shop, product: string, yuan: number, pieces = 10): Promise<void> {
  const rules = {
    name: { zh: product, en: product },
    description: { zh: '', en: '' },
    pictures: ['drawn:pot'],
    category: '茶具',
    options: [],
    variants: [{ choice: [], priceFen: yuan * YUAN, memberPricesFen: {} }],
    isOnSale: true,
    opensAt: null,
    earlyHours: {},
  }
  must(await shop.merchant('manager', 'products.save', { product, expectedVersion: 0, rules }))
  must(await shop.merchant('manager', 'stock.change', { sku: product, change: pieces }))
}

/** What people do in a shop that sells. */
export function buying(shop: PayShop): Omit<OrderShop, keyof PayShop> {
  const pass = (ms: number) => void jest.setSystemTime(Date.now() + ms)
  const send = (openid: string, action: string, input: unknown, requestId: string) =>
    shop.raw('shopper', { action, input, requestId }, { openid, source: 'wx_client' })
  const self: Omit<OrderShop, keyof PayShop> = {
    pass,
    async buyer(openid, purse = {}, level = 'regular') {
      const member = await shop.join(openid)
      if (level === 'gold') {
        const gift = { member, levelId: 'gold', until: null, reason: '老顾客' }
        must(await shop.merchant('manager', 'tiers.give', gift))
      }
      if (purse) await fill(shop, member, purse)
      return member
    },
    async coupon(member, template) {
      const given = await shop.merchant('manager', 'coupons.give', { member, template, reason: '赠送' })
      return must(given).couponId
    },
    async quote(openid, lines, choices) {
      const asked = { lines, choices: { ...NOTHING_CHOSEN, ...choices } }
      return must(await shop.shopper(openid, 'shopOrders.quote', asked))
    },
    async wish(openid, lines, choices) {
      const { seen } = await self.quote(openid, lines, choices)
      return { lines, choices: { ...NOTHING_CHOSEN, ...choices }, seen, address: ADDRESS }
    },
    place: (openid, wish, requestId = `request-${(requests += 1)}`) =>
      send(openid, 'shopOrders.place', wish, requestId) as Promise<Answered<Placed>>,
    order: async (openid, lines, choices) =>
      must(await self.place(openid, await self.wish(openid, lines, choices))),
    async account(member) {
      const account = await getById<Account>(shop.cloud, 'members', member)
      if (!account) throw new Error(`no member ${member}`)
      return account
    },
    async stock(product) {
      const [stock] = await readStockOf(shop.cloud, product)
      if (!stock) throw new Error(`no stock of ${product}`)
      const { free, sold, open } = stock
      return { free, sold, open }
    },
    async setShop(settings) {
      const value = { ...DEFAULT_SHOP, version: 2, freightFen: 10 * YUAN, ...settings }
      await writeTopic(shop, 'shop', value)
      pass(KEPT_MS)
    },
  }
  return self
}

/** Puts value into an account past the books: what is tried here begins with buying. */
async function fill(shop: PayShop, member: string, purse: Purse): Promise<void> {
  const { principalFen = 0, bonusFen = 0, points = 0 } = purse
  const { command } = shop.cloud.db
  const wallet = toppedUp(...(principalFen > 0 ? [{ id: 't1', paidFen: principalFen, bonusFen }] : []))
  await shop.cloud.db
    .collection('members')
    .where({ _id: member })
    .update({
      'balances.points': points,
      'balances.principal': principalFen,
      'balances.bonus': bonusFen,
      lots: command.set(points > 0 ? [{ validUntil: '2027-12-31', points }] : []),
      wallet: command.set(wallet),
      version: command.inc(1),
    })
}
