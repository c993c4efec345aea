import * as z from 'zod'
import { defineContract } from './contract'
import { fen, instant, tierFace, words } from './shapes'
import {
  category,
  MOST_IN_CART,
  MOST_OF_ONE,
  ownLevel,
  productCard,
  productCursor,
  sale,
  shopCode,
  sku,
} from './shopShapes'

/** What the shop sells, the newest first, a page at a time; all of it or a category. */
export const list = defineContract({
  name: 'shop.list',
  function: 'shopper',
  audience: 'visitor',
  kind: 'query',
  input: z.strictObject({ category: shopCode.optional(), cursor: productCursor.optional() }),
  output: z.strictObject({
    categories: z.array(category),
    /** What was asked for; null for all. */
    category: z.string().nullable(),
    level: ownLevel,
    /** The server's time: what opens later is counted down from it. */
    now: instant,
    products: z.array(productCard),
    nextCursor: productCursor.nullable(),
  }),
  errors: [],
})

const variant = z.strictObject({
  sku: z.string(),
  choice: z.array(z.string()),
  priceFen: fen,
  /** For the member's own level; null where there is none. */
  memberFen: fen.nullable(),
  /** By level, in the order of the levels. */
  memberPrices: z.array(z.strictObject({ level: tierFace, fen })),
  /** How many can be bought now, counted up to the most that one order takes. */
  left: z.int().min(0),
})

/** One product with all its choices, as who asks can buy it. */
export const product = defineContract({
  name: 'shop.product',
  function: 'shopper',
  audience: 'visitor',
  kind: 'query',
  input: z.strictObject({ product: shopCode }),
  output: z.strictObject({
    id: z.string(),
    name: words,
    description: words,
    pictures: z.array(z.string()),
    options: z.array(
      z.strictObject({ name: words, values: z.array(z.strictObject({ id: z.string(), name: words })) }),
    ),
    variants: z.array(variant),
    sale,
    /** When it opens to everybody; null for a product that always was open. */
    opensToAllAt: instant.nullable(),
    /** To which levels it opens earlier, and when. */
    opensEarlier: z.array(z.strictObject({ level: tierFace, opensAt: instant })),
    level: ownLevel,
    isMember: z.boolean(),
    isFavourite: z.boolean(),
    now: instant,
  }),
  errors: ['PRODUCT_NOT_FOUND'],
})

const problem = z.discriminatedUnion('of', [
  z.strictObject({ of: z.literal('gone') }),
  z.strictObject({ of: z.literal('offSale') }),
  z.strictObject({ of: z.literal('opensLater'), opensAt: instant }),
  z.strictObject({ of: z.literal('soldOut') }),
  z.strictObject({ of: z.literal('tooMany'), left: z.int() }),
])

/** What lies in a phone's cart, as it is in the shop now: prices, what is left, and what cannot be bought and why. */
export const cart = defineContract({
  name: 'shop.cart',
  function: 'shopper',
  audience: 'visitor',
  kind: 'query',
  input: z.strictObject({
    lines: z.array(z.strictObject({ sku, quantity: z.int().min(1).max(MOST_OF_ONE) })).max(MOST_IN_CART),
  }),
  output: z.strictObject({
    level: ownLevel,
    lines: z.array(
      z.strictObject({
        sku: z.string(),
        quantity: z.int(),
        /** Null for what is no longer there. */
        goods: z
          .strictObject({
            product: z.string(),
            name: words,
            options: z.array(words),
            picture: z.string().nullable(),
            unitListFen: fen,
            unitMemberFen: fen.nullable(),
          })
          .nullable(),
        /** Null for what can be bought as it lies there. */
        problem: problem.nullable(),
      }),
    ),
    /** Of what can be bought, at list price, and at the member price where there is one: before discounts, coupons and freight. */
    listFen: fen,
    goodsFen: fen,
    quantity: z.int(),
    now: instant,
  }),
  errors: [],
})
