import type { InputOf } from '@shared/contracts'
import type { Benefit } from '@shared/rules/benefits/benefit'
import type { ProductRules } from '@shared/rules/shop/product'
import { MOST_FAVOURITES } from '@shared/rules/shop/favourites'
import { put } from '../../cloudfunctions/database/documentAccess'
import { asProduct, readProducts } from '../../cloudfunctions/database/products'
import { fakeDate } from '../support/fakeDate'
import { openShop, type Shop } from '../support/shop'

const START = '2026-03-10T02:00:00Z'
const HOUR = 3_600_000

let shop: Shop

beforeAll(async () => {
  jest.spyOn(console, 'info').mockImplementation(() => undefined)
  fakeDate(START)
  shop = await openShop()
  await shop.staff('owner', 'owner')
  await shop.staff('manager', 'manager')
  await shop.staff('clerk', 'clerk')
  await shop.join('regular')
  await put(shop.cloud, 'settings', { _id: 'benefits', value: { version: 1, benefits: [EARLY] } } as {
    _id: string
  })
  const categories = [
    { id: '茶叶', name: { zh: '茶叶', en: 'Tea' } },
    { id: '咖啡', name: { zh: '咖啡', en: 'Coffee' } },
  ]
  expect(await categoriesSave({ expectedVersion: 0, categories })).toEqual({
    ok: true,
    value: { version: 1 },
  })
  await buyUpToSilver('silver')
})
afterAll(async () => {
  await shop.close()
  jest.useRealTimers()
})

const EARLY: Benefit = {
  id: 'early',
  levelId: 'bronze',
  for: 'everyone',
  name: { zh: '抢先购', en: 'Early' },
  description: { zh: '', en: '' },
  icon: null,
  addedOn: '2026-01-01',
  perk: { of: 'earlyAccess', hours: 2 },
}

const categoriesSave = (input: InputOf<'categories.save'>, who = 'manager') =>
  shop.merchant(who, 'categories.save', input)
const save = (input: InputOf<'products.save'>, who = 'manager') => shop.merchant(who, 'products.save', input)

const rules = (patch: Partial<ProductRules> = {}): ProductRules => ({
  name: { zh: '铁观音', en: 'Tieguanyin' },
  description: { zh: '', en: '' },
  pictures: ['drawn:tea'],
  category: '茶叶',
  options: [],
  variants: [{ choice: [], priceFen: 8_800, memberPricesFen: { silver: 8_000 } }],
  isOnSale: true,
  opensAt: null,
  earlyHours: {},
  ...patch,
})

async function made(product: string, patch: Partial<ProductRules> = {}, pieces = 5): Promise<void> {
  const saved = await save({ product, expectedVersion: 0, rules: rules(patch) })
  if (!saved.ok) throw new Error(saved.error.message)
  if (pieces > 0) await shop.merchant('manager', 'stock.change', { sku: product, change: pieces })
}

async function buyUpToSilver(openid: string): Promise<void> {
  const member = await shop.join(openid)
  const lines = [{ category: null, product: null, quantity: 1, amountFen: 120_000 }]
  expect((await shop.merchant('clerk', 'orders.record', { member, number: openid, lines })).ok).toBe(true)
}

async function valueOf<T>(
  answer: Promise<{ ok: true; value: T } | { ok: false; error: { message: string } }>,
) {
  const given = await answer
  if (!given.ok) throw new Error(given.error.message)
  return given.value
}

test('a clerk reads and changes nothing; nobody outside reads', async () => {
  await made('seen')
  const forbidden = { ok: false, error: { code: 'FORBIDDEN' } }
  expect((await shop.merchant('clerk', 'products.list', {})).ok).toBe(true)
  expect((await shop.merchant('clerk', 'products.read', { product: 'seen' })).ok).toBe(true)
  expect((await shop.merchant('clerk', 'categories.list', {})).ok).toBe(true)
  expect(await save({ product: 'x', expectedVersion: 0, rules: rules() }, 'clerk')).toMatchObject(forbidden)
  expect(await categoriesSave({ expectedVersion: 1, categories: [] }, 'clerk')).toMatchObject(forbidden)
  expect(await shop.merchant('clerk', 'stock.change', { sku: 'seen', change: 1 })).toMatchObject(forbidden)
  expect(await shop.merchant('regular', 'products.list', {})).toMatchObject(forbidden)
})

