import { useSyncExternalStore } from 'react'
import Taro from '@tarojs/taro'
import type { Locale } from '@shared/kernel/words'

const KEY = 'changke.locale'
const listeners = new Set<() => void>()

let current: Locale | undefined

/** Chinese until the person chooses otherwise; the choice is kept. */
export function currentLocale(): Locale {
  current ??= Taro.getStorageSync(KEY) === 'en' ? 'en' : 'zh'
  return current
}

export function chooseLocale(locale: Locale): void {
  current = locale
  Taro.setStorageSync(KEY, locale)
  listeners.forEach((listener) => listener())
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function useLocale(): Locale {
  return useSyncExternalStore(subscribe, currentLocale, currentLocale)
}
