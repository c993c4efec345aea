import type { Instant } from '@shared/kernel/businessDay'
import type { Fen } from '@shared/kernel/fen'
import type { Words } from '@shared/kernel/words'
import { skuOf, type Product } from './product'
import { memberPrice, saleOf, type Sale } from './sale'
import type { Shopper } from './shopper'

/** A product as a list shows it to somebody. */
export interface ProductCard {
  id: string
  name: Words
  picture: string | null
  fromFen: Fen
  isFrom: boolean
  memberFromFen: Fen | null
  sale: Sale
  isSoldOut: boolean
}

/** The face of a product in a list: its lowest prices, and whether it can be bought by somebody now. */
export function productCard(
  product: Product,
  free: ReadonlyMap<string, number>,
  shopper: Shopper,
  at: Instant,
): ProductCard {
  const { id, name, pictures, variants } = product
  const ofMember = variants.flatMap((variant) => memberPrice(variant, shopper) ?? [])
  return {
    id,
    name,
    picture: pictures[0] ?? null,
    ...lowestPrice(product),
    memberFromFen: ofMember.length > 0 ? Math.min(...ofMember) : null,
    sale: saleOf(product, shopper, at),
    isSoldOut: variants.every(({ choice }) => (free.get(skuOf(id, choice)) ?? 0) < 1),
  }
}

/** The lowest of a product's prices, and whether others are higher. */
export function lowestPrice({ variants }: Pick<Product, 'variants'>): { fromFen: Fen; isFrom: boolean } {
  const prices = variants.map(({ priceFen }) => priceFen)
  const fromFen = Math.min(...prices)
  return { fromFen, isFrom: prices.some((fen) => fen > fromFen) }
}
