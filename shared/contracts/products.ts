import * as z from 'zod'
import { defineContract } from './contract'
import { fen, instant, tierFace, words } from './shapes'
import { category, productCursor, productRules, shopCode } from './shopShapes'

/** All products, on sale or not, the newest first, a page at a time; all of them or a category's. */
export const list = defineContract({
  name: 'products.list',
  function: 'merchant',
  audience: 'clerk',
  kind: 'query',
  input: z.strictObject({ category: shopCode.optional(), cursor: productCursor.optional() }),
  output: z.strictObject({
    categories: z.array(category),
    category: z.string().nullable(),
    now: instant,
    products: z.array(
      z.strictObject({
        id: z.string(),
        name: words,
        picture: z.string().nullable(),
        category: z.string(),
        fromFen: fen,
        isFrom: z.boolean(),
        isOnSale: z.boolean(),
        opensAt: instant.nullable(),
        /** Of all its choices together. */
        free: z.int(),
        /** How many of its choices have none left, of how many. */
        soldOut: z.int(),
        variants: z.int(),
      }),
    ),
    nextCursor: productCursor.nullable(),
  }),
  errors: [],
})

/** The stock of one choice. */
const stock = z.strictObject({
  sku: z.string(),
  options: z.array(words),
  free: z.int(),
  /** Held for orders that are not paid yet. */
  held: z.int(),
  sold: z.int(),
  /** The latest first. */
  changes: z.array(z.strictObject({ at: instant, change: z.int(), isMine: z.boolean() })),
})

/** One product as it is edited, with its stock; `product` absent to begin a new one. */
export const read = defineContract({
  name: 'products.read',
  function: 'merchant',
  audience: 'clerk',
  kind: 'query',
  input: z.strictObject({ product: shopCode.optional() }),
  output: z.strictObject({
    /** 0 for a new one. */
    version: z.int(),
    id: z.string().nullable(),
    rules: productRules,
    changed: z
      .strictObject({ at: instant, role: z.enum(['clerk', 'manager', 'owner']), isMe: z.boolean() })
      .nullable(),
    stock: z.array(stock),
    categories: z.array(category),
    levels: z.array(tierFace),
    now: instant,
  }),
  errors: ['PRODUCT_NOT_FOUND'],
})

/** Saves a product over the version that was looked at; 0 makes it. Its stock stays as it is. */
export const save = defineContract({
  name: 'products.save',
  function: 'merchant',
  audience: 'manager',
  kind: 'command',
  input: z.strictObject({ product: shopCode, expectedVersion: z.int().min(0), rules: productRules }),
  output: z.strictObject({ version: z.int(), changedAt: instant }),
  errors: ['IMPOSSIBLE_PRODUCT', 'PRODUCT_CHANGED', 'PRODUCT_TAKEN', 'PRODUCT_NOT_FOUND'],
})
