import * as z from 'zod'
import type { ProductRules } from '@shared/rules/shop/product'
import { name } from './settingShapes'
import { fen, instant, tierFace, words } from './shapes'

/** What rules and past sales call a product or a category: words are as good as numbers, so that both say the same. */
export const shopCode = z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N} ._-]{0,47}$/u)

/** One choice of a product: its number, and the values chosen. */
export const sku = z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N} ._-]{0,47}(:[a-z0-9]{1,24}){0,3}$/u)

export const MOST_CATEGORIES = 40
export const MOST_IN_CART = 50
export const MOST_OF_ONE = 999

const valueId = z.string().regex(/^[a-z0-9]{1,24}$/)
const levelId = z.string().regex(/^[A-Za-z0-9_-]{1,32}$/)
// Whether prices are above zero, and what goes with what, the rules say with their reasons: see rules/shop/impossibleProduct.ts.
const priceFen = fen.min(0).max(100_000_000)

/** May be empty on its way in: the rules say what is missing. */
const looseName = z
  .strictObject({ zh: z.string().trim().max(24), en: z.string().trim().max(48) })
  .overwrite(({ zh, en }) => ({ zh, en: en === '' ? zh : en }))
const description = z
  .strictObject({ zh: z.string().trim().max(1_000), en: z.string().trim().max(2_000) })
  .overwrite(({ zh, en }) => ({ zh, en: en === '' ? zh : en }))

/** A product as the merchant edits it. */
export const productRules: z.ZodType<ProductRules, ProductRules> = z.strictObject({
  name: looseName,
  description,
  pictures: z.array(z.string().min(1).max(500)).max(9),
  category: z.string().max(48),
  options: z
    .array(
      z.strictObject({
        name: looseName,
        values: z.array(z.strictObject({ id: valueId, name: looseName })).max(12),
      }),
    )
    .max(3),
  variants: z
    .array(
      z.strictObject({
        choice: z.array(valueId).max(3),
        priceFen,
        memberPricesFen: z.record(levelId, priceFen),
      }),
    )
    .max(60),
  isOnSale: z.boolean(),
  opensAt: instant.nullable(),
  earlyHours: z.record(levelId, z.int().min(0).max(8_784)),
})

export const category = z.strictObject({ id: shopCode, name })

/** Whether somebody can buy a product now, whatever its stock. */
export const sale = z.discriminatedUnion('of', [
  z.strictObject({ of: z.literal('open') }),
  z.strictObject({ of: z.literal('offSale') }),
  z.strictObject({
    of: z.literal('opensLater'),
    /** For who asks: their level may open it earlier than to others. */
    opensAt: instant,
  }),
])

/** A product in a list. */
export const productCard = z.strictObject({
  id: z.string(),
  name: words,
  picture: z.string().nullable(),
  /** The lowest of its prices, and whether others are higher. */
  fromFen: fen,
  isFrom: z.boolean(),
  /** The lowest price for the member's level; null where there is none. */
  memberFromFen: fen.nullable(),
  sale,
  isSoldOut: z.boolean(),
})

/** The level that somebody's member prices are of; null for who has not joined, and while the levels are off. */
export const ownLevel = tierFace.nullable()

/** A place in a list of products to go on below. */
export const productCursor = z.strictObject({ at: instant, id: z.string().min(1).max(64) })