test('two edit one product: the second is told, and nothing of theirs is saved', async () => {
  await made('edited')
  const edit = (zh: string, who: string) =>
    save({ product: 'edited', expectedVersion: 1, rules: rules({ name: { zh, en: zh } }) }, who)
  const first = await edit('甲', 'manager')
  expect(first).toMatchObject({ ok: true, value: { version: 2 } })
  // A retry of what went through is answered as it was.
  expect(await edit('甲', 'manager')).toEqual(first)
  expect(await edit('乙', 'owner')).toMatchObject({
    ok: false,
    error: { code: 'PRODUCT_CHANGED', data: { version: 2 } },
  })
  expect(await valueOf(shop.merchant('clerk', 'products.read', { product: 'edited' }))).toMatchObject({
    version: 2,
    rules: { name: { zh: '甲' } },
    changed: { role: 'manager', isMe: false },
  })
  const crowd = await Promise.all(
    ['a', 'b', 'c', 'd'].map((name, i) =>
      save(
        { product: 'edited', expectedVersion: 2, rules: rules({ name: { zh: name, en: name } }) },
        i % 2 ? 'owner' : 'manager',
      ),
    ),
  )
  expect(crowd.filter(({ ok }) => ok)).toHaveLength(1)
})

test('a number stands for one product, and what is not there cannot be edited', async () => {
  await made('taken')
  expect(
    await save({ product: 'taken', expectedVersion: 0, rules: rules({ category: '咖啡' }) }),
  ).toMatchObject({
    ok: false,
    error: { code: 'PRODUCT_TAKEN', data: { product: 'taken' } },
  })
  expect(await save({ product: 'never', expectedVersion: 3, rules: rules() })).toMatchObject({
    ok: false,
    error: { code: 'PRODUCT_NOT_FOUND' },
  })
  expect(await save({ product: 'odd', expectedVersion: 0, rules: rules({ category: '酒' }) })).toMatchObject({
    ok: false,
    error: {
      code: 'IMPOSSIBLE_PRODUCT',
      data: { why: { en: expect.stringContaining('category') as string } },
    },
  })
  for (const product of ['a:b', ' a', 'a%', 'a.b/..'])
    expect(await save({ product, expectedVersion: 0, rules: rules() })).toMatchObject({
      error: { code: 'INVALID_INPUT' },
    })
})

test('categories are saved whole, by one at a time, and one with goods in it stays', async () => {
  await made('kept', { category: '咖啡' })
  const { version, categories } = await valueOf(shop.merchant('clerk', 'categories.list', {}))
  expect(
    await categoriesSave({ expectedVersion: version, categories: categories.slice(0, 1) }),
  ).toMatchObject({
    ok: false,
    error: { code: 'CATEGORY_IN_USE', data: { category: { zh: '咖啡', en: 'Coffee' } } },
  })
  const more = [{ id: '家居', name: { zh: '家居', en: '' } }, ...categories]
  const saved = await categoriesSave({ expectedVersion: version, categories: more })
  expect(saved).toEqual({ ok: true, value: { version: version + 1 } })
  expect(await categoriesSave({ expectedVersion: version, categories: more })).toEqual(saved)
  expect(await categoriesSave({ expectedVersion: version, categories }, 'owner')).toMatchObject({
    ok: false,
    error: { code: 'CATEGORIES_CHANGED', data: { version: version + 1 } },
  })
  expect(
    await categoriesSave({ expectedVersion: version + 1, categories: [...more, more[0]!] }),
  ).toMatchObject({
    error: { code: 'IMPOSSIBLE_CATEGORIES' },
  })
  expect((await valueOf(shop.shopper('regular', 'shop.list', {}))).categories[0]?.name).toEqual({
    zh: '家居',
    en: '家居',
  })
})

test('stock is changed relative to what is there, once for a request, and never below zero', async () => {
  await made('counted', {}, 0)
  const change = (n: number, requestId: string) =>
    shop.raw(
      'merchant',
      { action: 'stock.change', input: { sku: 'counted', change: n }, requestId },
      { openid: 'manager', source: 'wx_client' },
    )
  const first = await change(7, 'request-1')
  expect(first).toEqual({ ok: true, value: { free: 7, held: 0, sold: 0 } })
  expect(await Promise.all(Array.from({ length: 5 }, () => change(7, 'request-1')))).toEqual(
    Array(5).fill(first),
  )
  expect(await change(-8, 'request-2')).toMatchObject({
    ok: false,
    error: { code: 'STOCK_SHORT', data: { left: 7 } },
  })
  const crowd = await Promise.all(Array.from({ length: 10 }, (_, i) => change(-1, `take-${i}`)))
  expect(crowd.filter((answer) => (answer as { ok: boolean }).ok)).toHaveLength(7)
  const { stock } = await valueOf(shop.merchant('manager', 'products.read', { product: 'counted' }))
  expect(stock[0]).toMatchObject({ free: 0, held: 0, sold: 0 })
  expect(stock[0]?.changes).toHaveLength(8)
  expect(await shop.merchant('manager', 'stock.change', { sku: 'nothing', change: 1 })).toMatchObject({
    error: { code: 'STOCK_NOT_FOUND' },
  })
})

