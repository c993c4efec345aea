import type { Instant } from '@shared/kernel/businessDay'
import type { CartLine } from '../quote/cart'
import { choiceWords, productOf, variantOf, type Product } from './product'
import { memberPrice, saleOf } from './sale'
import type { Shopper } from './shopper'

/** What lies in a cart: the phone keeps no more than this. */
export interface Wanted {
  readonly sku: string
  readonly quantity: number
}

/** Why goods cannot be bought as they lie in the cart. */
export type CartProblem =
  /** The product or this choice of it is no longer there. */
  | { readonly of: 'gone' }
  | { readonly of: 'offSale' }
  | { readonly of: 'opensLater'; readonly opensAt: Instant }
  | { readonly of: 'soldOut' }
  | { readonly of: 'tooMany'; readonly left: number }

/** What a line of a cart is now: what the quote needs of it, and what keeps it from being bought. */
export interface CheckedLine {
  readonly wanted: Wanted
  readonly product: Product | null
  /** Null for what is no longer there: nobody knows its price. */
  readonly line: CartLine | null
  readonly problem: CartProblem | null
}

/** What is there to be judged by. A SKU that is not named has no stock. */
export interface Shelf {
  readonly products: ReadonlyMap<string, Product>
  readonly free: ReadonlyMap<string, number>
}

/** Judges a cart by what the shop has now. Two lines of one SKU share its stock, the earlier first. */
export function checkCart(
  cart: readonly Wanted[],
  shelf: Shelf,
  shopper: Shopper,
  at: Instant,
): readonly CheckedLine[] {
  const left = new Map(shelf.free)
  return cart.map((wanted) => {
    const free = left.get(wanted.sku) ?? 0
    left.set(wanted.sku, Math.max(0, free - wanted.quantity))
    return checkLine(wanted, shelf.products.get(productOf(wanted.sku)) ?? null, free, shopper, at)
  })
}

function checkLine(
  wanted: Wanted,
  product: Product | null,
  free: number,
  shopper: Shopper,
  at: Instant,
): CheckedLine {
  const line = product && cartLine(product, wanted, shopper)
  if (!product || !line) return { wanted, product, line: null, problem: { of: 'gone' } }
  const sale = saleOf(product, shopper, at)
  const problem = sale.of === 'open' ? stockProblem(free, wanted.quantity) : sale
  return { wanted, product, line, problem }
}

function stockProblem(free: number, quantity: number): CartProblem | null {
  if (free < 1) return { of: 'soldOut' }
  return free < quantity ? { of: 'tooMany', left: free } : null
}

/** A line as the quote reads it; null where the product has no such choice. */
function cartLine(product: Product, { sku, quantity }: Wanted, shopper: Shopper): CartLine | null {
  const variant = variantOf(product, sku)
  if (!variant) return null
  return {
    product: product.id,
    category: product.category,
    name: product.name,
    options: choiceWords(product, variant.choice),
    quantity,
    unitListFen: variant.priceFen,
    unitMemberFen: memberPrice(variant, shopper),
  }
}
