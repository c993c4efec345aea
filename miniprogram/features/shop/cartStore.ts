import { useSyncExternalStore } from 'react'
import Taro from '@tarojs/taro'
import { transport } from '@/api/transport'
import { added, readCart, withQuantity, type CartEntry } from './cartLines'

const listeners = new Set<() => void>()
let current: { readonly person: string; readonly cart: readonly CartEntry[] } | undefined

const storageKey = (person: string): string => `changke.cart.${person}`

function cartNow(): readonly CartEntry[] {
  const person = transport.person()
  if (current?.person !== person)
    current = { person, cart: readCart(Taro.getStorageSync(storageKey(person))) }
  return current.cart
}

function keep(cart: readonly CartEntry[]): void {
  const person = transport.person()
  current = { person, cart }
  try {
    Taro.setStorageSync(storageKey(person), JSON.stringify(cart))
  } finally {
    listeners.forEach((listener) => listener())
  }
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** What lies in this phone's cart. */
export function useCart(): readonly CartEntry[] {
  return useSyncExternalStore(subscribe, cartNow, cartNow)
}

/** False when the cart has no room for other goods. */
export function addToCart(sku: string, pieces: number): boolean {
  const cart = added(cartNow(), sku, pieces)
  if (cart) keep(cart)
  return cart !== null
}

/** None takes it out. */
export function setQuantity(sku: string, quantity: number): void {
  keep(withQuantity(cartNow(), sku, quantity))
}