test('a member pays the price of their level, a guest the price', async () => {
  await made('priced')
  const seen = async (openid: string) =>
    await valueOf(shop.shopper(openid, 'shop.product', { product: 'priced' }))
  expect(await seen('silver')).toMatchObject({
    level: { id: 'silver' },
    variants: [{ priceFen: 8_800, memberFen: 8_000, left: 5 }],
  })
  expect(await seen('regular')).toMatchObject({
    level: { id: 'regular' },
    variants: [{ memberFen: null, memberPrices: [{ level: { id: 'silver' }, fen: 8_000 }] }],
  })
  expect(await seen('guest')).toMatchObject({
    level: null,
    isMember: false,
    variants: [{ memberFen: null, memberPrices: [] }],
  })
  expect(await shop.shopper('guest', 'shop.product', { product: 'never' })).toMatchObject({
    error: { code: 'PRODUCT_NOT_FOUND' },
  })
})

test('what opens later is opened by the server, earlier to the levels that the merchant chose', async () => {
  const opensAt = Date.parse(START) + 10 * HOUR
  await made('flash', { opensAt, earlyHours: { silver: 6 } })
  const problem = async (openid: string) =>
    (await valueOf(shop.shopper(openid, 'shop.cart', { lines: [{ sku: 'flash', quantity: 1 }] }))).lines[0]
      ?.problem
  expect(await problem('regular')).toEqual({ of: 'opensLater', opensAt })
  expect(await problem('silver')).toEqual({ of: 'opensLater', opensAt: opensAt - 6 * HOUR })
  expect(await valueOf(shop.shopper('regular', 'shop.product', { product: 'flash' }))).toMatchObject({
    sale: { of: 'opensLater', opensAt },
    opensToAllAt: opensAt,
    opensEarlier: [{ level: { id: 'silver' }, opensAt: opensAt - 6 * HOUR }],
  })
  jest.setSystemTime(opensAt - 6 * HOUR)
  expect(await problem('silver')).toBeNull()
  expect(await problem('regular')).toEqual({ of: 'opensLater', opensAt })
  jest.setSystemTime(opensAt)
  expect(await problem('regular')).toBeNull()
  jest.setSystemTime(Date.parse(START))
})

test('a cart is judged by what there is now, and adds up what can be bought', async () => {
  await made('cup', { category: '家居' }, 3)
  await made('hidden', { isOnSale: false })
  const lines = [
    { sku: 'cup', quantity: 2 },
    { sku: 'cup', quantity: 2 },
    { sku: 'hidden', quantity: 1 },
    { sku: 'cup:xl', quantity: 1 },
    { sku: 'never', quantity: 1 },
  ]
  await shop.shopper('silver', 'shop.cart', { lines: [] })
  await shop.gateway.resetStats()
  const cart = await valueOf(shop.shopper('silver', 'shop.cart', { lines }))
  expect((await shop.gateway.stats()).byCollection).toEqual({ members: 1, products: 1, stock: 1 })
  expect(cart.lines.map(({ problem }) => problem)).toEqual([
    null,
    { of: 'tooMany', left: 1 },
    { of: 'offSale' },
    { of: 'gone' },
    { of: 'gone' },
  ])
  expect(cart).toMatchObject({ listFen: 17_600, goodsFen: 16_000, quantity: 2, level: { id: 'silver' } })
})

test('the shop comes newest first by pages, a category at a time, in four reads', async () => {
  const goods = Array.from({ length: 23 }, (_, i) => `page-${String(i).padStart(2, '0')}`)
  await categoriesSave({
    expectedVersion: (await valueOf(shop.merchant('clerk', 'categories.list', {}))).version,
    categories: [
      ...(await valueOf(shop.merchant('clerk', 'categories.list', {}))).categories,
      { id: 'pages', name: { zh: '页', en: 'Pages' } },
    ],
  })
  for (const product of goods) await made(product, { category: 'pages' }, 0)
  await made('page-off', { category: 'pages', isOnSale: false }, 0)
  await shop.gateway.resetStats()
  const first = await valueOf(shop.shopper('regular', 'shop.list', { category: 'pages' }))
  expect((await shop.gateway.stats()).byCollection).toEqual({
    members: 1,
    categories: 1,
    products: 1,
    stock: 1,
  })
  const second = await valueOf(
    shop.shopper('regular', 'shop.list', { category: 'pages', cursor: first.nextCursor! }),
  )
  expect(second.nextCursor).toBeNull()
  // All came at one instant: they stand by their numbers.
  expect([...first.products, ...second.products].map(({ id }) => id)).toEqual([...goods].reverse())
  expect(first.products[0]).toMatchObject({ isSoldOut: true, fromFen: 8_800 })
  const all = await valueOf(shop.merchant('clerk', 'products.list', { category: 'pages' }))
  expect(all.products[0]).toMatchObject({ id: 'page-off', isOnSale: false, soldOut: 1, variants: 1 })
})

