import { phoneStore } from '@/api/phoneStore'
import { added, readCart, withQuantity, type CartEntry } from './cartLines'

const store = phoneStore<readonly CartEntry[]>('cart', readCart)

/** What lies in this phone's cart. */
export const useCart = store.use

/** False when the cart has no room for other goods. */
export function addToCart(sku: string, pieces: number): boolean {
  const cart = added(store.now(), sku, pieces)
  if (cart) store.keep(cart)
  return cart !== null
}

/** None takes it out. */
export function setQuantity(sku: string, quantity: number): void {
  store.keep(withQuantity(store.now(), sku, quantity))
}

/** Takes out what was bought. */
export function takeOut(skus: readonly string[]): void {
  store.keep(store.now().filter(({ sku }) => !skus.includes(sku)))
}
