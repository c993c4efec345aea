/** What a phone's cart holds: goods by their SKU, the latest first. */
export interface CartEntry {
  readonly sku: string
  readonly quantity: number
}

export const MOST_LINES = 50
export const MOST_PIECES = 999

/** With more pieces of a SKU; null when there is no room for another one. */
export function added(cart: readonly CartEntry[], sku: string, pieces: number): readonly CartEntry[] | null {
  const there = cart.find((entry) => entry.sku === sku)
  if (there) return withQuantity(cart, sku, there.quantity + pieces)
  if (cart.length >= MOST_LINES) return null
  return [{ sku, quantity: Math.min(pieces, MOST_PIECES) }, ...cart]
}

/** With another number of pieces; none takes it out. */
export function withQuantity(
  cart: readonly CartEntry[],
  sku: string,
  quantity: number,
): readonly CartEntry[] {
  if (quantity < 1) return cart.filter((entry) => entry.sku !== sku)
  return cart.map((entry) => (entry.sku === sku ? { sku, quantity: Math.min(quantity, MOST_PIECES) } : entry))
}

/** A cart as it was written down; an empty one where that cannot be read. */
export function readCart(text: unknown): readonly CartEntry[] {
  try {
    const kept: unknown = typeof text === 'string' ? JSON.parse(text) : []
    return Array.isArray(kept) ? kept.filter(isEntry).slice(0, MOST_LINES) : []
  } catch {
    return []
  }
}

function isEntry(entry: unknown): entry is CartEntry {
  const { sku, quantity } = (entry ?? {}) as Partial<CartEntry>
  return typeof sku === 'string' && Number.isInteger(quantity) && (quantity ?? 0) > 0
}
