import Taro from '@tarojs/taro'
import { transport } from './transport'

/** An answer and when it was had, in epoch milliseconds. */
export interface Seen<Value> {
  readonly value: Value
  readonly at: number
}

const storageKey = (key: string): string => `changke.seen.${transport.person()}.${key}`

/** Keeps the last answer for days without a network. A full storage only means that there is nothing to show then. */
export function keepSeen(key: string, seen: Seen<unknown>): void {
  try {
    Taro.setStorageSync(storageKey(key), JSON.stringify(seen))
  } catch {
    return
  }
}

export function readSeen<Value>(key: string): Seen<Value> | undefined {
  try {
    const text: unknown = Taro.getStorageSync(storageKey(key))
    return typeof text === 'string' && text !== '' ? (JSON.parse(text) as Seen<Value>) : undefined
  } catch {
    return undefined
  }
}
