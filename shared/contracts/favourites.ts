import * as z from 'zod'
import { defineContract } from './contract'
import { instant } from './shapes'
import { ownLevel, productCard, productCursor, shopCode } from './shopShapes'

/** Puts a product among the member's favourites, or takes it out. */
export const set = defineContract({
  name: 'favourites.set',
  function: 'shopper',
  audience: 'member',
  kind: 'command',
  input: z.strictObject({ product: shopCode, isFavourite: z.boolean() }),
  output: z.strictObject({ isFavourite: z.boolean() }),
  errors: ['PRODUCT_NOT_FOUND', 'FAVOURITES_FULL'],
})

/** The member's favourites, the latest first, a page at a time: those off sale too. */
export const list = defineContract({
  name: 'favourites.list',
  function: 'shopper',
  audience: 'member',
  kind: 'query',
  input: z.strictObject({ cursor: productCursor.optional() }),
  output: z.strictObject({
    level: ownLevel,
    now: instant,
    count: z.int(),
    products: z.array(productCard),
    nextCursor: productCursor.nullable(),
  }),
  errors: [],
})
