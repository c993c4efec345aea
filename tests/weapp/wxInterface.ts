import type { Pages } from './pages'
import { WxFailure, type Method, type WxMethods } from './wxMethod'

/** What the app showed through WeChat's own interface instead of its pages. */
export interface Shown {
  toasts: string[]
  titles: string[]
  /** The tab bar's words as the app changed them. */
  tabTexts: string[]
}

/** WeChat's own interface around the pages: toasts, titles, the tab bar, pulling to refresh. */
export function interfaceMethods(method: Method, pages: Pages, shown: Shown): WxMethods {
  return {
    showToast: method('showToast', ({ title }: { title: string }) => void shown.toasts.push(title)),
    setNavigationBarTitle: method('setNavigationBarTitle', ({ title }: { title: string }) => {
      shown.titles.push(title)
    }),
    setTabBarItem: method('setTabBarItem', ({ index, text }: { index: number; text: string }) => {
      if (!pages.tabs.includes(pages.current.path)) throw new WxFailure('not TabBar page')
      shown.tabTexts[index] = text
    }),
    getScreenBrightness: method('getScreenBrightness', () => ({ value: 0.5 })),
    setScreenBrightness: method('setScreenBrightness', ({ value }: { value: number }) => {
      if (!(value >= 0 && value <= 1)) throw new WxFailure('parameter error')
    }),
    // Nobody holds a code in front of it.
    scanCode: method('scanCode', () => {
      throw new WxFailure('cancel')
    }),
    stopPullDownRefresh: method('stopPullDownRefresh', () => undefined),
  }
}
