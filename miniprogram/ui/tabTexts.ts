import Taro from '@tarojs/taro'
import type { Locale } from '@shared/kernel/words'
import { en } from '@/i18n/en'
import { zh } from '@/i18n/zh'

const tabs: Record<Locale, readonly string[]> = {
  zh: [zh.tabs.home, zh.tabs.points, zh.tabs.shop, zh.tabs.mine],
  en: [en.tabs.home, en.tabs.points, en.tabs.shop, en.tabs.mine],
}

let shown: Locale = 'zh'

/** Only a page of the tab bar may change it, so a choice made elsewhere waits for the next one that shows. */
export function showTabTexts(locale: Locale): void {
  if (shown === locale) return
  shown = locale
  tabs[locale].forEach((text, index) => void Taro.setTabBarItem({ index, text }))
}
