import type { Method, WxMethods } from './wxMethod'

/** What the app showed through WeChat's own interface instead of its pages. */
export interface Shown {
  toasts: string[]
  titles: string[]
}

/** WeChat's own interface around the pages: toasts, titles, tab bar, small feedback. */
export function interfaceMethods(method: Method, shown: Shown): WxMethods {
  const accepted = (name: string): [string, unknown] => [name, method(name, () => undefined)]
  return {
    showToast: method('showToast', ({ title }: { title: string }) => void shown.toasts.push(title)),
    setNavigationBarTitle: method('setNavigationBarTitle', ({ title }: { title: string }) => {
      shown.titles.push(title)
    }),
    ...Object.fromEntries(
      [
        'hideToast',
        'setTabBarItem',
        'setTabBarStyle',
        'stopPullDownRefresh',
        'pageScrollTo',
        'vibrateShort',
      ].map(accepted),
    ),
  }
}
