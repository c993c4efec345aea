import { useSyncExternalStore } from 'react'
import Taro from '@tarojs/taro'
import { transport } from './transport'

interface PhoneStore<Value> {
  readonly use: () => Value
  readonly now: () => Value
  readonly keep: (value: Value) => void
}

/** Something that stays on this phone, apart for each person who holds it. `read` makes the value of what was written down. */
export function phoneStore<Value>(name: string, read: (text: unknown) => Value): PhoneStore<Value> {
  const listeners = new Set<() => void>()
  let current: { readonly person: string; readonly value: Value } | undefined
  const storageKey = (person: string): string => `changke.${name}.${person}`

  const now = (): Value => {
    const person = transport.person()
    if (current?.person !== person) current = { person, value: read(Taro.getStorageSync(storageKey(person))) }
    return current.value
  }
  const keep = (value: Value): void => {
    const person = transport.person()
    current = { person, value }
    try {
      Taro.setStorageSync(storageKey(person), JSON.stringify(value))
    } finally {
      listeners.forEach((listener) => listener())
    }
  }
  const subscribe = (listener: () => void) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }
  return { use: () => useSyncExternalStore(subscribe, now, now), now, keep }
}
