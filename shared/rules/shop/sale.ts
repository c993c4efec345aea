import type { Instant } from '@shared/kernel/businessDay'
import type { Fen } from '@shared/kernel/fen'
import type { Product, Variant } from './product'
import type { Shopper } from './shopper'

const HOUR_MS = 3_600_000

/** Whether somebody can buy a product now, whatever its stock. */
export type Sale =
  | { readonly of: 'open' }
  | { readonly of: 'offSale' }
  | { readonly of: 'opensLater'; readonly opensAt: Instant }

/** Judged by the server's clock: to open early is a matter of money, as goods may be gone when all may buy. */
export function saleOf(
  product: Pick<Product, 'isOnSale' | 'opensAt' | 'earlyHours'>,
  shopper: Shopper,
  at: Instant,
): Sale {
  if (!product.isOnSale) return { of: 'offSale' }
  const opensAt = opensFor(product, shopper)
  return opensAt !== null && at < opensAt ? { of: 'opensLater', opensAt } : { of: 'open' }
}

/** When a product opens to somebody: by the product or by a benefit of their level, whichever is earlier. */
export function opensFor(
  { opensAt, earlyHours }: Pick<Product, 'opensAt' | 'earlyHours'>,
  shopper: Shopper,
): Instant | null {
  if (opensAt === null) return null
  const ofProduct = shopper.levelId === null ? 0 : (earlyHours[shopper.levelId] ?? 0)
  return opensAt - Math.max(ofProduct, shopper.earlyHours) * HOUR_MS
}

/** What one costs a member; null where there is no such price, or it is not for them. */
export function memberPrice({ memberPricesFen }: Variant, { levelId }: Shopper): Fen | null {
  return levelId === null ? null : (memberPricesFen[levelId] ?? null)
}