test('favourites are a member’s own, bounded, and page by page', async () => {
  const them = (await valueOf(shop.merchant('clerk', 'products.list', { category: 'pages' }))).products.map(
    ({ id }) => id,
  )
  const mark = (product: string, isFavourite = true) =>
    shop.shopper('regular', 'favourites.set', { product, isFavourite })
  for (const [i, product] of them.entries()) {
    jest.setSystemTime(Date.parse(START) + i)
    expect(await mark(product)).toEqual({ ok: true, value: { isFavourite: true } })
  }
  await mark(them[0]!)
  expect(await shop.shopper('regular', 'shop.product', { product: them[0]! })).toMatchObject({
    value: { isFavourite: true },
  })
  const first = await valueOf(shop.shopper('regular', 'favourites.list', {}))
  expect(first).toMatchObject({ count: them.length, products: { length: 20 } })
  expect(first.products[0]?.id).toBe(them.at(-1))
  await mark(them[0]!, false)
  expect((await valueOf(shop.shopper('regular', 'favourites.list', {}))).count).toBe(them.length - 1)
  expect((await valueOf(shop.shopper('silver', 'favourites.list', {}))).count).toBe(0)
  for (const answer of [
    await shop.shopper('guest', 'favourites.set', { product: 'seen', isFavourite: true }),
    await shop.shopper('guest', 'favourites.list', {}),
  ])
    expect(answer).toMatchObject({ ok: false, error: { code: 'NOT_A_MEMBER' } })
  expect(await mark('never')).toMatchObject({ error: { code: 'PRODUCT_NOT_FOUND' } })
  const full = Array.from({ length: MOST_FAVOURITES }, (_, at) => ({ product: `${at}`, at }))
  await put(shop.cloud, 'favourites', {
    _id: shop.memberId('silver'),
    schemaVersion: 1,
    version: 1,
    favourites: full,
  } as { _id: string })
  expect(
    await shop.shopper('silver', 'favourites.set', { product: 'seen', isFavourite: true }),
  ).toMatchObject({
    ok: false,
    error: { code: 'FAVOURITES_FULL', data: { most: MOST_FAVOURITES } },
  })
  jest.setSystemTime(Date.parse(START))
})

test('many hearts at once are all kept', async () => {
  await shop.join('hearts')
  const them = (await valueOf(shop.merchant('clerk', 'products.list', {}))).products
    .slice(0, 8)
    .map(({ id }) => id)
  const answers = await Promise.all(
    them.map((product) => shop.shopper('hearts', 'favourites.set', { product, isFavourite: true })),
  )
  expect(answers.filter(({ ok }) => !ok)).toEqual([])
  expect((await valueOf(shop.shopper('hearts', 'favourites.list', {}))).count).toBe(them.length)
})

test('a choice that is added to a product opens its stock, and one that is taken out keeps it', async () => {
  const option = {
    name: { zh: '规格', en: 'Size' },
    values: [
      { id: 's', name: { zh: '小', en: 'S' } },
      { id: 'l', name: { zh: '大', en: 'L' } },
    ],
  }
  const variants = ['s', 'l'].map((id) => ({ choice: [id], priceFen: 100, memberPricesFen: {} }))
  await made('sized', { options: [option], variants: variants.slice(0, 1) }, 0)
  await shop.merchant('manager', 'stock.change', { sku: 'sized:s', change: 4 })
  await save({
    product: 'sized',
    expectedVersion: 1,
    rules: rules({ options: [option], variants: variants.slice(1) }),
  })
  await save({ product: 'sized', expectedVersion: 2, rules: rules({ options: [option], variants }) })
  const { stock } = await valueOf(shop.merchant('clerk', 'products.read', { product: 'sized' }))
  expect(stock.map(({ sku, free, options }) => [sku, free, options[0]?.en])).toEqual([
    ['sized:s', 4, 'S'],
    ['sized:l', 0, 'L'],
  ])
  const [document] = await readProducts(shop.cloud, ['sized'])
  expect(asProduct(document!)).toMatchObject({ id: 'sized', options: [option] })
  expect(await valueOf(shop.merchant('clerk', 'products.read', {}))).toMatchObject({
    version: 0,
    id: null,
    stock: [],
    rules: { isOnSale: false },
  })
})
